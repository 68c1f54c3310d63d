"""A project is completed and tells what came of it; weeks later a mail asks; a "no" gets its answer."""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import expect
from sqlalchemy import create_engine, text

from tests.browser.conftest import PHONE
from tests.browser.test_accessibility import too_wide, violations
from tests.browser.visitor import PATIENCE, Visitor
from tests.factories.files import picture_bytes
from tests.servers import ROOT

TOWN = "vallensbaek"
REASON = "Porten er låst, når jeg har fri."
REPLY = "Vi låser op klokken syv fra nu af."
Stage = tuple[str, dict[str, str]]


def test_from_completion_to_an_answered_no(
    visit: Callable[[], Visitor], stage: Stage, axe: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Complete, tell, wait four weeks, a mail, "nej" with a reason, a task, an answer."""
    script = axe if "[with-" in request.node.name else ""
    title = f"Skolehave {uuid4().hex[:6]}"
    staff, resident, reader = visit(), visit(), visit()
    staff.sign_in_as(TOWN, "moderator")
    resident.sign_in_as(TOWN, "resident")
    begin(staff, title)
    join(resident, title)
    complete(staff, script, tmp_path)
    four_weeks_pass(stage, title)
    open_mail(reader, f"Hjalp det? {title}")
    say_no(reader, script)
    answer(staff, title, script)
    open_mail(reader, f"Vores svar: {title}")
    reader.sees(REPLY)


def begin(staff: Visitor, title: str) -> None:
    staff.go(f"/{TOWN}/projekter/nyt")
    staff.fill("Overskrift", title)
    staff.fill("Hvad går projektet ud på?", "Børnene dyrker deres egen frokost.")
    staff.fill("Kontaktperson", "Park og Vej")
    staff.press("Opret projektet")
    staff.is_at(title)
    staff.follow("Sæt projektet i gang")
    staff.is_at("Sæt projektet i gang")
    staff.press("Sæt projektet i gang")
    staff.is_at(title)


def join(resident: Visitor, title: str) -> None:
    resident.go(f"/{TOWN}/projekter/")
    resident.follow(title)
    resident.is_at(title)
    resident.follow("Jeg vil være med")
    resident.page.wait_for_url("**/vaer-med")
    resident.press("Jeg vil være med")
    resident.sees("Du er med.")


def complete(staff: Visitor, script: str, tmp_path: Path) -> None:
    """One sentence for the move, then the whole story with a picture."""
    staff.follow("Markér som gennemført")
    staff.is_at("Markér som gennemført")
    staff.fill("Hvad kom der ud af det?", "Haven er der.")
    staff.press("Markér som gennemført")
    staff.sees("Det er gjort")
    staff.follow("Projektets side")
    staff.follow("Fortæl, hvad der kom ud af det")
    staff.is_at("Fortæl, hvad der kom ud af det")
    check(script, staff)
    staff.fill("Hvad kom der ud af det?", "Der er 14 højbede og et skur.")
    staff.fill("Hvad kostede det i kroner?", "12500")
    photograph = tmp_path / "have.jpg"
    photograph.write_bytes(picture_bytes(size=(900, 600)))
    staff.page.locator("input[type=file]").set_input_files(photograph)
    staff.press("Gem")
    staff.is_at("Hvad viser billederne?")
    staff.fill("Hvad viser billede 1?", "Tre højbede")
    staff.press("Gem")
    staff.sees("12.500 kroner")
    check(script, staff)


def four_weeks_pass(stage: Stage, title: str) -> None:
    """For this project alone; then the worker's round, at once."""
    engine = create_engine(stage[1]["DATABASE_URL"])
    done = (datetime.now(UTC) - timedelta(days=29)).strftime("%Y-%m-%d %H:%M:%S.%f")
    with engine.begin() as connection:
        statement = text("UPDATE projects SET completed_at = :done WHERE title = :title")
        connection.execute(statement, {"done": done, "title": title})
    engine.dispose()
    ask = [sys.executable, "-m", "flask", "--app", "wsgi", "outcomes", "ask"]
    subprocess.run(ask, cwd=ROOT, env=stage[1], check=True, capture_output=True)


def open_mail(reader: Visitor, subject: str) -> None:
    """Once the worker has sent it."""
    end = time.monotonic() + PATIENCE
    reader.go(f"/{TOWN}/_post/")
    while not reader.page.get_by_role("link", name=subject).count():
        assert time.monotonic() < end, f"no mail “{subject}”"
        reader.page.reload()
    reader.follow(subject)
    reader.is_at(subject)


def say_no(reader: Visitor, script: str) -> None:
    """Without signing in; the mail's button is chosen already."""
    reader.page.locator("a[href*='svar=no']").click()
    reader.is_at("Hjalp det?")
    expect(reader.page.get_by_label("Nej, det hjalp ikke")).to_be_checked()
    check(script, reader)
    reader.fill("Hvis det ikke hjalp: hvorfor ikke?", REASON)
    reader.press("Send mit svar")
    reader.is_at("Tak for dit svar")
    check(script, reader)


def answer(staff: Visitor, title: str, script: str) -> None:
    staff.go(f"/{TOWN}/opgaver/?kind=feedback")
    staff.follow(title)
    staff.is_at(f"Det hjalp ikke: {title}")
    staff.sees(REASON)
    check(script, staff)
    staff.fill("Dit svar", REPLY)
    staff.press("Svar")
    staff.sees("Det fik personen at vide")


def check(axe: str, visitor: Visitor) -> None:
    """Nothing on the page bars the way, and nothing is wider than a telephone."""
    if axe:
        assert not violations(visitor.page, axe, PHONE) + too_wide(visitor.page)
