"""Support in bulk: one row for each person, counted once, spread over the days when it was possible."""

from collections.abc import Iterator
from functools import partial
from random import Random

from sqlalchemy import insert, update

from participation.demo.commands.acts import Act, Turn
from participation.demo.commands.world import Entry, World
from participation.extensions import db
from participation.foundation.clock import now
from participation.ideas.models import Idea
from participation.votes.models import Vote

# The moves after which nobody can support any more.
ENDS = {"accept", "decline", "recognise", "withdraw"}


def acts_of(world: World, entry: Entry) -> Iterator[Act]:
    """Everybody's support at once, at the last moment when it counts: before the first decision, or now."""
    if entry.get("support", 0) > 1:
        ends = [step["days_ago"] for step in entry["timeline"] if step["move"] in ENDS]
        yield Act(max(ends, default=0), Turn.SUPPORT, partial(_support, world, entry))


def _support(world: World, entry: Entry) -> None:
    """The author has supported it already, at publication."""
    idea, chance = world.ideas[entry["key"]], Random(entry["key"])
    others = [
        person.id for key, person in world.people.items() if key != entry["author"] and not person.is_staff
    ]
    wanted = entry["support"] - 1
    chosen = chance.sample(others, min(wanted, chance.randint(3, len(others))))
    chosen += world.neighbours[: wanted - len(chosen)]
    assert idea.published_at is not None
    span = now() - idea.published_at
    rows = [
        {"idea_id": idea.id, "person_id": each, "created_at": idea.published_at + span * chance.random()}
        for each in chosen
    ]
    db.session.execute(insert(Vote), rows)
    db.session.execute(
        update(Idea).where(Idea.id == idea.id).values(support_count=Idea.support_count + wanted)
    )
