"""The Monday mail: every one of the staff hears what waits, unless they want no such mail."""

from sqlalchemy import select

from participation.accounts import queries as accounts
from participation.extensions import db
from participation.foundation.calendar import starts_week, week_of
from participation.foundation.clock import now, today
from participation.mail import services as mail
from participation.notifications.lifecycle import Topic
from participation.notifications.models import MailRefusal

MAIL = "notifications.monday"


def post_on_monday() -> None:
    """One mail a person and week, from the morning of its first working day; the key keeps a second out.

    What waits is counted when it is written, and none is written when nothing does.
    """
    if not starts_week(now()):
        return
    week = week_of(today())
    refusing = set(db.session.scalars(select(MailRefusal.person_id).where(MailRefusal.topic == Topic.MONDAY)))
    for person in accounts.staff():
        if person.email and person.id not in refusing:
            mail.post(
                kind=MAIL,
                recipient=person.email,
                language=person.language,
                context={"person_id": person.id},
                key=f"monday:{week}:{person.id}",
            )
