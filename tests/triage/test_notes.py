"""Internal notes: written, changed by their author, and seen by nobody outside staff in any way."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest
from flask import Flask

from participation.accounts.models import Person, Role
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.triage.models import Note
from participation.triage.services.contributions import ask_colleague, give_contribution
from tests.architecture.routes import ROUTES, address, methods, rows_for
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import AnswerFactory, CaseFactory, IdeaFactory
from tests.factories.triage import NoteFactory
from tests.triage.dates import in_days

MARKER = "hemmeligtnotat"


def test_note_is_written_and_shown_newest_first(desk: Any, moderator: Person) -> None:
    idea = IdeaFactory()
    for body in ("Først.", "Sidst."):
        answer = desk.post(f"/vallensbaek/opgaver/sager/{idea.case_id}/noter", data={"body": body})
    assert answer.location.endswith("#noter")
    page = desk.get(f"/vallensbaek/opgaver/{idea.id}").text
    assert page.index("Sidst.") < page.index("Først.")
    assert "kan skulle udleveres ved aktindsigt" in page


def test_colleagues_read_a_note_as_it_was_written(desk: Any) -> None:
    idea = IdeaFactory()
    NoteFactory(case_id=idea.case_id, body="Ring til Hans på 23 45 67 89, hans@example.org")
    page = desk.get(f"/vallensbaek/opgaver/{idea.id}").text
    assert "23 45 67 89" in page and "hans@example.org" in page


def test_a_double_click_is_one_note(desk: Any) -> None:
    case = CaseFactory()
    for _ in range(2):
        desk.post(f"/vallensbaek/opgaver/sager/{case.id}/noter", data={"body": "Ring til skolen."})
    assert db.session.query(Note).count() == 1


def test_whoever_answers_has_the_notes_at_hand(desk: Any, moderator: Person) -> None:
    idea = IdeaFactory(status=IdeaStatus.PUBLISHED)
    NoteFactory(case_id=idea.case_id, author_id=moderator.id, body="Det koster **ti** tusind.")
    assert "Det koster <strong>ti</strong> tusind." in desk.get(f"/vallensbaek/opgaver/{idea.id}/accept").text


def test_note_on_a_case_of_another_kind_returns_there(desk: Any) -> None:
    case = CaseFactory(place="opgaver/anmeldelser/3")
    answer = desk.post(f"/vallensbaek/opgaver/sager/{case.id}/noter", data={"body": "Ring til skolen."})
    assert answer.location == "/vallensbaek/opgaver/anmeldelser/3#noter"


def test_empty_note_is_refused(desk: Any) -> None:
    case = CaseFactory()
    assert desk.post(f"/vallensbaek/opgaver/sager/{case.id}/noter", data={"body": " "}).status_code == 422


def test_only_its_author_changes_a_note(desk: Any, moderator: Person, client_of: Callable[..., Any]) -> None:
    note = NoteFactory(author_id=moderator.id)
    other = client_of(PersonFactory(role=Role.ADMINISTRATOR))
    assert other.post(f"/vallensbaek/opgaver/noter/{note.id}", data={"body": "Nej"}).status_code == 403
    assert desk.post(f"/vallensbaek/opgaver/noter/{note.id}", data={"body": "Rettet."}).status_code == 303
    assert (note.body, note.changed_at is not None) == ("Rettet.", True)


@pytest.fixture
def noted(author: Person, moderator: Person) -> Idea:
    """An idea whose case is full of what only staff may read."""
    idea: Idea = IdeaFactory(author_id=author.id)
    NoteFactory(case_id=idea.case_id, author_id=moderator.id, body=f"{MARKER} et")
    words = {"recipient": "kollega@example.org", "question": f"{MARKER} to", "due_on": in_days(5)}
    asked = ask_colleague(actor=moderator, idea=idea, **words)
    said = {"body": f"{MARKER} tre", "name": MARKER, "department": MARKER}
    give_contribution(actor=moderator, contribution=asked, **said)
    AnswerFactory(idea_id=idea.id)
    return idea


def test_notes_are_seen_by_staff(desk: Any, noted: Idea) -> None:
    assert desk.get(f"/vallensbaek/opgaver/{noted.id}").text.count(MARKER) >= 3


@pytest.mark.parametrize("role", ["visitor", "citizen", "author", "stranger", "steward"])
def test_notes_are_in_no_page_or_file_for_others(
    app: Flask, client: Any, client_of: Callable[..., Any], noted: Idea, request: Any, role: str
) -> None:
    reader = client if role == "visitor" else client_of(request.getfixturevalue(role))
    assert [
        path for path in pages(app, noted) if MARKER in words(reader.get(path, follow_redirects=True).data)
    ] == []


def words(said: bytes) -> str:
    """What can be read in a page or a file, also where the file is a folder of packed ones."""
    if not is_zipfile(BytesIO(said)):
        return said.decode(errors="replace")
    with ZipFile(BytesIO(said)) as packed:
        return "".join(packed.read(name).decode(errors="replace") for name in packed.namelist())


def pages(app: Flask, idea: Idea) -> list[str]:
    """Every address that can be read, about this idea where it is about one, in both languages."""
    readable = [name for name in sorted(ROUTES) if "GET" in methods(name)]
    found = []
    for name in readable:
        ids = rows_for(name)
        ids |= {"idea_id": idea.id} if "idea_id" in ids else {}
        ids |= {"case_id": idea.case_id} if "case_id" in ids else {}
        with app.test_request_context("/vallensbaek/"):
            found.append(address(name, ids))
    return found + [f"/en{path}" for path in found if path.startswith("/vallensbaek/")]


def test_notes_of_another_municipality_are_missing(
    noted: Idea, other_municipality: Any, client_of: Callable[..., Any]
) -> None:
    with municipality_context(other_municipality.id):
        colleague = client_of(PersonFactory(role=Role.MODERATOR))
    note = db.session.query(Note).first()
    assert note is not None
    assert colleague.get(f"/glostrup/opgaver/noter/{note.id}").status_code == 404
    sent = colleague.post(f"/glostrup/opgaver/sager/{noted.case_id}/noter", data={"body": "x"})
    assert sent.status_code == 404
