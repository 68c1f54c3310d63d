"""Similar ideas while one writes, and before one sends."""

from collections.abc import Callable

import pytest
import time_machine

from participation.accounts.models import Person
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.search.services import index
from participation.web.headers import PUBLIC
from tests.conftest import Client
from tests.factories.ideas import IdeaFactory

HOME = "/vallensbaek"
LOOK = f"{HOME}/foreslaa/lignende?title="
FILLED = {"title": "Hjertestartere i hallerne", "body": "Det redder liv.", "place": "", "goal": "outside"}


@pytest.fixture
def idea(client: Client) -> Idea:
    idea = IdeaFactory(title="Hjertestarter <ved> hallen", support_count=12)
    index(subject_id=idea.id, title=idea.title, texts=())
    return idea


def test_a_part_of_a_page_says_what_is_found(client: Client, idea: Idea) -> None:
    part = client.get(LOOK + FILLED["title"]).text
    assert "1 lignende idé fundet" in part and "<html" not in part
    assert "Hjertestarter &lt;ved&gt; hallen" in part
    assert "Åben for støtte" in part and "12 støtter" in part
    assert f'href="{HOME}/ideer/{idea.id}-' in part and "Støt den i stedet" in part
    assert "1 similar idea found" in client.get(f"/en{LOOK}{FILLED['title']}").text


def test_who_is_decided_takes_no_support(client: Client, idea: Idea) -> None:
    idea.status = IdeaStatus.DECLINED
    part = client.get(LOOK + FILLED["title"]).text
    assert "Se idéen" in part and "Støt den i stedet" not in part


@pytest.mark.parametrize("title", ["", "%20", "og", "Xylofon", "%00", "%F0%9F%8C%B3"])
def test_nothing_is_said_where_nothing_is_found(client: Client, idea: Idea, title: str) -> None:
    answer = client.get(LOOK + title)
    assert (answer.status_code, answer.text.strip()) == (200, "")


def test_everybody_gets_the_same_and_the_signed_in_their_own(
    client: Client, client_of: Callable[[Person], Client], citizen: Person, idea: Idea
) -> None:
    for browser, rule in ((client, PUBLIC), (client_of(citizen), "no-store")):
        answer = browser.get(LOOK + FILLED["title"])
        assert answer.headers["Cache-Control"] == rule
        assert "Set-Cookie" not in answer.headers


def test_asking_without_end_is_refused(client: Client) -> None:
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False):
        answers = [client.get(LOOK + "Hjertestartere").status_code for _ in range(301)]
    assert answers == [200] * 300 + [429]
    assert client.get(f"{HOME}/foreslaa").status_code == 200


def test_a_visitor_sees_them_before_sending(client: Client, idea: Idea) -> None:
    preview = client.post(f"{HOME}/foreslaa", data=FILLED | {"action": "preview"}, follow_redirects=True)
    assert "1 lignende idé fundet" in preview.text
    assert f"{HOME}/ideer/{idea.id}-" in preview.text


def test_an_author_sees_them_before_sending_but_not_the_own_one(
    client_of: Callable[[Person], Client], author: Person, idea: Idea
) -> None:
    browser = client_of(author)
    preview = browser.post(f"{HOME}/foreslaa", data=FILLED | {"action": "preview"}, follow_redirects=True)
    assert "1 lignende idé fundet" in preview.text
    idea.status, idea.published_at = IdeaStatus.SUBMITTED, None
    assert "fundet" not in browser.get(preview.request.path).text
