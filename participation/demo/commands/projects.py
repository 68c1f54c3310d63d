"""The projects: created from accepted ideas, moved, and telling their news."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from participation.demo.commands.acts import Act, Turn
from participation.demo.commands.world import Entry, World
from participation.projects.services.moves import Words, move
from participation.projects.services.writing import ProjectText, create, write_update


def acts_of(world: World, entry: Entry) -> Iterator[Act]:
    """Everything that happens to one project."""
    yield Act(entry["created_days_ago"], Turn.PROJECT, partial(_create, world, entry))
    for step in entry["timeline"]:
        yield Act(step["days_ago"], Turn.PROJECT, partial(_move, world, entry, step))
    for update in entry["updates"]:
        yield Act(update["days_ago"], Turn.TALK, partial(_tell, world, entry, update))


def _create(world: World, entry: Entry) -> None:
    organisation = world.organisations.get(entry["run_by"])
    text = ProjectText(
        title=entry["title"],
        description=entry["description"],
        steward=world.name_of(entry["steward"]),
        organisation_id=organisation.id if organisation else None,
        starts_on=world.loading_day + timedelta(days=entry["starts_in_days"]),
        ends_on=world.loading_day + timedelta(days=entry["ends_in_days"]),
    )
    world.projects[entry["key"]] = create(
        actor=world.moderator,
        text=text,
        ideas=[world.ideas[key] for key in entry["ideas"]],
        goal_ids=[world.goals[key] for key in entry["goals"]],
    )


def _move(world: World, entry: Entry, step: Entry) -> None:
    words = Words(sentence=step.get("sentence", ""), outcome=step.get("outcome", ""))
    move(actor=world.moderator, project=world.projects[entry["key"]], name=step["move"], words=words)


def _tell(world: World, entry: Entry, update: Entry) -> None:
    """The moderator publishes what an organisation writes about its project."""
    told = write_update(actor=world.moderator, project=world.projects[entry["key"]], body=update["body"])
    told.author_id = world.people[update["author"]].id
