"""What is looked at before it is sent: who is told, by role, and as few statements for many as for one."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.triage.rules import ACTS, Act
from participation.votes.models import Vote
from tests.factories.accounts import PersonFactory
from tests.factories.triage import TemplateFactory
from tests.triage.bulk import prepared, submitted
from tests.triage.conftest import idea_at

# With the session, the viewer, the municipality, unread messages and the layout.
MOST_STATEMENTS = 25
Fill = Callable[[Act], dict[str, str]]


def supported(by: int) -> Idea:
    idea = idea_at(IdeaStatus.PUBLISHED)
    db.session.add_all(Vote(idea_id=idea.id, person_id=PersonFactory().id) for _ in range(by))
    db.session.flush()
    return idea


def look(desk: Any, idea: Idea, name: str, fill: Fill) -> Any:
    filled = fill(ACTS[name]) | {"version": str(idea.version), "step": "preview"}
    return desk.post(f"/vallensbaek/opgaver/{idea.id}/{name}", data=filled)


@pytest.mark.parametrize("name", ["decline", "answer_for_now"])
def test_it_says_who_is_told_by_role(name: str, desk: Any, fill: Fill) -> None:
    shown = look(desk, supported(by=2), name, fill).text
    assert "3 personer får besked: 1 forslagsstiller, 2, der støtter." in shown


def test_of_what_is_not_published_the_author_alone_is_told(desk: Any, fill: Fill) -> None:
    shown = look(desk, submitted(), "return", fill).text
    assert "1 person får besked: 1 forslagsstiller." in shown
    assert "Sådan vil forslagsstilleren se det" in shown


def test_an_interim_answer_shows_all_that_it_says(desk: Any, fill: Fill) -> None:
    shown = look(desk, supported(by=0), "answer_for_now", fill).text
    assert "Det er varmt om sommeren." in shown and "Vi begynder i april." in shown


def test_a_preview_asks_no_more_when_more_support(desk: Any, fill: Fill, count_queries: Any) -> None:
    counts = []
    for idea in (supported(by=1), supported(by=1), supported(by=12)):
        db.session.expire_all()
        with count_queries() as statements:
            look(desk, idea, "decline", fill)
        counts.append(len(statements))
    assert counts[1] == counts[2] <= MOST_STATEMENTS


def test_a_preview_of_many_asks_no_more_than_of_few(desk: Any, moderator: Person, count_queries: Any) -> None:
    counts = []
    for most in (2, 2, 9):
        bulk_id = prepared(moderator, "publish", [submitted() for _ in range(most)]).id
        db.session.expunge_all()
        with count_queries() as statements:
            desk.get(f"/vallensbaek/opgaver/samlet/{bulk_id}")
        counts.append(len(statements))
    assert counts[1] == counts[2] <= MOST_STATEMENTS


@pytest.mark.parametrize("doing", ["Vi gør det ikke, {navn}.", "Tak for idéen. Vi må sige nej."])
def test_many_are_not_answered_with_a_template_alone(doing: str, desk: Any, fill: Fill) -> None:
    TemplateFactory(doing="Tak for idéen. Vi må sige nej.", why="", next_steps="")
    answer = fill(ACTS["decline"]) | {"doing": doing, "why": "Det er nej.", "next_steps": ""}
    idea = supported(by=0)
    response = desk.post("/vallensbaek/opgaver/samlet/ny/decline", data=answer | {"case": f"{idea.case_id}"})
    assert response.status_code == 422
