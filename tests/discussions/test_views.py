"""Writing a comment in a browser, and coming back to it."""

from collections.abc import Callable
from typing import Any

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import db
from participation.ideas.models import Idea
from tests.factories.ideas import CommentFactory, IdeaFactory

Browser = Callable[[Person], Any]
BASE = "/vallensbaek/samtaler"


def idea_with_place() -> Idea:
    idea = IdeaFactory(title="Flere træer")
    idea.discussion.place = f"ideer/{idea.id}-flere-traeer"
    return idea


def test_a_visitor_signs_in_first(client: Any) -> None:
    idea = idea_with_place()
    response = client.get(f"{BASE}/{idea.discussion_id}/kommentarer")
    assert response.status_code == 302
    assert "/log-ind" in response.location


def test_a_comment_leads_back_to_its_place(client_of: Browser, citizen: Person) -> None:
    idea = idea_with_place()
    browser = client_of(citizen)
    response = browser.post(f"{BASE}/{idea.discussion_id}/kommentarer", data={"body": "Ja tak"})
    comment = db.session.query(Comment).one()
    assert response.location == f"/vallensbaek/ideer/{idea.id}-flere-traeer#kommentar-{comment.id}"
    page = browser.get(response.location).text
    assert "Ja tak" in page
    assert "1 kommentar" in page


def test_an_empty_comment_comes_back(client_of: Browser, citizen: Person) -> None:
    idea = idea_with_place()
    response = client_of(citizen).post(f"{BASE}/{idea.discussion_id}/kommentarer", data={"body": "  "})
    assert response.status_code == 422
    assert "Skriv din kommentar, før du sender den." in response.text


def test_a_reply_is_edited_and_deleted(client_of: Browser, citizen: Person) -> None:
    idea = idea_with_place()
    parent = CommentFactory(discussion_id=idea.discussion_id)
    browser = client_of(citizen)
    browser.post(f"{BASE}/kommentarer/{parent.id}/svar", data={"body": "Enig"})
    reply = db.session.query(Comment).filter_by(parent_id=parent.id).one()
    browser.post(f"{BASE}/kommentarer/{reply.id}/ret", data={"body": "Helt enig"})
    assert "Helt enig" in browser.get(f"{BASE}/kommentarer/{reply.id}/slet").text
    browser.post(f"{BASE}/kommentarer/{reply.id}/slet")
    assert db.session.query(Comment).count() == 1


def test_others_do_not_change_it(client_of: Browser, citizen: Person, moderator: Person) -> None:
    comment = CommentFactory(discussion_id=idea_with_place().discussion_id)
    for browser in (client_of(citizen), client_of(moderator)):
        for act in ("ret", "slet"):
            path = f"{BASE}/kommentarer/{comment.id}/{act}"
            assert browser.post(path, data={"body": "Nej"}).status_code == 403


def test_a_discussion_that_is_not_public_is_missing(client_of: Browser, citizen: Person) -> None:
    idea = idea_with_place()
    idea.discussion.is_public = False
    comment = CommentFactory(discussion_id=idea.discussion_id, author_id=citizen.id)
    browser = client_of(citizen)
    for path in (f"{idea.discussion_id}/kommentarer", f"kommentarer/{comment.id}/ret"):
        assert browser.get(f"{BASE}/{path}").status_code == 404
