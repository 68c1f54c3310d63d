"""News that a steward tells by answering a mail: who it is, what may be used of it, and what goes back.

Only the account's own address is ever written to, so nobody else is troubled by what somebody pretends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite

from participation.accounts import queries as accounts
from participation.accounts.models import Person
from participation.extensions import db
from participation.files.models import StoredFile
from participation.files.services import store_picture
from participation.foundation.authorization import can, require
from participation.foundation.clock import now, today
from participation.foundation.errors import RuleViolation, TooMany
from participation.foundation.personal import has_cpr
from participation.foundation.tenancy import current_municipality_id
from participation.foundation.text import N_
from participation.mail import services as mail
from participation.mail.rules.incoming import Incoming
from participation.projects import queries
from participation.projects.models import Project, ProjectUpdate, ReceivedMail
from participation.projects.rules import LONGEST_NEWS, MOST_PICTURES
from participation.projects.services import news
from participation.web.limits import Limit, spend
from participation.web.replies import reply_address

PURPOSE = 1
TAKE_BACK = "projects.take_back"
GOOD_FOR = timedelta(days=60)
PUBLISHED, REFUSED = "projects.published_by_mail", "projects.refused_mail"
MAILS = Limit("projects.mail", 20, timedelta(days=1))
KEPT_FOR = timedelta(days=90)

# What the mail back says of each; the first that is so.
REFUSALS = {
    "late": N_("It answered an old mail, and those are good for 60 days only."),
    "sender": N_("It came from another address than the one that you sign in with here."),
    "suspended": N_("You may not write here for a while."),
    "not_yours": N_("You do not run the project any more."),
    "too_large": N_("It was larger than 30 MB. Send fewer pictures."),
    "not_plain": N_("We could not read its text. Send it as ordinary text."),
    "empty": N_("We found no words in it. Write above what you answer, not below."),
    "too_long": N_("It is longer than 4,000 characters."),
    "cpr": N_("There is something in it that looks like a CPR number."),
}


@dataclass(frozen=True)
class Answer:
    """A mail in the hands of whoever is to be answered."""

    project: Project
    person: Person
    last_day: date
    mail: Incoming


def address_for(*, project: Project, person: Person) -> str | None:
    """Where this person answers to with news of this project; None where no mail is taken."""
    last_day = today() + GOOD_FOR
    return reply_address(current_municipality_id(), PURPOSE, (project.id, person.id, last_day.toordinal()))


def take(*, numbers: Sequence[int], read: Incoming) -> None:
    """Make news of a mail, or write back why not; the same mail twice is taken once.

    A machine's mail, and what comes too often, is dropped without a word, so that no two machines quarrel.
    """
    answer = _answer(numbers, read)
    if answer is None or read.is_automatic:
        return
    try:
        spend(MAILS, f"{current_municipality_id()}:{answer.person.id}")
    except TooMany:
        return
    reason = _refusal(answer)
    pictures, spoilt = ([], 0) if reason else _pictures(answer)
    if not _is_first(read):
        return
    if reason is None:
        _publish(answer, pictures, spoilt)
    else:
        _write_back(REFUSED, answer, {"reason": reason})


def forget_old() -> None:
    """A mail server tries for some days; after that, nobody sends the same mail again."""
    db.session.execute(delete(ReceivedMail).where(ReceivedMail.at < now() - KEPT_FOR))


def _answer(numbers: Sequence[int], read: Incoming) -> Answer | None:
    """Whom and what it is about, while both are there."""
    if len(numbers) != 3:
        return None
    project, person = queries.find(numbers[0]), accounts.person(numbers[1])
    if project is None or person is None or not person.is_active or person.email is None:
        return None
    return Answer(project, person, date.fromordinal(numbers[2]), read)


def _refusal(answer: Answer) -> str | None:
    """Why it cannot be published, as a word of `REFUSALS`."""
    person, read = answer.person, answer.mail
    reasons = {
        "late": today() > answer.last_day,
        "sender": read.sender != person.email_key,
        "suspended": not person.may_write,
        "not_yours": not can(person, "projects.run", answer.project),
        "too_large": read.is_too_large,
        "not_plain": not read.has_plain_text,
        "empty": not read.text,
        "too_long": len(read.text) > LONGEST_NEWS,
        # What staff write is not held until somebody has looked.
        "cpr": person.is_staff and has_cpr(read.text),
    }
    return next((reason for reason, is_so in reasons.items() if is_so), None)


def _pictures(answer: Answer) -> tuple[list[StoredFile], int]:
    """Those that can be used, and how many cannot: the words are not lost for a broken picture."""
    require(answer.person, "projects.run", answer.project)
    stored: list[StoredFile] = []
    for content in answer.mail.pictures[:MOST_PICTURES]:
        try:
            stored.append(store_picture(actor=answer.person, content=content))
        except RuleViolation:
            continue
    return stored, len(answer.mail.pictures) - len(stored)


def _is_first(read: Incoming) -> bool:
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    insert = dialect.insert(ReceivedMail).values(key=read.key)
    once = insert.on_conflict_do_nothing(index_elements=["municipality_id", "key"])
    return db.session.scalar(once.returning(ReceivedMail.id)) is not None


def _publish(answer: Answer, pictures: list[StoredFile], spoilt: int) -> None:
    update: ProjectUpdate = news.write_update(
        actor=answer.person, project=answer.project, body=answer.mail.text, pictures=pictures
    )
    _write_back(PUBLISHED, answer, {"update_id": update.id, "spoilt": spoilt})


def _write_back(kind: str, answer: Answer, facts: dict[str, Any]) -> None:
    assert answer.person.email is not None
    mail.post(
        kind=kind,
        recipient=answer.person.email,
        language=answer.person.language,
        context={"project_id": answer.project.id, "person_id": answer.person.id, **facts},
        key=f"{kind}:{answer.mail.key}",
    )
