"""A case file holds everything about a case and nobody's support, and is as the schema says."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import select

from participation.accounts.models import Person, Role
from participation.extensions import db
from participation.foundation.clock import now
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Answer, AnswerKind, Idea
from participation.ideas.services.answers import AnswerText
from participation.ideas.services.corrections import correct_answer, text_of
from participation.ideas.services.moves import move
from participation.ideas.services.needs import Details
from participation.ideas.services.versions import IdeaText
from participation.ideas.services.writing import add_to, edit
from participation.moderation.models import LogEntry
from participation.records.rules.case_file import CaseFile
from participation.triage.services.notes import write_note
from participation.votes.services import support
from scripts.paths import ROOT
from tests.conftest import Client
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory

ANSWER = AnswerText(doing="Det gør vi ikke.", why="Der er ingen penge.", department="Park og vej")
SCHEMA = json.loads((ROOT / "docs" / "case-file.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def staff(client_of: Callable[[Person], Client], moderator: Person) -> Client:
    return client_of(moderator)


@pytest.fixture
def idea(author: Person, moderator: Person) -> Idea:
    """An idea to which nearly everything has happened."""
    idea = IdeaFactory(status=IdeaStatus.SUBMITTED, title="Bænke", author_id=author.id, published_at=None)
    idea.reviewed_at = None
    move(actor=moderator, idea=idea, name="publish", details=Details(is_outside_strategy=True))
    support(actor=PersonFactory(display_name="Hemmelig Støtte"), idea=idea)
    edit(
        actor=author, idea=idea, text=IdeaText(title="Flere bænke", body="Ved åen.", is_outside_strategy=True)
    )
    db.session.add(
        Answer(
            idea_id=idea.id,
            kind=AnswerKind.INTERIM,
            doing="Vi ser på det.",
            department="Park og vej",
            decided_on=now().date(),
        )
    )
    hidden = {"hidden_at": now(), "hidden_reason": "insulting", "hidden_sentence": "For groft."}
    CommentFactory(discussion_id=idea.discussion_id, body="Dit fjols.", **hidden)
    CommentFactory(discussion_id=idea.discussion_id, body="", deleted_at=now())
    return idea


def taken(staff: Client, idea: Idea, kind: str, prefix: str = "") -> Any:
    address = f"{prefix}/vallensbaek/opgaver/{idea.id}/sagsakt/hent"
    return staff.post(address, json=None, data={"format_name": kind})


def test_the_file_is_as_the_schema_says(staff: Client, idea: Idea) -> None:
    response = taken(staff, idea, "json")
    file = json.loads(response.data)
    Draft202012Validator(SCHEMA).validate(file)
    assert [version["title"] for version in file["versions"]] == ["Bænke", "Flere bænke"]
    assert [answer["doing"] for answer in file["answers"]] == ["Vi ser på det."]
    assert [move["name"] for move in file["moves"]] == ["publish"]
    assert (file["support"]["counted"], "Hemmelig" in response.text) == (2, False)


def test_notes_are_in_the_file_only_when_it_is_asked_for_with_them(
    staff: Client, idea: Idea, moderator: Person
) -> None:
    assert idea.case is not None
    write_note(actor=moderator, case=idea.case, body="Ring til naboen.")
    assert "Ring til naboen." not in taken(staff, idea, "html").text
    address = f"/vallensbaek/opgaver/{idea.id}/sagsakt/hent"
    page = staff.post(address, data={"format_name": "html", "with_notes": "y"}).text
    file = json.loads(staff.post(address, data={"format_name": "json", "with_notes": "y"}).data)
    assert "Ring til naboen." in page
    assert [note["body"] for note in file["notes"]] == ["Ring til naboen."]


def test_the_page_says_who_decided_and_nothing_that_is_empty(staff: Client, idea: Idea) -> None:
    page = taken(staff, idea, "html").text
    assert "Besluttet af: forvaltningen" in page
    assert not re.search(r"<dd>\s*</dd>", page)


def test_a_corrected_answer_stands_with_what_it_said(staff: Client, idea: Idea, moderator: Person) -> None:
    answer = db.session.scalars(select(Answer)).one()
    text = replace(text_of(answer=answer), doing="Vi sætter fire bænke op.")
    correct_answer(actor=moderator, idea=idea, answer=answer, text=text, seen_version=0)
    (part,) = json.loads(taken(staff, idea, "json").data)["answers"]
    said = [wording["doing"] for wording in part["earlier"]]
    assert (part["doing"], said[0]) == ("Vi sætter fire bænke op.", "Vi ser på det.")


def test_the_written_schema_is_the_one_that_holds() -> None:
    assert {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **CaseFile.model_json_schema(mode="serialization"),
    } == SCHEMA


def test_every_part_is_described() -> None:
    text = (ROOT / "docs" / "case-file.md").read_text(encoding="utf-8")
    assert [name for name in CaseFile.model_fields if f"`{name}`" not in text] == []


def test_what_was_hidden_stands_with_its_reason_and_what_is_deleted_without_words(
    staff: Client, idea: Idea
) -> None:
    hidden, deleted = json.loads(taken(staff, idea, "json").data)["comments"]
    assert (hidden["state"], hidden["body"], hidden["hidden"]["sentence"]) == (
        "hidden",
        "Dit fjols.",
        "For groft.",
    )
    assert (deleted["state"], deleted["body"], deleted["author"]) == ("deleted", "", None)


def test_the_page_asks_nothing_of_any_server(staff: Client, idea: Idea) -> None:
    response = taken(staff, idea, "html")
    assert response.mimetype == "text/html"
    assert not re.search(r"<(link|script|img|iframe|object|form)\b|@import|url\(|\ssrc=", response.text)
    for words in ("Flere bænke", "Dit fjols.", "For groft.", "Vi ser på det.", "Park og vej", "Ved åen."):
        assert words in response.text
    assert "Hemmelig" not in response.text


def test_its_name_is_safe_whatever_the_title(staff: Client, idea: Idea) -> None:
    idea.title = '../"æ\n; x=1'
    header = taken(staff, idea, "json").headers["Content-Disposition"]
    assert re.fullmatch(rf"attachment; filename=sag-{idea.id}-\d{{4}}-\d\d-\d\d\.json", header)


def test_it_is_in_the_language_of_the_page(staff: Client, idea: Idea) -> None:
    file = json.loads(taken(staff, idea, "json", "/en").data)
    assert (file["language"], file["idea"]["status"]["label"]) == ("en", "Open for support")


def test_a_script_in_a_text_stays_text(staff: Client, idea: Idea) -> None:
    idea.body = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    assert "<script" not in taken(staff, idea, "html").text


def test_it_is_noted(staff: Client, idea: Idea, moderator: Person) -> None:
    taken(staff, idea, "html")
    entry = db.session.scalars(select(LogEntry).where(LogEntry.kind == "case_file_exported")).one()
    assert (entry.actor_id, entry.subjects, entry.facts) == (
        moderator.id,
        {"idea_id": idea.id},
        {"format": "html"},
    )


def test_the_log_of_the_case_is_in_it(staff: Client, idea: Idea) -> None:
    taken(staff, idea, "html")
    kinds = [entry["kind"] for entry in json.loads(taken(staff, idea, "json").data)["log"]]
    assert "case_file_exported" in kinds


def test_residents_get_nothing(client_of: Callable[[Person], Client], author: Person, idea: Idea) -> None:
    browser = client_of(author)
    assert taken(browser, idea, "json").status_code == 403
    assert browser.get(f"/vallensbaek/opgaver/{idea.id}/sagsakt").status_code == 403


def test_an_unknown_kind_shows_the_page_again(staff: Client, idea: Idea) -> None:
    assert taken(staff, idea, "exe").status_code == 422


def test_the_journal_number_stands_on_the_case(staff: Client, idea: Idea) -> None:
    staff.post(f"/vallensbaek/opgaver/{idea.id}/journalnummer", data={"number": " 26/1234 "})
    assert "26/1234" in staff.get(f"/vallensbaek/opgaver/{idea.id}").text
    assert "26/1234" in staff.get(f"/vallensbaek/opgaver/{idea.id}/sagsakt").text
    assert "26/1234" in taken(staff, idea, "html").text


def test_a_long_journal_number_is_refused(staff: Client, idea: Idea) -> None:
    response = staff.post(f"/vallensbaek/opgaver/{idea.id}/journalnummer", data={"number": "1" * 41})
    assert (response.status_code, "1" * 41 in response.text) == (422, True)


def test_what_is_held_says_so_and_numbers_are_whole(staff: Client, idea: Idea) -> None:
    held = {"held_at": now(), "held_reason": "cpr", "held_state": "waiting"}
    CommentFactory(discussion_id=idea.discussion_id, body="Ring på 22 34 56 78.", **held)
    CommentFactory(discussion_id=idea.discussion_id, body="Før.", waiting_body="Efter 010190-1234.")
    comments = json.loads(taken(staff, idea, "json").data)["comments"]
    assert [each["state"] for each in comments][-2:] == ["held", "shown"]
    assert comments[-1]["waiting_body"] == "Efter 010190-1234."
    page = taken(staff, idea, "html").text
    assert "Holdt tilbage: Andre har ikke læst den." in page
    assert "22 34 56 78" in page and "010190-1234" in page


def test_an_addition_that_is_held_is_in_it(staff: Client, idea: Idea, author: Person) -> None:
    add_to(actor=author, idea=idea, body="Jeg hedder 010190-1234.")
    [addition] = json.loads(taken(staff, idea, "json").data)["additions"]
    assert (addition["is_held"], addition["body"]) == (True, "Jeg hedder 010190-1234.")


def test_whoever_has_left_was_not_the_system(staff: Client, idea: Idea, moderator: Person) -> None:
    colleague = PersonFactory(role=Role.MODERATOR)
    decline = Details(answer=ANSWER, reason_code="no_money")
    move(actor=colleague, idea=idea, name="decline", details=decline)
    db.session.commit()
    colleague.display_name = None
    file = json.loads(taken(staff, idea, "json").data)
    assert file["moves"][-1]["by"] == "Uden navn"
    assert file["log"][-1]["sentence"].startswith("Uden navn ")
