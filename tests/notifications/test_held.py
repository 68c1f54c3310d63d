"""Who hears of what is held, and that no number stands in what they read."""

from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.discussions import services as discussions
from participation.discussions.models import Comment
from participation.extensions import db
from participation.ideas.models import Idea
from participation.mail.models import OutgoingMail
from participation.moderation.models import Wave
from participation.moderation.queries import held as queries
from participation.moderation.queries.held import Held
from participation.moderation.rules import waves as rules
from participation.moderation.services import holding
from participation.moderation.services.watching import watch
from participation.moderation.services.waves import hold_wave, release_wave
from participation.notifications.models import News
from participation.notifications.queries import messages_of
from participation.notifications.services.news import tell_next
from participation.web.letters import RENDERERS, Letter, desk
from tests.factories.accounts import PersonFactory
from tests.factories.held import CPR, held_addition, held_comment
from tests.factories.municipalities import ReasonFactory

WHY: dict[str, Any] = {"reason_code": "privacy", "sentence": "Skriv uden nummeret."}


def held(thing: Any) -> Held:
    found = queries.find(thing.case_id)
    assert found is not None
    return found


def told() -> list[tuple[str, int | None]]:
    return [(news.kind, news.person_id) for news in db.session.scalars(select(News).order_by(News.id))]


def letters_to(person: Person) -> list[Letter]:
    db.session.flush()
    while tell_next():
        db.session.flush()
    mails = db.session.scalars(select(OutgoingMail).where(OutgoingMail.recipient == person.email))
    with desk("da"):
        written = [RENDERERS[mail.kind](mail.context, "da") for mail in mails.all()]
    return [letter for letter in written if letter is not None]


@pytest.fixture
def comment(citizen: Person) -> Comment:
    ReasonFactory(code="privacy", moves=["return", "hide"], label_da="Om privatpersoner")
    return held_comment(citizen)


def test_a_held_reply_is_news_only_when_it_is_let_out(
    citizen: Person, author: Person, moderator: Person, idea: Idea
) -> None:
    assert idea.discussion is not None
    parent = discussions.comment(actor=author, discussion=idea.discussion, body="Hvad siger I?")
    reply = discussions.reply(actor=citizen, parent=parent, body=CPR)
    assert "comment_replied" not in [kind for kind, _ in told()]
    holding.release(actor=moderator, held=held(reply))
    assert "comment_replied" in [kind for kind, _ in told()]


@pytest.mark.parametrize(
    ("verb", "kind"), [(holding.send_back, "held_returned"), (holding.turn_down, "held_refused")]
)
def test_the_author_reads_why_and_no_number(
    comment: Comment, citizen: Person, moderator: Person, verb: Any, kind: str
) -> None:
    verb(actor=moderator, held=held(comment), **WHY)
    assert told() == [(kind, citizen.id)]
    [letter] = letters_to(citizen)
    assert letter.subject == "Set på: Flere træer"
    assert "Skriv uden nummeret." in letter.text and "Om privatpersoner" in letter.text
    assert "0190" not in letter.subject + letter.text + letter.html
    assert ("/beslutninger/" in letter.text) is (kind == "held_refused")


def test_the_author_hears_that_everybody_can_see_it(
    comment: Comment, citizen: Person, moderator: Person
) -> None:
    holding.release(actor=moderator, held=held(comment))
    [letter] = letters_to(citizen)
    assert "Nu kan alle se det." in letter.text
    assert db.session.scalars(messages_of(citizen)).unique().one().news.kind == "held_released"


def test_an_addition_is_news_to_its_author_too(author: Person, moderator: Person) -> None:
    _, addition = held_addition(author)
    holding.send_back(actor=moderator, held=held(addition), **WHY)
    [letter] = letters_to(author)
    assert "Det er din tilføjelse til ”Flere træer”." in letter.text


def test_a_wave_tells_each_author_once(moderator: Person, idea: Idea) -> None:
    for number in range(rules.POSTS):
        body = f"Køb billige ure fra Schweiz med stor rabat hos os {number}"
        discussions.comment(actor=PersonFactory(), discussion=idea.discussion, body=body)
    watch()
    wave = db.session.scalars(select(Wave)).one()
    hold_wave(actor=moderator, wave=wave)
    release_wave(actor=moderator, wave=wave)
    kinds = [kind for kind, _ in told()]
    assert kinds.count("held_afterwards") == kinds.count("shown_afterwards") == rules.POSTS


def test_a_title_with_a_number_is_carried_nowhere(author: Person, idea: Idea) -> None:
    idea.title = "Bænk til 010190-1234"
    news = News(kind="idea_published", idea_id=idea.id)
    db.session.add(news)
    db.session.flush()
    read = db.session.scalars(messages_of(author)).unique().all()
    assert read == []
    assert "0190" not in idea.safe_title + idea.slug
