"""Front page, goals, lists, strategy and figures: what they say, and what they say when there is nothing."""

from datetime import date
from typing import Any

import pytest
from flask import Flask

from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.listing import Page
from participation.ideas.lifecycle import IdeaStatus
from participation.pages.front import yes_and_no
from participation.pages.listing import total_words
from participation.pages.texts import idea_count
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


@pytest.mark.parametrize(("is_exact", "words"), [(True, "1.000 idéer"), (False, "mere end 1.000 idéer")])
def test_how_many_there_are_is_said_with_what_they_are(app: Flask, is_exact: bool, words: str) -> None:
    page: Page[Any] = Page([], 1000, is_exact, None, None, "newest")
    with app.test_request_context("/vallensbaek/"):
        assert total_words(page, idea_count) == words


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


def test_english_pages_mark_the_strategy_s_own_words_as_danish(client: Any) -> None:
    goal = GoalFactory(title="Grønt", text="Mere grønt i byen.")
    page = client.get(f"/en/vallensbaek/maal/{goal.id}-groent").text
    assert '<h1 lang="da">Grønt</h1>' in page
    assert '<p lang="da">Mere grønt i byen.</p>' in page
    assert '" lang="da">Grønt</a>' in client.get("/en/vallensbaek/maal/").text
