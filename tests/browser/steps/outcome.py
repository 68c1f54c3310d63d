"""The project is completed, says what came of it, and is measured; weeks later a mail asks."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import expect
from sqlalchemy import create_engine, text

from participation.foundation.clock import today
from tests.browser.steps.scene import HOME, Scene
from tests.browser.visitor import Visitor
from tests.factories.files import picture_bytes
from tests.processes import run

STORY, PICTURE = "Der står 14 ting på hylderne.", "Tre hylder med værktøj"
MEASURED = "Ture til genbrugspladsen efter noget at låne"
REASON = "Døren er låst, når jeg har fri."
REPLY = "Vi låser op klokken syv fra nu af."


def complete(scene: Scene) -> None:
    """With one sentence, by the steward."""
    owner = scene.owner
    owner.go(scene.project_address)
    owner.follow("Arbejd med projektet")
    owner.is_at(scene.idea)
    owner.follow("Markér som gennemført")
    owner.is_at("Markér som gennemført")
    owner.fill("Hvad kom der ud af det?", "Det står der.")
    owner.press("Markér som gennemført")
    owner.sees("Det er gjort")


def tell(scene: Scene, folder: Path) -> None:
    """The whole story, with a picture and what it did for the goal."""
    owner, photograph = scene.owner, folder / "skur.jpg"
    owner.follow("Projektets side")
    owner.follow("Fortæl, hvad der kom ud af det")
    owner.is_at("Fortæl, hvad der kom ud af det")
    owner.fill("Hvad kom der ud af det?", STORY)
    owner.fill("Hvad kostede det i kroner?", "12500")
    owner.fill("Hvad betød det for målet?", "Naboer, der ikke kendte hinanden, låner nu af hinanden.")
    photograph.write_bytes(picture_bytes(size=(900, 600)))
    owner.page.locator("input[type=file]").set_input_files(photograph)
    owner.press("Gem")
    owner.is_at("Hvad viser billederne?")
    owner.fill("Hvad viser billede 1?", PICTURE)
    owner.press("Gem")
    owner.sees("12.500 kroner")
    scene.check(owner)


def measure(scene: Scene, administrator: Visitor, goal: str) -> None:
    """The administrator says what is measured under the goal; a moderator writes what it came to."""
    administrator.go(f"{HOME}/maal/")
    administrator.follow(goal)
    administrator.is_at(goal)
    administrator.follow("Mål noget mere under dette mål")
    administrator.is_at("Mål noget mere")
    _define(administrator)
    staff = scene.staff
    staff.go(f"{HOME}/indstillinger/strategi/indikatorer/")
    staff.follow(MEASURED)
    staff.is_at(MEASURED)
    staff.fill("Målt den", today().isoformat())
    staff.fill("Værdi", "82,5")
    staff.press("Gem målingen")
    staff.sees("Målingen er gemt.")


def _define(administrator: Visitor) -> None:
    form = administrator.page
    administrator.fill("Hvad måles?", MEASURED)
    administrator.fill("Enhed", "%")
    form.get_by_label("Mindre er bedre").check()
    administrator.fill("Måltal", "80")
    administrator.press("Gem")
    administrator.is_at(MEASURED)


def four_weeks_pass(scene: Scene, stage: tuple[str, dict[str, str]]) -> None:
    """For this project alone; then the worker's round, at once."""
    engine = create_engine(stage[1]["DATABASE_URL"])
    done = (datetime.now(UTC) - timedelta(days=29)).strftime("%Y-%m-%d %H:%M:%S.%f")
    number = scene.project_address.rsplit("/", 1)[1].split("-", 1)[0]
    with engine.begin() as connection:
        statement = text("UPDATE projects SET completed_at = :done WHERE id = :number")
        connection.execute(statement, {"done": done, "number": int(number)})
    engine.dispose()
    code, said = run("flask", "--app", "wsgi", "outcomes", "ask", settings=stage[1])
    assert code == 0, said


def say_no(scene: Scene, asked: Visitor, title: str) -> None:
    """Without signing in; the mail's button is chosen already."""
    asked.open_mail(f"Hjalp det? {title}")
    asked.page.locator("a[href*='svar=no']").click()
    asked.is_at("Hjalp det?")
    expect(asked.page.get_by_label("Nej, det hjalp ikke")).to_be_checked()
    scene.check(asked)
    asked.fill("Hvis det ikke hjalp: hvorfor ikke?", REASON)
    asked.press("Send mit svar")
    asked.is_at("Tak for dit svar")
    scene.check(asked)


def answer(scene: Scene, asked: Visitor, title: str) -> None:
    """A "no" with a reason is a case; its answer comes by mail."""
    staff = scene.staff
    staff.go(f"{HOME}/opgaver/?kind=feedback")
    staff.follow(title)
    staff.is_at(f"Det hjalp ikke: {title}")
    staff.sees(REASON)
    staff.fill("Dit svar", REPLY)
    staff.press("Svar")
    staff.sees("Det fik personen at vide")
    asked.open_mail(f"Vores svar: {title}")
    asked.sees(REPLY)
