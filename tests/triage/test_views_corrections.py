"""A corrected answer: every version kept, shown with its difference, told again once; the promise stays."""

from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import end_of_day
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Answer, AnswerKind, AnswerVersion, Idea
from tests.factories.ideas import AnswerFactory, IdeaFactory
from tests.triage.conftest import ANSWER
from tests.triage.dates import in_days


@pytest.fixture
def idea(author: Person) -> Idea:
    return IdeaFactory(author_id=author.id, status=IdeaStatus.ACCEPTED)


@pytest.fixture
def answer(idea: Idea, moderator: Person) -> Answer:
    return AnswerFactory(idea_id=idea.id, actor_id=moderator.id)


def correct(desk: Any, answer: Answer, **words: str) -> Any:
    sent = ANSWER | {"version": "0", "step": "send"} | words
    return desk.post(f"/vallensbaek/opgaver/svar/{answer.id}/ret", data=sent)


def test_correction_is_looked_at_before_it_is_sent(desk: Any, answer: Answer) -> None:
    look = correct(desk, answer, doing="Vi planter tolv træer.", step="preview")
    assert look.status_code == 200
    assert "<del>" in look.text and "tolv" in look.text and "1 person får besked" in look.text
    assert answer.doing == "Vi planter ti træer."


def test_correction_is_public_with_its_difference(desk: Any, client: Any, answer: Answer, idea: Idea) -> None:
    correct(desk, answer, doing="Vi planter tolv træer.")
    page = client.get(f"/vallensbaek/ideer/{idea.id}-{idea.slug}").text
    assert "se, hvad der blev ændret" in page and "<del>" in page
    assert "Vi planter tolv træer." in page
    assert "se, hvad der blev ændret" in desk.get(f"/vallensbaek/opgaver/{idea.id}").text


def test_every_version_is_kept(desk: Any, answer: Answer, moderator: Person) -> None:
    correct(desk, answer, doing="Vi planter tolv træer.")
    correct(desk, answer, doing="Vi planter tolv lindetræer.", version="2")
    versions = db.session.scalars(select(AnswerVersion).order_by(AnswerVersion.number)).all()
    assert [each.doing for each in versions] == [
        "Vi planter ti træer.",
        "Vi planter tolv træer.",
        "Vi planter tolv lindetræer.",
    ]
    assert versions[0].created_at == answer.created_at


def test_an_interim_answers_promise_stays(desk: Any, idea: Idea, moderator: Person) -> None:
    promised = end_of_day(in_days(9))
    interim = AnswerFactory(idea_id=idea.id, kind=AnswerKind.INTERIM, promised_at=promised, is_kept=True)
    given = interim.created_at
    assert correct(desk, interim, why="", doing="Vi spørger udvalget i juni.").status_code == 303
    assert (interim.promised_at, interim.created_at, interim.is_kept) == (promised, given, True)
    assert interim.kind is AnswerKind.INTERIM


@pytest.mark.parametrize(
    ("words", "status"),
    [({}, 422), ({"doing": ""}, 422), ({"doing": "Vi planter ni.", "version": "1"}, 409)],
)
def test_what_is_no_correction_is_refused(
    desk: Any, answer: Answer, words: dict[str, str], status: int
) -> None:
    same = {"decided_on": answer.decided_on.isoformat(), "next_steps": ""}
    assert correct(desk, answer, **same | words).status_code == status
    assert answer.corrected_at is None


def test_a_resident_corrects_nothing(client_of: Any, author: Person, answer: Answer) -> None:
    assert correct(client_of(author), answer, doing="Nej.").status_code == 403


def test_a_cpr_number_is_asked_about(desk: Any, answer: Answer) -> None:
    words = {"why": "Ring til 010190-1234."}
    assert "ligner et CPR-nummer" in correct(desk, answer, **words).text
    assert correct(desk, answer, **words, step="preview").status_code == 422
    correct(desk, answer, **words, seen="cpr")
    assert "010190" in answer.why
