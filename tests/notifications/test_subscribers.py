"""The mails as they are written."""

from collections.abc import Callable

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.services.moves import move
from participation.moderation.services.hiding import hide_idea
from participation.notifications.lifecycle import Topic
from participation.notifications.services.messages import refuse
from participation.web.letters import Letter
from tests.factories.municipalities import ReasonFactory
from tests.notifications.conftest import answer_for_now, tell
from tests.notifications.test_rules_routing import DETAILS, MOVES

ReadMail = Callable[[Person], Letter | None]


def test_an_answer_stands_in_the_mail(
    idea: Idea, moderator: Person, supporter: Person, read_mail: ReadMail
) -> None:
    answer_for_now(idea, moderator)
    tell()
    letter = read_mail(supporter)
    assert letter is not None
    assert letter.subject == "Svar: Flere træer ved stationen"
    for text in (letter.text, letter.html):
        assert "Vi spørger udvalget." in text
        assert f"http://127.0.0.1:8000/vallensbaek/ideer/{idea.id}-{idea.slug}" in text
        assert "12 34 56 78" in text
    assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_each_mail_is_in_the_person_s_language(
    idea: Idea, author: Person, moderator: Person, supporter: Person, read_mail: ReadMail
) -> None:
    supporter.language = "en"
    answer_for_now(idea, moderator)
    tell()
    danish, letter = read_mail(author), read_mail(supporter)
    assert danish is not None
    assert letter is not None
    assert danish.subject == "Svar: Flere træer ved stationen"
    assert letter.subject == "Answer: Flere træer ved stationen"
    assert "/en/vallensbaek/ideer/" in letter.text


@pytest.mark.parametrize(("status", "name"), [(status, name) for status, name, _, _ in MOVES])
def test_every_mail_can_be_written(
    idea: Idea, author: Person, moderator: Person, read_mail: ReadMail, status: IdeaStatus, name: str
) -> None:
    ReasonFactory(code=DETAILS.reason_code)
    idea.status = status
    db.session.flush()
    move(actor=moderator, idea=idea, name=name, details=DETAILS)
    tell()
    letter = read_mail(author)
    assert letter is not None
    assert idea.title in letter.subject
    assert "None" not in letter.text + letter.html


def test_what_is_hidden_says_by_which_rule(
    idea: Idea, author: Person, moderator: Person, read_mail: ReadMail
) -> None:
    ReasonFactory(code="tone", label_da="Hård tone")
    hide_idea(actor=moderator, idea=idea, reason_code="tone", sentence="Skriv uden skældsord.")
    tell()
    letter = read_mail(author)
    assert letter is not None
    assert "Begrundelse: Hård tone" in letter.text
    assert "Skriv uden skældsord." in letter.html


def test_a_returned_idea_says_why_and_cannot_be_refused(
    idea: Idea, author: Person, moderator: Person, read_mail: ReadMail
) -> None:
    ReasonFactory(code=DETAILS.reason_code)
    idea.status = IdeaStatus.SUBMITTED
    move(actor=moderator, idea=idea, name="return", details=DETAILS)
    tell()
    letter = read_mail(author)
    assert letter is not None
    assert "Begrundelse: Ikke et kommunalt anliggende" in letter.text
    assert "Sådan er det." in letter.text
    assert letter.headers == {}


@pytest.mark.parametrize("reason", ["closed", "refused", "hidden"])
def test_a_mail_that_nobody_may_have_is_not_written(
    idea: Idea, moderator: Person, supporter: Person, read_mail: ReadMail, reason: str
) -> None:
    answer_for_now(idea, moderator)
    tell()
    if reason == "closed":
        supporter.closed_at = now()
    if reason == "hidden":
        idea.hidden_at = now()
    if reason == "refused":
        refuse(person_id=supporter.id, topic=Topic.ANSWERS)
    db.session.flush()
    assert read_mail(supporter) is None


def test_a_title_cannot_add_html_or_headers(
    idea: Idea, moderator: Person, supporter: Person, read_mail: ReadMail
) -> None:
    idea.title = "<script>x</script>\r\nBcc: a@example.org"
    answer_for_now(idea, moderator)
    tell()
    letter = read_mail(supporter)
    assert letter is not None
    assert "<script>" not in letter.html
    assert "\n" not in letter.subject
