"""A list that is taken out says what its page says, goes to staff only, and is noted."""

from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.ideas.lifecycle import IdeaStatus
from participation.moderation.models import LogEntry
from participation.municipalities.models import Municipality
from participation.records.queries import lists
from participation.web.limits import Limit
from tests.conftest import Client
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.strategies import GoalFactory

ADDRESS = "/vallensbaek/opgaver/udtraek/"


@pytest.fixture
def staff(client_of: Callable[[Person], Client], moderator: Person) -> Client:
    return client_of(moderator)


def rows_of(content: bytes) -> list[dict[str, Any]]:
    head, *rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def exported(staff: Client, path: str) -> list[dict[str, Any]]:
    response = staff.post(ADDRESS + path)
    assert response.status_code == 200
    return rows_of(response.data)


def test_what_is_filtered_goes_out_as_the_page_shows_it(staff: Client) -> None:
    goal = GoalFactory(title="Grøn by")
    wanted = [IdeaFactory(goal_id=goal.id, title=f"Træ {n}", support_count=n) for n in range(25)]
    IdeaFactory(title="Uden mål")
    IdeaFactory(goal_id=goal.id, hidden_at=wanted[0].published_at)
    rows = exported(staff, f"ideas/xlsx?goal={goal.id}&sort=most&foreign=1")
    shown = [(row["Overskrift"], row["Støtte"]) for row in rows]
    assert shown == [(f"Træ {n}", n) for n in reversed(range(25))]
    assert {row["Mål"] for row in rows} == {"Grøn by"}
    assert "25 idéer" in staff.get(f"/vallensbaek/ideer/?goal={goal.id}").text


def test_the_number_at_the_decision_stands_as_on_the_card(staff: Client) -> None:
    IdeaFactory(status=IdeaStatus.ACCEPTED, support_count=7, decided_support=12)
    assert exported(staff, "ideas/xlsx")[0]["Støtte"] == 12


def test_no_address_of_a_person_goes_out(staff: Client) -> None:
    author = PersonFactory(email="anna@example.org", display_name="Anna")
    IdeaFactory(author_id=author.id)
    content = staff.post(ADDRESS + "ideas/csv").data.decode("utf-8-sig")
    assert "Anna" in content
    assert "anna@example.org" not in content


def test_tasks_go_out_with_journal_number(staff: Client) -> None:
    idea = IdeaFactory(title="Bænke")
    idea.case.journal_number, idea.case.subject_title = "26/1234", "Bænke"
    [row] = exported(staff, "tasks/xlsx?kind=answer")
    assert (row["Overskrift"], row["Journalnummer"]) == ("Bænke", "26/1234")
    assert len(exported(staff, "tasks/xlsx?q=26/12")) == 1
    assert exported(staff, "tasks/xlsx?kind=review") == []


def test_the_other_municipalitys_ideas_stay_there(staff: Client, other_municipality: Municipality) -> None:
    with municipality_context(other_municipality.id):
        IdeaFactory()
    assert exported(staff, "ideas/xlsx") == []


def test_it_is_noted_with_filters_and_rows_but_not_the_words(staff: Client, moderator: Person) -> None:
    IdeaFactory()
    staff.post(ADDRESS + "ideas/csv?status=published&q=hemmelig")
    entry = db.session.scalars(select(LogEntry)).one()
    assert (entry.kind, entry.actor_id) == ("list_exported", moderator.id)
    assert entry.facts == {
        "list": "ideas",
        "format": "csv",
        "rows": 0,
        "is_searched": True,
        "filters": {"status": "published"},
    }


@pytest.mark.parametrize("path", ["ideas/pdf", "people/csv"])
def test_what_is_not_offered_is_missing(staff: Client, path: str) -> None:
    assert staff.post(ADDRESS + path).status_code == 404


def test_residents_get_nothing(client_of: Callable[[Person], Client], citizen: Person) -> None:
    assert client_of(citizen).post(ADDRESS + "ideas/csv").status_code == 403


def test_it_is_limited(staff: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = import_module("participation.records.views.blueprint")
    monkeypatch.setattr(limits, "EXPORTS", Limit("records.export", 1, timedelta(hours=1)))
    assert [staff.post(ADDRESS + "ideas/csv").status_code for _ in range(2)] == [200, 429]


def test_rows_are_read_some_at_a_time(
    staff: Client, monkeypatch: pytest.MonkeyPatch, count_queries: Any
) -> None:
    for _ in range(7):
        IdeaFactory()
    monkeypatch.setattr(lists, "AT_ONCE", 2)
    with count_queries() as statements:
        assert len(exported(staff, "ideas/xlsx")) == 7
    assert sum("FROM ideas" in each for each in statements) == 1


def test_the_buttons_keep_what_is_asked(staff: Client, client: Client) -> None:
    IdeaFactory()
    page = staff.get("/vallensbaek/ideer/?status=published").text
    assert "/opgaver/udtraek/ideas/xlsx?status=published&amp;sort=newest" in page
    assert "udtraek" not in client.get("/vallensbaek/ideer/").text
