"""A colleague's contribution: asked for by mail, given by the link alone, changed, reminded of, withdrawn."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select

from participation.accounts.models import Person, Role
from participation.extensions import db
from participation.foundation.clock import now, today
from participation.foundation.errors import RuleViolation
from participation.ideas.models import Idea
from participation.mail.models import OutgoingMail
from participation.triage.models import Contribution, ContributionLink, Note
from participation.triage.rules.contributions import MOST_OPEN
from participation.triage.services import contributions as services
from participation.web.letters import RENDERERS, Letter
from participation.web.letters import desk as writing
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.triage import ContributionFactory
from tests.triage.dates import in_days

GIVEN = {"body": "Der er plads til seks.", "name": "Bo Berg", "department": "Park og Vej"}


@pytest.fixture
def idea(author: Person) -> Idea:
    return IdeaFactory(author_id=author.id, title="Flere træer ved stationen")


@pytest.fixture
def asked(idea: Idea, moderator: Person) -> Contribution:
    words = {
        "recipient": "bo@example.org",
        "question": "Er der plads til ti? Ring: 36 39 80 00.",
        "due_on": in_days(7),
    }
    return services.ask_colleague(actor=moderator, idea=idea, **words)


def mails(kind: str) -> list[OutgoingMail]:
    return list(db.session.scalars(select(OutgoingMail).where(OutgoingMail.kind == kind)))


def letter_of(mail: OutgoingMail) -> Letter | None:
    with writing(mail.language):
        return RENDERERS[mail.kind](mail.context, mail.language)


def link_in(letter: Letter | None) -> str:
    assert letter is not None
    found = re.search(r"https?://[^/]+(/\S+/bidrag/\S+)", letter.text)
    assert found is not None
    return found[1]


@pytest.fixture
def link(asked: Contribution) -> str:
    return link_in(letter_of(mails(services.ASKED)[0]))


def test_the_outbox_holds_no_token_and_the_table_only_its_hash(asked: Contribution, link: str) -> None:
    token = link.rsplit("/", 1)[1]
    assert mails(services.ASKED)[0].context == {"contribution_id": asked.id}
    assert [row.token_hash for row in db.session.scalars(select(ContributionLink))] == [
        services.hash_of(token=token)
    ]
    assert token not in services.hash_of(token=token)


def test_the_mail_is_plain_and_says_what_is_asked(asked: Contribution) -> None:
    letter = letter_of(mails(services.ASKED)[0])
    assert letter is not None
    assert all("Er der plads til ti? Ring: 36 39 80 00." in part for part in (letter.text, letter.html))
    assert "Author" not in letter.text and "uden login" in letter.text


def test_looking_changes_nothing_and_shows_no_name(client: Any, asked: Contribution, link: str) -> None:
    page = client.get(link)
    assert page.status_code == 200
    assert "Er der plads til ti?" in page.text and "Author" not in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert asked.given_at is None


def test_it_can_be_changed_until_the_deadline(client: Any, link: str) -> None:
    client.post(link, data=GIVEN)
    client.post(link, data=GIVEN | {"body": "Der er plads til syv."})
    note = db.session.scalars(select(Note)).one()
    assert (note.body, note.changed_at is not None) == ("Der er plads til syv.", True)
    assert "Der er plads til syv." in client.get(link).text


def test_a_colleague_who_has_the_link_too_is_not_written_over(client: Any, link: str) -> None:
    blank = client.get(link).text
    assert 'name="seen" value=""' in blank
    for _double_click in range(2):
        assert client.post(link, data=GIVEN | {"seen": ""}).status_code == 303
    late = client.post(link, data=GIVEN | {"seen": "", "body": "Der er plads til syv."})
    assert late.status_code == 422
    assert GIVEN["body"] in late.text and "Der er plads til syv." in late.text
    note = db.session.scalars(select(Note)).one()
    assert (note.body, note.changed_at) == (GIVEN["body"], None)
    seen = re.search(r'name="seen" value="([^"]+)"', late.text)
    assert seen is not None
    both = {"body": "Der er plads til ti, måske syv.", "seen": seen[1]}
    assert client.post(link, data=GIVEN | both).status_code == 303
    assert note.body == both["body"]


def test_what_is_given_is_a_note(client: Any, asked: Contribution, link: str) -> None:
    assert client.post(link, data=GIVEN).status_code == 303
    note = db.session.scalars(select(Note)).one()
    assert (note.body, note.contribution_id, asked.name) == (GIVEN["body"], asked.id, "Bo Berg")


def test_missing_words_are_asked_for(client: Any, link: str) -> None:
    answer = client.post(link, data=GIVEN | {"name": ""})
    assert (answer.status_code, GIVEN["body"] in answer.text) == (422, True)


def over(asked: Contribution) -> None:
    asked.due_on = in_days(-1)


def withdrawn(asked: Contribution) -> None:
    services.withdraw_contribution(actor=PersonFactory(role=Role.MODERATOR), contribution=asked)


def hidden(asked: Contribution) -> None:
    asked.idea.hidden_at = now()


@pytest.mark.parametrize("end", [over, withdrawn, hidden])
def test_a_link_that_has_ended_says_so(
    client: Any, asked: Contribution, link: str, end: Callable[[Contribution], None]
) -> None:
    end(asked)
    for answer in (client.get(link), client.post(link, data=GIVEN)):
        assert answer.status_code == 410
        assert "Linket virker ikke længere" in answer.text and asked.idea.title not in answer.text
    assert db.session.scalars(select(Note)).all() == []
    assert letter_of(mails(services.ASKED)[0]) is None
    with pytest.raises(RuleViolation):
        services.give_contribution(actor=asked.idea.author, contribution=asked, **GIVEN)


def test_a_link_is_good_for_its_municipality_alone(client: Any, link: str, other_municipality: Any) -> None:
    assert client.get(link.replace("/vallensbaek/", "/glostrup/")).status_code == 404
    assert client.get(link + "x").status_code == 404


def test_it_opens_nothing_else(client: Any, asked: Contribution, link: str) -> None:
    client.get(link)
    assert client.get(f"/vallensbaek/opgaver/{asked.idea_id}").status_code == 302


def test_staff_asks_in_a_form(desk: Any, idea: Idea) -> None:
    form = {"recipient": "bo@example.org", "question": "Kan det lade sig gøre?", "due_on": str(in_days(3))}
    for _double_click in range(2):
        assert desk.post(f"/vallensbaek/opgaver/{idea.id}/bidrag", data=form).status_code == 303
    assert len(mails(services.ASKED)) == 1
    page = desk.get(f"/vallensbaek/opgaver/{idea.id}").text
    assert "bo@example.org" in page and "Træk spørgsmålet tilbage" in page


@pytest.mark.parametrize(
    "wrong", [{"recipient": "bo"}, {"due_on": str(today())}, {"due_on": str(in_days(400))}, {"question": ""}]
)
def test_a_wrong_question_is_refused(desk: Any, idea: Idea, wrong: dict[str, str]) -> None:
    form = {"recipient": "bo@example.org", "question": "Kan det?", "due_on": str(in_days(3))}
    assert desk.post(f"/vallensbaek/opgaver/{idea.id}/bidrag", data=form | wrong).status_code == 422
    assert mails(services.ASKED) == []


def test_nobodys_mailbox_is_used_up(idea: Idea, moderator: Person) -> None:
    for _ in range(MOST_OPEN):
        ContributionFactory(idea_id=idea.id)
    with pytest.raises(RuleViolation):
        services.ask_colleague(
            actor=moderator, idea=idea, recipient="a@example.org", question="?", due_on=in_days(2)
        )


@pytest.fixture
def monday() -> Iterator[time_machine.Traveller]:
    """The Monday of an ordinary week in May 2031."""
    with time_machine.travel(datetime(2031, 5, 12, 10, tzinfo=UTC), tick=False) as traveller:
        yield traveller


def test_a_reminder_leaves_once_on_the_working_day_before(
    moderator: Person, idea: Idea, monday: time_machine.Traveller
) -> None:
    services.ask_colleague(
        actor=moderator, idea=idea, recipient="a@example.org", question="?", due_on=in_days(7)
    )
    days = []
    for number in range(8):
        monday.move_to(datetime(2031, 5, 12, 10, tzinfo=UTC) + timedelta(days=number))
        before = len(mails(services.REMINDED))
        services.remind_colleagues()
        days += [number] * (len(mails(services.REMINDED)) - before)
    assert days == [4]


def test_who_has_answered_is_not_reminded(
    asked: Contribution, link: str, client: Any, moderator: Person
) -> None:
    client.post(link, data=GIVEN)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=7), tick=False):
        services.remind_colleagues()
    assert mails(services.REMINDED) == []


def test_both_links_work(client: Any, asked: Contribution, link: str) -> None:
    services._post(services.REMINDED, asked)
    reminded = link_in(letter_of(mails(services.REMINDED)[0]))
    assert reminded != link
    assert [client.get(each).status_code for each in (link, reminded)] == [200, 200]
