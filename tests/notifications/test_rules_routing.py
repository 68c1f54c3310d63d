"""Each kind of news reaches exactly those whom it should, and has all its texts."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.discussions.services import comment, delete, reply
from participation.extensions import db
from participation.foundation.clock import today
from participation.foundation.events import publish
from participation.ideas.events import IdeaAddedTo, IdeaTextChanged
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import Addition, Idea
from participation.ideas.services.answers import AnswerText
from participation.ideas.services.moves import Details, follow, move
from participation.ideas.services.versions import IdeaText
from participation.ideas.services.writing import decide_version, edit
from participation.moderation.services.hiding import hide_comment, hide_idea, show_idea
from participation.notifications.rules.routing import BY_KIND, ROUTES, Route
from participation.organisations.lifecycle import MembershipRole
from tests.factories.organisations import MembershipFactory
from tests.notifications.conftest import tell, told

CONCERNED = ["Author", "Commenter", "Follower", "Supporter"]
ANSWER = AnswerText(doing="Vi planter træerne.", department="Park og Vej")
DETAILS = Details(
    reason_code="other",
    sentence="Sådan er det.",
    answer=ANSWER,
    is_outside_strategy=True,
    review_place="Teknikudvalget",
    until=today() + timedelta(days=9),
    effort_id=None,
    has_link=True,
)
S = IdeaStatus
# A moderator's moves: from where, which, the news, and who hears of it.
MOVES = [
    (S.SUBMITTED, "publish", "idea_published", ["Author"]),
    (S.SUBMITTED, "return", "idea_returned", ["Author"]),
    (S.SUBMITTED, "refuse", "idea_not_admitted", ["Author"]),
    (S.NOT_ADMITTED, "reconsider", "idea_reconsidered", ["Author"]),
    (S.PUBLISHED, "start_review", "idea_under_review", CONCERNED),
    (S.DECLINED, "reopen", "idea_under_review", CONCERNED),
    (S.PUBLISHED, "accept", "idea_answered_yes", CONCERNED),
    (S.PUBLISHED, "decline", "idea_answered_no", CONCERNED),
    (S.UNDER_REVIEW, "recognise", "idea_under_way", CONCERNED),
    (S.ACCEPTED, "give_up", "idea_given_up", CONCERNED),
    (S.ACCEPTED, "start", "idea_started", CONCERNED),
    (S.IN_PROGRESS, "complete", "idea_completed", CONCERNED),
    (S.COMPLETED, "resume", "idea_resumed", CONCERNED),
]


@pytest.mark.parametrize(("status", "name", "kind", "names"), MOVES)
def test_a_move_is_told(
    idea: Idea, moderator: Person, status: IdeaStatus, name: str, kind: str, names: list[str]
) -> None:
    idea.status = status
    db.session.flush()
    move(actor=moderator, idea=idea, name=name, details=DETAILS)
    tell()
    assert told() == [(kind, each) for each in names]


def test_what_projects_bring_about_is_told(idea: Idea) -> None:
    idea.status = IdeaStatus.IN_PROGRESS
    db.session.flush()
    follow(idea=idea, target=IdeaStatus.ACCEPTED, cause="project:1")
    tell()
    assert told() == [("idea_replanned", name) for name in CONCERNED]


def test_sending_an_idea_gives_a_receipt(idea: Idea, author: Person) -> None:
    idea.status, idea.published_at = IdeaStatus.DRAFT, None
    db.session.flush()
    move(actor=author, idea=idea, name="submit")
    tell()
    assert told() == [("idea_received", "Author")]


def test_withdrawing_is_told_to_the_others(idea: Idea, author: Person) -> None:
    move(actor=author, idea=idea, name="withdraw", details=Details(explanation="Jeg flytter."))
    tell()
    assert told() == [("idea_withdrawn", name) for name in CONCERNED[1:]]


def test_withdrawing_before_publication_is_told_to_nobody(idea: Idea, author: Person) -> None:
    idea.status, idea.published_at = IdeaStatus.SUBMITTED, None
    db.session.flush()
    move(actor=author, idea=idea, name="withdraw")
    tell()
    assert told() == []


def test_a_changed_text_is_told_to_other_supporters(idea: Idea, author: Person) -> None:
    publish(IdeaTextChanged(idea=idea, actor=author))
    tell()
    assert told() == [("idea_text_changed", "Supporter")]


def test_an_addition_is_told_to_other_supporters(idea: Idea, author: Person) -> None:
    addition = Addition(idea_id=idea.id, body="Også en bænk.")
    db.session.add(addition)
    publish(IdeaAddedTo(idea=idea, addition=addition, actor=author))
    tell()
    assert told() == [("idea_added_to", "Supporter")]


def test_a_reply_is_told_to_whom_it_answers(idea: Idea, citizen: Person, commenter: Person) -> None:
    comment = db.session.scalars(select(Comment).where(Comment.author_id == commenter.id)).one()
    reply(actor=citizen, parent=comment, body="Enig.")
    reply(actor=commenter, parent=comment, body="Og en ting til.")
    tell()
    assert told() == [("comment_replied", "Commenter")]


def test_a_comment_by_itself_is_told_to_nobody(idea: Idea, citizen: Person) -> None:
    assert idea.discussion is not None
    comment(actor=citizen, discussion=idea.discussion, body="God idé.")
    tell()
    assert told() == []


def test_a_reply_that_was_taken_back_leaves_no_message(
    idea: Idea, citizen: Person, commenter: Person
) -> None:
    parent = db.session.scalars(select(Comment).where(Comment.author_id == commenter.id)).one()
    written = reply(actor=citizen, parent=parent, body="Enig.")
    tell()
    delete(actor=citizen, comment=written)
    assert told() == []


def test_every_public_move_is_told() -> None:
    tested = {name for _, name, _, _ in MOVES} | {"submit", "pause_plan", "withdraw"}
    # Told as what happens to two ideas, in test_merging.
    tested |= {"merge", "undo_merge"}
    assert {each.name for each in IDEAS.moves} == tested


@pytest.mark.parametrize("route", BY_KIND.values(), ids=BY_KIND)
def test_every_kind_has_its_mail(app: Flask, route: Route) -> None:
    folder = Path(app.root_path) / "templates" / "emails" / route.mail
    assert sorted(file.name for file in folder.iterdir()) == ["body.html", "body.txt", "subject.txt"]


def test_kinds_are_named_once() -> None:
    assert len(BY_KIND) == len(ROUTES)


def test_a_mended_spelling_is_told_to_nobody(idea: Idea, author: Person) -> None:
    text = IdeaText.of(idea)
    edit(actor=author, idea=idea, text=replace(text, body=text.body + " Tak.", is_outside_strategy=True))
    tell()
    assert told() == []


def test_a_new_title_is_told_to_other_supporters(idea: Idea, author: Person) -> None:
    text = IdeaText.of(idea)
    edit(actor=author, idea=idea, text=replace(text, title="Færre træer", is_outside_strategy=True))
    tell()
    assert told() == [("idea_text_changed", "Supporter")]


@pytest.mark.parametrize(("agrees", "kind"), [(True, "idea_change_agreed"), (False, "idea_change_rejected")])
def test_a_decided_wording_is_told_to_the_author(
    idea: Idea, author: Person, moderator: Person, agrees: bool, kind: str
) -> None:
    idea.support_count = 12
    text = IdeaText.of(idea)
    edit(actor=author, idea=idea, text=replace(text, body="Kort sagt: ja.", is_outside_strategy=True))
    decide_version(actor=moderator, idea=idea, agrees=agrees)
    tell()
    assert (kind, "Author") in told()


def test_what_a_colleague_writes_anew_nobody_has_agreed_to(idea: Idea, author: Person) -> None:
    belongs = MembershipFactory(role=MembershipRole.EDITOR)
    idea.organisation_id = belongs.organisation_id
    db.session.flush()
    colleague = db.session.get_one(Person, belongs.person_id)
    text = replace(IdeaText.of(idea), title="Færre træer", is_outside_strategy=True)
    edit(actor=colleague, idea=idea, text=text)
    tell()
    assert told() == [("idea_text_changed", "Author"), ("idea_text_changed", "Supporter")]


def test_hiding_and_showing_an_idea_is_told_to_its_author(idea: Idea, moderator: Person) -> None:
    hide_idea(actor=moderator, idea=idea, reason_code="other", sentence="Navne på naboer.")
    show_idea(actor=moderator, idea=idea, sentence="Navnene er væk.")
    tell()
    assert told() == [("content_hidden", "Author"), ("content_shown", "Author")]


def test_hiding_a_comment_is_told_to_its_author(idea: Idea, moderator: Person, commenter: Person) -> None:
    written = db.session.scalars(select(Comment).where(Comment.author_id == commenter.id)).one()
    hide_comment(actor=moderator, comment=written, reason_code="other", sentence="Hård tone.")
    tell()
    assert told() == [("content_hidden", "Commenter")]
