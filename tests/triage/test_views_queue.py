"""The queue and the case."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.cases.models import CaseKind
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.search import services as search
from tests.factories.accounts import PersonFactory
from tests.factories.strategies import GoalFactory, ThemeFactory
from tests.triage.conftest import idea_at, waiting

QUEUE = "/vallensbaek/opgaver/"


def titles_in_order(text: str, *ideas: Idea) -> bool:
    table = text[text.index('<ol class="queue') :]
    places = [table.index(idea.title) for idea in ideas]
    return places == sorted(places)


def test_nearest_promise_first(desk: Any) -> None:
    soon, late, later = waiting(1), waiting(-2), waiting(9)
    page = desk.get(QUEUE)
    assert titles_in_order(page.text, late, soon, later)
    assert "2 dage over" in page.text
    assert f"/opgaver/sager/{late.case_id}/tag" in page.text.split('<ol class="queue')[0]


def test_says_what_today_asks(desk: Any) -> None:
    assert "I dag" not in desk.get(QUEUE).text
    for days in (0, -1, 5):
        waiting(days)
    assert "I dag: 2 opgaver. 1 er over tiden." in desk.get(QUEUE).text
    assert "Today: 2 tasks. 1 is overdue." in desk.get(f"/en{QUEUE}").text


def test_a_new_account_is_named_until_its_idea_is_read(desk: Any) -> None:
    waiting(1, CaseKind.REVIEW)
    waiting(1, CaseKind.ANSWER)
    page = desk.get(QUEUE).text
    assert "<b>Skal læses</b> · første idé fra ny konto" in page
    assert page.count("første idé fra ny konto") == 1


def test_decided_and_hidden_ideas_do_not_wait(desk: Any) -> None:
    decided = idea_at(IdeaStatus.ACCEPTED)
    assert decided.title not in desk.get(QUEUE).text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=review", "review"),
        ("owner=mine", "mine"),
        ("owner=nobody&kind=answer", "late"),
        ("overdue=1", "late"),
    ],
)
def test_filters(desk: Any, moderator: Person, query: str, expected: str) -> None:
    cases = {"review": waiting(2, CaseKind.REVIEW), "mine": waiting(3), "late": waiting(-1)}
    assert cases["mine"].case is not None
    cases["mine"].case.owner_id = moderator.id
    text = desk.get(f"{QUEUE}?{query}").text
    table = text[text.index('<ol class="queue') :]
    assert [name for name, idea in cases.items() if idea.title in table] == [expected]


def test_pages_by_cursor(desk: Any) -> None:
    ideas = [waiting(days) for days in range(25)]
    first = desk.get(QUEUE).text
    cursor = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = desk.get(cursor).text
    assert ideas[19].title in first
    assert titles_in_order(second, *ideas[20:])


def test_filters_by_what_the_idea_is(desk: Any) -> None:
    theme = ThemeFactory()
    goal = GoalFactory(theme_id=theme.id)
    placed, outside = waiting(1, goal_id=goal.id), waiting(2, is_outside_strategy=True)
    treated = idea_at(IdeaStatus.UNDER_REVIEW)
    waiting(3, author_id=treated.author_id)
    found = {
        f"theme={theme.id}": [placed],
        f"goal={goal.id}": [placed],
        "goal=outside": [outside],
        "status=under_review": [treated],
        "first=1": [placed, outside],
        "owner=999": [],
    }
    for query, ideas in found.items():
        titles = re.findall(r'data-key="o">([^<]+)', desk.get(f"{QUEUE}?{query}").text)
        assert titles == [idea.title for idea in ideas], query


@pytest.mark.parametrize(
    "query", ["kind=x", "theme=x", "goal=9e9", "status=x", "owner=x", "cursor=x", "q=%00x"]
)
def test_what_makes_no_sense_is_ignored(desk: Any, query: str) -> None:
    idea = waiting(1)
    assert idea.title in desk.get(f"{QUEUE}?{query}").text


def test_search_finds_the_words_of_an_idea(desk: Any, moderator: Person) -> None:
    idea, other = waiting(1, title="Flere bænke"), waiting(2, title="Lys på stien")
    for each in (idea, other):
        search.index(subject_id=each.id, title=each.title, texts=())
    page = desk.get(f"{QUEUE}?q=b%C3%A6nken").text
    assert idea.title in page
    assert f">{other.title}</a>" not in page


def test_own_case_is_gone_on_with(desk: Any, moderator: Person) -> None:
    mine, other = (
        waiting(3, case={"owner_id": moderator.id}),
        waiting(1, case={"owner_id": PersonFactory().id}),
    )
    page = desk.get(QUEUE).text
    assert f'href="/vallensbaek/opgaver/{mine.id}" data-key="t">Fortsæt' in page
    assert other.title in page


def test_sending_leads_on_to_the_next_when_wanted(desk: Any) -> None:
    earlier, idea, following = waiting(1), waiting(2, reviewed_at=None), waiting(3)
    sent = {"version": str(idea.version), "step": "send_on"}
    answer = desk.post(f"{QUEUE}{idea.id}/confirm_review", data=sent)
    assert answer.location == f"{QUEUE}{following.id}"
    page = desk.get(f"{QUEUE}{earlier.id}").text
    assert f'rel="next" href="{QUEUE}{following.id}"' in page


def test_single_keys_can_be_switched_off(desk: Any, moderator: Person) -> None:
    assert "data-single" in desk.get(QUEUE).text
    desk.post(f"{QUEUE}genveje", data={"csrf_token": "x"})
    assert moderator.has_single_keys is False
    assert "data-single" not in desk.get(QUEUE).text
    desk.post(f"{QUEUE}genveje", data={"has_single_keys": "y"})
    assert moderator.has_single_keys is True


@pytest.mark.parametrize("status", [each for each in IdeaStatus if each is not IdeaStatus.DRAFT])
def test_case_of_every_status_opens(desk: Any, status: IdeaStatus) -> None:
    other = idea_at(IdeaStatus.PUBLISHED)
    more = {"merged_into_id": other.id} if status is IdeaStatus.MERGED else {}
    idea = idea_at(status, **more)
    page = desk.get(f"{QUEUE}{idea.id}")
    assert page.status_code == 200
    assert idea.title in page.text


def test_desk_is_for_staff(citizen: Person, client_of: Callable[[Person], Any]) -> None:
    idea = waiting(1)
    browser = client_of(citizen)
    assert browser.get(QUEUE).status_code == 403
    assert browser.get(f"{QUEUE}{idea.id}").status_code == 403
