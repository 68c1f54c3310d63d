"""The whole story of one municipality, from its first idea until yesterday."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from participation.accounts.models import Person
from participation.demo.rules import moment_of, moments, story
from participation.demo.services.acts import act
from participation.demo.services.stage import Stage, give_addresses, set_stage
from participation.extensions import db
from participation.foundation.clock import at, now, today
from participation.notifications.models import Notification
from participation.notifications.services.news import tell_next

STILL_UNREAD = timedelta(days=14)
BEFORE_EVERYTHING = 500


def is_played() -> bool:
    """Whether this municipality has the story already."""
    return db.session.scalar(select(Person.id).where(Person.demo_key.is_not(None)).limit(1)) is not None


def play(*, content: dict[str, Any], domain: str) -> Stage:
    """Let everything happen; ValueError when an idea ends elsewhere than the content says."""
    day = today()
    with at(moment_of(day, BEFORE_EVERYTHING)):
        stage = set_stage(content=content)
    for moment, part in moments(story(content), day):
        with at(moment):
            act(stage=stage, part=part, day=day)
            _tell()
    _read_what_is_old()
    give_addresses(stage=stage, domain=domain)
    db.session.flush()
    _check(stage)
    return stage


def _tell() -> None:
    """People are told on the site at once; nobody has an address yet, so no mail is written."""
    db.session.flush()
    while tell_next():
        pass


def _read_what_is_old() -> None:
    db.session.execute(
        update(Notification).where(Notification.created_at < now() - STILL_UNREAD).values(is_read=True)
    )


def _check(stage: Stage) -> None:
    wrong = [
        f"{entry['key']} is {stage.ideas[entry['key']].status}, not {entry['status']}"
        for entry in stage.content["ideas"]
        if stage.ideas[entry["key"]].status.value != entry["status"]
    ]
    if wrong:
        raise ValueError("; ".join(wrong))
