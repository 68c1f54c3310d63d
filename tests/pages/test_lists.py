"""Front page, goals, lists, strategy and figures: what they say, and what they say when there is nothing."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from participation.extensions import db
from participation.foundation.clock import now, today
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Answer, AnswerKind, Idea
from participation.ideas.queries.figures import AnswerFact
from participation.pages.figures import Counted, _period
from participation.pages.front import yes_and_no
from participation.strategies.models import Strategy
from tests.factories.ideas import IdeaFactory
from tests.factories.strategies import GoalFactory

EMPTY = {
    "": "Ingen idéer er åbne for støtte lige nu.",
    "maal/": "Kommunen har ikke offentliggjort en strategi endnu.",
    "strategi/": "Kommunen har ikke offentliggjort en strategi endnu.",
    "ideer/": "Ingen har foreslået noget endnu.",
    "projekter/": "Der er ingen projekter endnu.",
    "svarer-vi-til-tiden": "Der er ikke svaret på noget i denne periode endnu.",
}


def test_empty_pages_invite(client: Any) -> None:
    for path, words in EMPTY.items():
        assert words in client.get(f"/vallensbaek/{path}").text, path


def test_front_says_that_the_strategy_has_ended(client: Any) -> None:
    goal = GoalFactory()
    strategy = db.session.get_one(Strategy, goal.strategy_id)
    strategy.period_ends_on = date(2025, 12, 31)
    assert "Strategien gjaldt til og med 2025." in client.get("/vallensbaek/").text


def test_front_keeps_a_place_for_a_no(municipality: Any) -> None:
    yes = [IdeaFactory(status=IdeaStatus.ACCEPTED, decided_at=now()) for _ in range(4)]
    no = IdeaFactory(status=IdeaStatus.DECLINED, decided_at=now())
    assert yes_and_no([*yes, no]) == [*yes[:2], no]
    assert yes_and_no([no, *yes]) == [no, *yes[:2]]


def test_a_goal_lists_its_ideas_by_status(client: Any) -> None:
    goal = GoalFactory(title="Grønt")
    IdeaFactory(goal_id=goal.id, title="Den åbne")
    IdeaFactory(goal_id=goal.id, title="Den afviste", status=IdeaStatus.DECLINED, decided_at=now())
    IdeaFactory(title="Et andet sted")
    path = f"/vallensbaek/maal/{goal.id}-groent"
    page = client.get(path).text
    assert "Den åbne" in page and "Den afviste" in page and "Et andet sted" not in page
    assert "2 idéer." in page and "Det er ikke blevet til noget endnu." in page
    only = client.get(f"{path}?status=declined").text
    assert "Den åbne" not in only and "Den afviste" in only


def test_a_hidden_idea_is_on_no_list(client: Any) -> None:
    goal = GoalFactory(title="Grønt")
    IdeaFactory(goal_id=goal.id, title="Skjult for alle", hidden_at=now())
    for path in ("", "ideer/", f"maal/{goal.id}-groent"):
        assert "Skjult for alle" not in client.get(f"/vallensbaek/{path}").text


def test_pages_of_a_list_keep_the_filters(client: Any) -> None:
    goal = GoalFactory()
    for _ in range(21):
        IdeaFactory(goal_id=goal.id)
    page = client.get(f"/vallensbaek/ideer/?goal={goal.id}&sort=most").text
    assert "21 idéer" in page
    assert f"goal={goal.id}&amp;sort=most&amp;cursor=" in page


def fact(days: int, late_by: int, is_yes: bool = True) -> AnswerFact:
    moment = now()
    return AnswerFact(moment - timedelta(days=late_by), moment, moment - timedelta(days=days), True, is_yes)


def test_figures_count_silence_as_a_broken_promise(client: Any) -> None:
    overdue = [now() - timedelta(seconds=1)]
    facts = [fact(10, -1), fact(20, -1, is_yes=False), fact(30, 5)]
    period = _period("År", today(), Counted(facts, [("money", now())], 1, overdue, {"money": "Penge"}))
    assert [figure for figure, _ in period.items] == ["3", "50 %", "20 dage", "2", "1"]
    assert period.refusals == [("1", "Penge")]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/vallensbaek", "I dette kvartal (siden 1. oktober)"),
        ("/en/vallensbaek", "This quarter (since 1 October)"),
    ],
)
def test_the_quarter_is_named_by_its_first_day(client: Any, path: str, words: str) -> None:
    with time_machine.travel(datetime(2031, 11, 22, 12, tzinfo=UTC), tick=False):
        assert words in client.get(f"{path}/svarer-vi-til-tiden").text


def test_figures_read_answers_from_the_database(client: Any, session: Any) -> None:
    idea: Idea = IdeaFactory(status=IdeaStatus.ACCEPTED, decided_at=now())
    text = {"doing": "Ja", "department": "Teknik", "decided_on": today(), "was_promised_at": now()}
    session.add(Answer(idea_id=idea.id, kind=AnswerKind.YES, **text))
    page = client.get("/vallensbaek/svarer-vi-til-tiden").text
    assert "idé har fået svar" in page
