"""Everybody is told, each in words meant for them; the author never reads who reported, nor what was said."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.actors import Nobody
from participation.ideas.models import Idea
from participation.mail.models import OutgoingMail
from participation.moderation.lifecycle import Verdict
from participation.moderation.models import Appeal
from participation.moderation.queries.held import find
from participation.moderation.queries.reports import open_matter
from participation.moderation.services.appeals import appeal, decide
from participation.moderation.services.closing import close_discussion, open_discussion
from participation.moderation.services.hiding import hide_comment
from participation.moderation.services.holding import turn_down
from participation.moderation.services.reports import ReportText, leave, report
from participation.moderation.services.suspending import lift, suspend
from participation.moderation.services.updates import hide_update, show_update
from participation.municipalities.models import Reason
from participation.projects.services.news import write_update
from participation.web.letters import RENDERERS, Letter, desk
from tests.factories.projects import ProjectFactory
from tests.moderation.dates import in_days
from tests.notifications.conftest import tell, told

SECRET = "Han skrev også om min mor på Egevej"
TEXT = ReportText(reason_code="offensive", body=SECRET)
WHY = {"reason_code": "offensive", "sentence": "Tonen er for hård."}


def letters_to(address: str | None) -> list[Letter]:
    """All mails to an address, written as when they are sent."""
    tell()
    found = []
    for mail in db.session.scalars(select(OutgoingMail).where(OutgoingMail.recipient == address)):
        with desk(mail.language):
            letter = RENDERERS[mail.kind](mail.context, mail.language)
        assert letter is not None
        found.append(letter)
    return found


def last_letter_to(address: str | None) -> Letter:
    return letters_to(address)[-1]


@pytest.fixture
def story(
    comment: Comment, citizen: Person, moderator: Person, colleague: Person, author: Person, rule: Reason
) -> Appeal:
    """Reported, hidden, appealed, overturned."""
    citizen.display_name = "Rapportine"
    report(actor=citizen, subject=comment, text=TEXT)
    act = hide_comment(actor=moderator, comment=comment, **WHY)
    made = appeal(actor=author, act=act, body="Jeg skrev om hunden.")
    decide(actor=colleague, appeal=made, verdict=Verdict.OVERTURNED, sentence="Den handler om hunden.")
    return made


def test_everybody_is_told_once(story: Appeal) -> None:
    tell()
    assert told() == [
        ("appeal_assigned", "Colleague"),
        ("appeal_decided", "Author"),
        ("appeal_made", "Author"),
        ("content_hidden", "Author"),
        ("report_settled", "Rapportine"),
        ("report_undone", "Rapportine"),
    ]


def test_no_mail_to_the_author_holds_the_reporters_words_or_name(story: Appeal, author: Person) -> None:
    letters = letters_to(author.email)
    assert len(letters) == 3
    for letter in letters:
        for text in (letter.subject, letter.text, letter.html):
            assert SECRET not in text and "Rapportine" not in text


def test_no_page_of_the_authors_holds_them_either(
    story: Appeal, author: Person, client_of: Callable[[Person], Any]
) -> None:
    tell()
    browser, idea = client_of(author), db.session.scalars(select(Idea)).one()
    pages = ("beskeder", "min-side", "min-side/beslutninger", story.place, f"ideer/{idea.id}-{idea.slug}")
    for page in pages:
        answer = browser.get(f"/vallensbaek/{page}")
        assert answer.status_code == 200
        assert SECRET not in answer.text and "Rapportine" not in answer.text


def test_the_author_reads_rule_sentence_and_where_to_ask(
    comment: Comment, author: Person, moderator: Person, rule: Reason
) -> None:
    entry = hide_comment(actor=moderator, comment=comment, **WHY)
    letter = last_letter_to(author.email)
    for text in (rule.label_da, "Tonen er for hård.", f"/vallensbaek/beslutninger/{entry.id}"):
        assert text in letter.text and text in letter.html


def test_closing_and_opening_are_told(idea: Idea, moderator: Person, rule: Reason) -> None:
    close_discussion(actor=moderator, idea=idea, **WHY)
    assert "Tonen er for hård." in last_letter_to(idea.author.email).text
    open_discussion(actor=moderator, idea=idea, sentence="Nu kan vi tale sammen.")
    assert "Nu kan vi tale sammen." in last_letter_to(idea.author.email).text


def test_suspending_and_lifting_are_told(author: Person, moderator: Person, rule: Reason) -> None:
    suspend(actor=moderator, person=author, until=in_days(7), **WHY)
    letter = last_letter_to(author.email)
    assert "Tonen er for hård." in letter.text and "/vallensbaek/beslutninger/" in letter.text
    lift(actor=moderator, person=author, sentence="Vi har talt sammen.")
    assert "Vi har talt sammen." in last_letter_to(author.email).text


def test_who_reported_reads_the_sentence(comment: Comment, citizen: Person, moderator: Person) -> None:
    report(actor=citizen, subject=comment, text=TEXT)
    matter = open_matter(comment)
    assert matter is not None
    leave(actor=moderator, matter=matter, sentence="Den er skarp, men i orden.")
    letter = last_letter_to(citizen.email)
    assert "Den er skarp, men i orden." in letter.text and SECRET not in letter.text


def test_a_visitor_reads_the_outcome_and_no_word_of_the_report(
    comment: Comment, moderator: Person, rule: Reason
) -> None:
    text = ReportText(reason_code="offensive", body=SECRET, email="nabo@example.org")
    report(actor=Nobody(), subject=comment, text=text)
    hide_comment(actor=moderator, comment=comment, **WHY)
    letter = last_letter_to("nabo@example.org")
    assert rule.label_da in letter.text
    assert SECRET not in letter.text and "Tonen er for hård." not in letter.text


def test_whoever_is_asked_outside_answers_by_the_link(
    comment: Comment, author: Person, moderator: Person, client: Any, rule: Reason
) -> None:
    act = hide_comment(actor=moderator, comment=comment, **WHY)
    made = appeal(actor=author, act=act, body="Jeg skrev om hunden.")
    found = re.search(r"/vallensbaek/ny-vurdering/\S+", last_letter_to("kontakt@example.org").text)
    assert found is not None
    link = found.group(0)
    assert "Jeg skrev om hunden." in client.get(link).text
    sent = {"verdict": "overturned", "sentence": "Det var en fejl."}
    assert client.post(link, data=sent).status_code == 302
    assert (comment.hidden_at, made.verdict) == (None, Verdict.OVERTURNED)
    assert client.post(link, data=sent | {"verdict": "upheld"}).status_code == 200
    assert made.verdict is Verdict.OVERTURNED
    assert client.get(link + "x").status_code == 404


def test_about_news_of_a_project(author: Person, moderator: Person, rule: Reason) -> None:
    project = ProjectFactory(title="Bænke ved søen", steward_id=author.id)
    shown = write_update(actor=author, project=project, body="Se!")
    entry = hide_update(actor=moderator, update=shown, **WHY)
    letter = last_letter_to(author.email)
    assert "Bed en anden om at se på det" in letter.text and f"/beslutninger/{entry.id}" in letter.text
    show_update(actor=moderator, update=shown, sentence="Vi tog fejl.")
    letter = last_letter_to(author.email)
    assert "Vi tog fejl." in letter.text and "Bed en anden" not in letter.text
    waiting = find(write_update(actor=author, project=project, body="Ring til 010190-1234").case_id or 0)
    assert waiting is not None
    turn_down(actor=moderator, held=waiting, **WHY)
    assert "Det er din nyhed fra projektet ”Bænke ved søen”." in last_letter_to(author.email).text
