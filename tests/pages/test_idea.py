"""The idea page: who sees it, what it says, and where it leads."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.foundation.clock import now
from participation.ideas.lifecycle import WITHHELD, IdeaStatus
from participation.ideas.models import Answer, AnswerKind, Idea, IdeaVersion
from participation.projects.services import linking, moves
from participation.projects.services.moves import Words
from participation.votes import services as votes
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.municipalities import ReasonFactory
from tests.factories.projects import ProjectFactory

Browser = Callable[[Person], Any]


def address(idea: Idea) -> str:
    return f"/vallensbaek/ideer/{idea.id}-{idea.slug}"


def test_a_wrong_slug_leads_to_the_right_one(client: Any) -> None:
    idea = IdeaFactory(title="Flere træer")
    for slug in ("", "noget-andet"):
        response = client.get(f"/vallensbaek/ideer/{idea.id}-{slug}?until=7")
        assert response.status_code == 301
        assert response.location == f"/vallensbaek/ideer/{idea.id}-flere-traeer?until=7"


def test_a_title_of_signs_has_an_address(client: Any) -> None:
    idea = IdeaFactory(title="!!!")
    assert client.get(address(idea)).status_code == 200


def test_a_merged_idea_leads_to_the_other(client: Any) -> None:
    other = IdeaFactory(title="Den anden")
    idea = IdeaFactory(status=IdeaStatus.MERGED, merged_into_id=other.id, body="Den første tekst")
    response = client.get(address(idea))
    assert (response.status_code, response.location) == (301, address(other))
    assert "Den første tekst" in client.get(address(other)).text


def test_a_merged_idea_tells_nothing_of_a_hidden_one(client: Any) -> None:
    hidden = IdeaFactory(hidden_at=now())
    idea = IdeaFactory(status=IdeaStatus.MERGED, merged_into_id=hidden.id)
    assert client.get(address(idea)).status_code == 404


@pytest.mark.parametrize("status", sorted(WITHHELD))
def test_what_is_withheld_is_missing_for_others(
    client: Any, client_of: Browser, author: Person, citizen: Person, status: IdeaStatus
) -> None:
    idea = IdeaFactory(status=status, author_id=author.id, published_at=None)
    other = client_of(citizen)
    for path in (address(idea), f"/vallensbaek/ideer/{idea.id}-", f"/vallensbaek/ideer/{idea.id}/versioner"):
        assert client.get(path).status_code == other.get(path).status_code == 404
    assert client_of(author).get(address(idea)).status_code == 200


def test_a_hidden_idea_is_missing_for_others_and_explained_to_its_author(
    client: Any, client_of: Browser, author: Person, moderator: Person
) -> None:
    reason = ReasonFactory(label_da="Oplysninger om en privatperson")
    idea = IdeaFactory(
        author_id=author.id,
        hidden_at=now(),
        hidden_reason=reason.code,
        hidden_sentence="Navnet er fjernet.",
    )
    assert client.get(address(idea)).status_code == 404
    for person in (author, moderator):
        page = client_of(person).get(address(idea)).text
        assert "Oplysninger om en privatperson. Navnet er fjernet" in page


def test_a_visitor_is_led_to_sign_in_with_the_support_in_mind(client: Any) -> None:
    idea = IdeaFactory()
    page = client.get(address(idea)).text
    assert f"intent=votes.support:{idea.id}" in page or f"intent=votes.support%3A{idea.id}" in page


def test_who_supports_can_withdraw(client_of: Browser, citizen: Person) -> None:
    idea, browser = IdeaFactory(), client_of(citizen)
    assert f'action="/vallensbaek/ideer/{idea.id}/stoette"' in browser.get(address(idea)).text
    votes.support(actor=citizen, idea=idea)
    assert f"/ideer/{idea.id}/stoette/fortryd" in browser.get(address(idea)).text


def test_a_decided_idea_shows_the_frozen_number_and_the_answer_first(client: Any, session: Any) -> None:
    idea = IdeaFactory(
        status=IdeaStatus.ACCEPTED,
        body="Idéens tekst",
        decided_at=now(),
        support_count=9,
        decided_support=214,
    )
    session.add(
        Answer(
            idea_id=idea.id, kind=AnswerKind.YES, doing="Vi gør det", department="Teknik", decided_on=now()
        )
    )
    page = client.get(address(idea)).text
    assert "<b>214</b> støttede idéen" in page
    assert "Støt idéen" not in page
    assert page.index("Vi gør det") < page.index("Idéens tekst")


def test_a_broken_promise_is_said(client: Any) -> None:
    due = now() - timedelta(days=3)
    idea = IdeaFactory(answer_due_at=due, first_answer_due_at=due)
    page = client.get(address(idea)).text
    assert "Vi lovede svar senest" in page
    assert "promise-late" in page


def test_a_hidden_comment_is_marked_with_the_reason(client: Any) -> None:
    reason = ReasonFactory(label_da="Skældsord")
    idea = IdeaFactory()
    CommentFactory(
        discussion_id=idea.discussion_id, body="Ukvemsord", hidden_at=now(), hidden_reason=reason.code
    )
    page = client.get(address(idea)).text
    assert "Ukvemsord" not in page
    assert "Skældsord" in page


def test_versions_show_what_came_and_went(client: Any, session: Any) -> None:
    idea = IdeaFactory()
    for number, body in ((1, "Fem træer"), (2, "Ti træer")):
        session.add(IdeaVersion(idea_id=idea.id, number=number, title="T", body=body, place=""))
    page = client.get(f"/vallensbaek/ideer/{idea.id}/versioner").text
    assert "Slettet:" in page
    assert "Ti</ins>" in page


def test_staff_find_the_case(client_of: Browser, moderator: Person, citizen: Person) -> None:
    idea = IdeaFactory()
    link = f"/vallensbaek/opgaver/{idea.id}"
    assert link in client_of(moderator).get(address(idea)).text
    assert link not in client_of(citizen).get(address(idea)).text


def test_a_cancelled_project_says_its_reason_in_the_ideas_chain(client: Any, moderator: Person) -> None:
    idea, project = IdeaFactory(status=IdeaStatus.ACCEPTED), ProjectFactory()
    linking.link_idea(actor=moderator, project=project, idea=idea)
    words = Words(sentence="Jorden var forurenet. Ring 22 34 56 78.")
    moves.move(actor=moderator, project=project, name="cancel", words=words)
    page = client.get(address(idea)).get_data(as_text=True)
    assert "Blev ikke til noget" in page
    assert "jorden var forurenet" in page
    assert "22 34 56 78" not in page
