"""The whole story of one municipality, from its first idea until yesterday."""

from typing import Any

from sqlalchemy import select

from participation.accounts.models import Person
from participation.demo.rules import moment_of, moments, story
from participation.demo.services.acts import act
from participation.demo.services.measuring import measure
from participation.demo.services.meetings import meet
from participation.demo.services.organisations import apply_lately
from participation.demo.services.stage import Stage, give_addresses, set_stage
from participation.extensions import db
from participation.foundation.clock import at, today
from participation.foundation.events import publish
from participation.foundation.story import MomentActed, StoryActed
from participation.municipalities.queries import current

BEFORE_EVERYTHING = 500


def is_played() -> bool:
    """Whether this municipality has the story already."""
    return db.session.scalar(select(Person.id).where(Person.demo_key.is_not(None)).limit(1)) is not None


def play(*, content: dict[str, Any], domain: str) -> Stage:
    """Let everything happen; ValueError when an idea ends elsewhere than the content says."""
    day = today()
    with at(moment_of(day, BEFORE_EVERYTHING)):
        stage = set_stage(content=content, domain=domain)
    measure(stage=stage, day=day)
    for moment, part in moments(story(content), day):
        with at(moment):
            act(stage=stage, part=part, day=day)
            db.session.flush()
            publish(MomentActed())
    apply_lately(entries=content.get("applications", []), people=stage.people)
    publish(MomentActed())
    meet(stage=stage, slug=current().slug, day=day)
    publish(StoryActed())
    give_addresses(stage=stage)
    db.session.flush()
    _check(stage)
    return stage


def _check(stage: Stage) -> None:
    wrong = [
        f"{entry['key']} is {stage.ideas[entry['key']].status}, not {entry['status']}"
        for entry in stage.content["ideas"]
        if stage.ideas[entry["key"]].status.value != entry["status"]
    ]
    if wrong:
        raise ValueError("; ".join(wrong))
