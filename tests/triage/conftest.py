"""What the desk's forms need: a moderator's browser, and words for every field."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.cases.models import CaseKind
from participation.foundation.clock import end_of_day, today
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import Idea
from participation.triage.rules import Act
from tests.factories.ideas import CaseFactory, IdeaFactory
from tests.factories.municipalities import ReasonFactory
from tests.factories.strategies import EffortFactory

ANSWER = {
    "doing": "Vi planter ti træer.",
    "why": "Det er varmt om sommeren.",
    "next_steps": "Vi begynder i april.",
    "department": "Park og Vej",
    "decided_by": "administration",
    "decided_on": "2026-03-03",
}


@pytest.fixture
def desk(moderator: Person, client_of: Callable[[Person], Any]) -> Any:
    """A browser in which a moderator is signed in."""
    return client_of(moderator)


@pytest.fixture
def fill(moderator: Person) -> Callable[[Act], dict[str, str]]:
    """Everything that an act asks for."""
    reason, effort = ReasonFactory(), EffortFactory()
    until = (today() + timedelta(days=20)).isoformat()
    by_need: dict[str, dict[str, str]] = {
        "answer": ANSWER,
        "interim": ANSWER,
        "reason": {"reason_code": reason.code},
        "sentence": {"sentence": "Skriv, hvor træerne skal stå."},
        "words": {},
        "goal": {"goal": "outside"},
        "link": {"link": f"effort-{effort.id}"},
        "review": {"review_place": "Teknikudvalget", "until": until},
        "promise": {"until": until},
    }
    return lambda act: {name: value for need in act.needs for name, value in by_need[need].items()}


def idea_at(status: IdeaStatus, **more: Any) -> Idea:
    """An idea at a status, with a case that waits where that status has one."""
    meaning = IDEAS.meanings[status]
    case = CaseFactory(is_open=meaning.awaits_review or meaning.awaits_answer, **more.pop("case", {}))
    dates = {"published_at": None, "reviewed_at": None} if meaning.is_withheld else {}
    return IdeaFactory(status=status, case_id=case.id, **(dates | more))


def waiting(days: int, kind: CaseKind = CaseKind.ANSWER, **more: Any) -> Idea:
    """An idea whose answer is promised in so many days."""
    due = end_of_day(today() + timedelta(days=days))
    case = {"kind": kind, "due_at": due} | more.pop("case", {})
    return idea_at(IdeaStatus.PUBLISHED, promised_at=due, case=case, **more)
