"""An administrator maps, places and publishes by ordinary forms; every old address goes on answering."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import today
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.strategies import services as strategies
from participation.strategies.queries.successions import lines_to
from participation.successions import queries
from participation.successions.services.carrying import carry_on
from participation.votes import queries as votes
from participation.votes import services as voting
from tests.factories.ideas import IdeaFactory
from tests.successions.conftest import Change
from tests.successions.test_mapping import map_all

HOME = "/vallensbaek/indstillinger/strategi"


def place(change: Change, rest: str = "") -> str:
    return f"{HOME}/{change.new.id}/overgang{rest}"


def test_the_page_of_goals_suggests_and_counts(client_of: Any, administrator: Person, change: Change) -> None:
    IdeaFactory(goal_id=change.before[2].id)
    browser = client_of(administrator)
    page = browser.get(place(change)).text
    assert "4 mål mangler endnu." in page
    assert "Brug alle 2 forslag" in page
    assert browser.post(place(change, "/forslag")).status_code == 302
    page = browser.get(place(change)).text
    assert "2 mål mangler endnu." in page
    assert "Én står uden for den nye strategi" in page


def test_a_goal_is_mapped_by_a_form(client_of: Any, administrator: Person, change: Change) -> None:
    browser, goal = client_of(administrator), change.before[2]
    address = place(change, f"/maal/{goal.id}")
    assert "Bænke" in browser.get(address).text
    refused = browser.post(address, data={})
    assert (refused.status_code, "Vælg mindst ét mål" in refused.text) == (422, True)
    refused = browser.post(address, data={"is_dropped": "y"})
    assert (refused.status_code, "Skriv, hvorfor målet udgår" in refused.text) == (422, True)
    goals = [str(each.id) for each in change.after[2:]]
    assert browser.post(address, data={"goals": goals, "taker": goals[0]}).status_code == 302
    lines = lines_to(change.new)[goal.id]
    assert [(str(line.new_goal_id), line.takes_ideas) for line in lines] == [
        (goals[0], True),
        (goals[1], False),
    ]


@pytest.mark.parametrize("asked", ["goal", "after"])
def test_a_number_that_no_idea_has_is_not_asked_for(
    client_of: Any, administrator: Person, change: Change, asked: str
) -> None:
    page = client_of(administrator).get(place(change, f"/ideer?{asked}={'9' * 30}"))
    assert page.status_code == 200


def test_ideas_are_placed_one_by_one(client_of: Any, administrator: Person, change: Change) -> None:
    map_all(administrator, change)
    idea, other = (IdeaFactory(goal_id=change.before[3].id) for _ in range(2))
    browser, address = client_of(administrator), place(change, "/ideer?stranded=1")
    assert idea.title in browser.get(address).text
    said = {f"idea-{idea.id}": str(change.after[1].id), f"idea-{other.id}": "outside"}
    assert browser.post(address, data=said).status_code == 302
    found = {each.idea.id: each.goal for each in queries.placements(change.old, change.new)}
    assert (found[idea.id], found[other.id]) == (change.after[1], None)
    refused = browser.post(address, data={f"idea-{other.id}": str(change.before[0].id)})
    assert refused.status_code == 422


def test_publishing_waits_for_the_goals(client_of: Any, administrator: Person, change: Change) -> None:
    browser, address = client_of(administrator), f"{HOME}/{change.new.id}"
    assert "Offentliggør strategien" not in browser.get(address).text
    early = browser.post(f"{address}/offentliggoer", data={"version": change.new.version})
    assert early.status_code == 422
    map_all(administrator, change)
    assert "Offentliggør strategien" in browser.get(address).text
    assert browser.post(f"{address}/offentliggoer", data={"version": change.new.version}).status_code == 302
    assert "Idéerne bliver flyttet nu" in browser.get(place(change)).text
    carry_on()
    assert "Alle åbne idéer er på plads" in browser.get(place(change)).text
    assert browser.get(place(change, f"/maal/{change.before[0].id}")).status_code == 403


@pytest.fixture
def replaced(change: Change, administrator: Person, citizen: Person) -> Change:
    """Published, with what was open carried over."""
    map_all(administrator, change)
    voting.support(actor=citizen, idea=IdeaFactory(goal_id=change.before[0].id, title="Flere lindetræer"))
    declined = IdeaFactory(goal_id=change.before[0].id, title="Ti bøge", status=IdeaStatus.DECLINED)
    declined.decided_at = change.old.published_at
    IdeaFactory(goal_id=change.before[3].id, title="En ny sti")
    strategies.publish(actor=administrator, strategy=change.new, version=change.new.version)
    carry_on()
    return change


def test_old_pages_say_what_became_of_them(client: Any, replaced: Change) -> None:
    old, new = replaced.before, replaced.after
    page = client.get(f"/vallensbaek/maal/{old[0].id}-traeer").text
    assert "samlet med andre" in page and new[0].title in page and "2 idéer" in page
    assert "Stien er bygget." in client.get(f"/vallensbaek/maal/{old[3].id}-stier").text
    page = client.get(f"/vallensbaek/maal/{new[0].id}-mange-traeer").text
    assert "Fra den forrige strategi" in page and "Ti bøge" in page and "Flere lindetræer" in page
    strategy = client.get(f"/vallensbaek/strategi/{replaced.old.id}-strategi-2022")
    assert "Tallene er fra den dag" in strategy.text and "3 idéer" in strategy.text
    assert f"/vallensbaek/strategi/status?dato={today() - timedelta(days=1)}" in strategy.text
    assert "Tidligere strategier" in client.get("/vallensbaek/strategi/").text
    assert client.get(f"/vallensbaek/strategi/{replaced.old.id}-forkert").status_code == 301


def test_what_came_along_says_so(client: Any, replaced: Change) -> None:
    idea = db.session.scalars(select(Idea).where(Idea.title == "En ny sti")).one()
    page = client.get(f"/vallensbaek/ideer/{idea.id}-en-ny-sti").text
    assert "Kommunen har fået en ny strategi" in page
    assert "En ny sti" in client.get("/vallensbaek/ideer/?goal=outside").text


def test_support_of_the_period_before_is_renewed_with_one_click(
    client_of: Any, citizen: Person, replaced: Change
) -> None:
    idea = db.session.scalars(select(Idea).where(Idea.title == "Flere lindetræer")).one()
    address, browser = f"/vallensbaek/ideer/{idea.id}-flere-lindetraeer", client_of(citizen)
    page = browser.get(address).text
    assert "1 støttede i den forrige periode" in page and "Forny min støtte" in page
    assert idea.title in browser.get("/vallensbaek/ny-strategi").text
    assert (
        browser.post(f"/vallensbaek/ideer/{idea.id}/stoette/forny", data={"back": "list"}).status_code == 302
    )
    assert votes.of_earlier_period(idea) == 0
    assert "Forny min støtte" not in browser.get(address).text


def test_all_support_is_renewed_at_once(client_of: Any, citizen: Person, replaced: Change) -> None:
    browser = client_of(citizen)
    browser.post("/vallensbaek/ny-strategi/forny")
    assert "Gælder din støtte stadig?" not in browser.get("/vallensbaek/ny-strategi").text
    assert votes.recounted() == []
