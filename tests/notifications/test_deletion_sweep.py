"""Deleting for good: a mark is written wherever people can write, and afterwards stands nowhere."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from participation.accounts.models import Person, Role
from participation.cases.models import Case
from participation.discussions.models import Discussion
from participation.discussions.services import comment, reply
from participation.extensions import db
from participation.foundation.clock import today
from participation.foundation.tenancy import municipality_context
from participation.ideas.models import Idea
from participation.ideas.services.answers import AnswerText, answer_for_now
from participation.ideas.services.drafts import adopt, hold
from participation.ideas.services.moves import Details, move, settle
from participation.ideas.services.versions import IdeaText
from participation.ideas.services.writing import add_to, edit, submit
from participation.mail.commands.delivery import deliver
from participation.moderation.lifecycle import DeletionReason
from participation.moderation.models import Deletion, LogEntry, ModerationAct, ModerationEntry
from participation.moderation.queries import log
from participation.moderation.services.appeals import appeal
from participation.moderation.services.closing import close_discussion
from participation.moderation.services.deleting import agree, propose
from participation.moderation.services.hiding import hide_comment, hide_idea
from participation.moderation.services.reports import ReportText, report
from participation.municipalities.models import Reason
from participation.search.queries import matching
from participation.votes.services import support
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.municipalities import MunicipalityFactory, ReasonFactory
from tests.moderation.marks import tables_with
from tests.notifications.conftest import tell, told

MARK = "Qvzxwort"
SAID = f"Her står {MARK} midt i."
WHY = {"reason_code": "offensive", "sentence": SAID}
ANSWER = AnswerText(doing=SAID, why=SAID, next_steps=SAID, department="Teknik og Miljø", signed_by=MARK)
ASKED = {"reason_code": DeletionReason.CPR, "sentence": "Der stod et nummer på en nabo."}


@pytest.fixture
def colleague(moderator: Person) -> Person:
    return PersonFactory(display_name="Colleague", role=Role.MODERATOR)


@pytest.fixture
def rule(moderator: Person) -> Reason:
    return ReasonFactory(code="offensive", moves=["return", "decline", "hide", "close"])


@pytest.fixture
def letters_folder(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where mails of a development machine land, empty."""
    settings = replace(app.config["SETTINGS"], letters_folder=tmp_path)
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    return tmp_path


def written(title: str = MARK) -> IdeaText:
    return IdeaText(title=f"{title} i titlen", body=SAID, place=f"Ved {MARK}", is_outside_strategy=True)


@pytest.fixture
def published(author: Person, moderator: Person, rule: Reason) -> Idea:
    """An idea that was held as a visitor's draft, sent back, mended, published, changed and added to."""
    key = hold(text=written())
    adopt(actor=author, key=key)
    idea = db.session.scalars(select(Idea)).one()
    submit(actor=author, idea=idea)
    move(actor=moderator, idea=idea, name="return", details=Details(**WHY))
    submit(actor=author, idea=idea)
    move(actor=moderator, idea=idea, name="publish", details=Details(is_outside_strategy=True))
    edit(actor=author, idea=idea, text=written(f"Nyt: {MARK}"))
    add_to(actor=author, idea=idea, body=SAID)
    return idea


@pytest.fixture
def story(published: Idea, author: Person, citizen: Person, moderator: Person) -> Idea:
    """The same, discussed, supported, answered, reported, closed, hidden and appealed."""
    idea, discussion = published, published.discussion
    assert discussion is not None
    support(actor=citizen, idea=idea)
    written_comment = comment(actor=citizen, discussion=discussion, body=SAID)
    reply(actor=author, parent=written_comment, body=SAID)
    report(actor=citizen, subject=idea, text=ReportText("offensive", body=SAID, place=f"ideer/{idea.slug}"))
    report(actor=author, subject=written_comment, text=ReportText("offensive", body=SAID))
    appeal(actor=citizen, act=hide_comment(actor=moderator, comment=written_comment, **WHY), body=SAID)
    until = today().replace(year=today().year + 1)
    details = Details(review_place=MARK, until=until)
    move(actor=moderator, idea=idea, name="start_review", details=details)
    answer_for_now(actor=moderator, idea=idea, text=ANSWER, until=until)
    close_discussion(actor=moderator, idea=idea, **WHY)
    move(actor=moderator, idea=idea, name="decline", details=Details(**WHY, answer=ANSWER))
    appeal(actor=author, act=hide_idea(actor=moderator, idea=idea, **WHY), body=SAID)
    tell()
    return idea


def erase(subject: Any, moderator: Person, colleague: Person) -> Deletion:
    deletion = propose(actor=moderator, subject=subject, **ASKED)
    agree(actor=colleague, deletion=deletion)
    db.session.flush()
    return deletion


EVERYWHERE = {
    "answers",
    "appeals",
    "cases",
    "comments",
    "discussions",
    "idea_additions",
    "idea_moves",
    "idea_versions",
    "ideas",
    "moderation_entries",
    "pending_drafts",
    "reports",
    "search_entries",
}


def test_an_idea_s_words_are_gone_from_every_table_and_mail(
    story: Idea, moderator: Person, colleague: Person, letters_folder: Path
) -> None:
    assert tables_with(MARK) >= EVERYWHERE
    erase(story, moderator, colleague)
    tell()
    db.session.commit()
    assert tables_with(MARK) == set()
    deliver()
    letters = [path.read_text(errors="replace") for path in letters_folder.rglob("*") if path.is_file()]
    assert letters and not [letter for letter in letters if MARK.casefold() in letter.casefold()]


def test_counters_stay_right_and_nothing_waits(story: Idea, moderator: Person, colleague: Person) -> None:
    erase(story, moderator, colleague)
    assert (story.support_count, story.is_listed, story.erased_at is None) == (2, False, False)
    discussion = db.session.scalars(select(Discussion)).one()
    assert (discussion.comment_count, discussion.is_public, discussion.is_open) == (0, False, False)
    assert story.case is not None and not story.case.is_open
    found = matching(MARK)
    assert found is not None and list(db.session.scalars(found)) == []


def test_what_stays_says_that_it_was_done(story: Idea, moderator: Person, colleague: Person) -> None:
    deletion = erase(story, moderator, colleague)
    db.session.commit()
    entry = db.session.scalars(
        select(ModerationEntry).where(ModerationEntry.act == ModerationAct.DELETE)
    ).one()
    assert (entry.idea_id, entry.reason_code, entry.sentence) == (story.id, "cpr", ASKED["sentence"])
    kinds = list(db.session.scalars(select(LogEntry.kind).order_by(LogEntry.number.desc()).limit(3)))
    assert "content_erased" in kinds and log.broken_entry() is None
    assert (deletion.proposed_by_id, deletion.decided_by_id) == (moderator.id, colleague.id)


def test_author_is_told_on_what_ground(
    story: Idea, author: Person, moderator: Person, colleague: Person, client_of: Callable[[Person], Any]
) -> None:
    erase(story, moderator, colleague)
    tell()
    assert ("content_erased", author.display_name) in told()
    inbox = client_of(author).get("/vallensbaek/beskeder").text
    assert "Noget, du har skrevet, er slettet for altid." in inbox


def test_a_comment_alone(story: Idea, moderator: Person, colleague: Person, citizen: Person) -> None:
    other = "Wqxvandet"
    discussion = story.discussion
    assert discussion is not None
    gone = CommentFactory(discussion_id=discussion.id, author_id=citizen.id, body=f"Her står {other} midt i.")
    answered = CommentFactory(discussion_id=discussion.id, parent_id=gone.id, body="Det er jeg uenig i.")
    report(actor=PersonFactory(), subject=gone, text=ReportText("offensive", body=f"Han skriver {other}!"))
    assert tables_with(other) == {"comments", "reports"}
    erase(gone, moderator, colleague)
    assert tables_with(other) == set()
    assert gone.deleted_at is not None and answered.body == "Det er jeg uenig i."
    assert MARK in story.title


KNEW_IT = ("", "ideer/", "moderering", "opgaver/", "beskeder", "mine-ideer")


def test_pages_that_knew_it_still_open(
    story: Idea, moderator: Person, colleague: Person, client_of: Callable[[Person], Any]
) -> None:
    erase(story, moderator, colleague)
    tell()
    cases = [case.place for case in db.session.scalars(select(Case)) if case.id != story.case_id]
    for browser in (client_of(moderator), client_of(story.author)):
        answers = {place: browser.get(f"/vallensbaek/{place}") for place in (*KNEW_IT, *cases)}
        assert {place for place, answer in answers.items() if answer.status_code not in (200, 403)} == set()
        assert {place for place, answer in answers.items() if MARK in answer.text} == set()


def test_nothing_is_left_in_the_database_file(own_app: Flask, tmp_path: Path) -> None:
    """On SQLite; PostgreSQL's files are its server's, and its own VACUUM takes what was deleted."""
    municipality = MunicipalityFactory()
    with municipality_context(municipality.id):
        one, other = (PersonFactory(role=Role.MODERATOR) for _ in range(2))
        idea = IdeaFactory(title=f"{MARK} i titlen", body=SAID * 500)
        settle(idea=idea)
        CommentFactory(discussion_id=idea.discussion_id, body=SAID * 200)
        db.session.commit()
        erase(idea, one, other)
        db.session.commit()
        assert tables_with(MARK) == set()
        db.session.remove()
    # The last one to leave writes the journal into the file.
    db.engine.dispose()
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert MARK.encode().lower() not in stored.lower()
