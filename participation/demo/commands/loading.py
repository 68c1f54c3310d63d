"""Loading a municipality's demonstration: everything happens through the services, at its own moment."""

from datetime import timedelta

from participation.accounts import queries as accounts
from participation.demo.commands import ideas, people, projects, support, talk
from participation.demo.commands.acts import perform
from participation.demo.commands.world import moment, read_world
from participation.foundation.clock import at, now
from participation.notifications.services import news

BEFORE_EVERYTHING = 400
# Messages of so many days lie in the inboxes; mails about the past are never sent.
RECENT = timedelta(days=14)


def load(slug: str) -> str:
    """Make everything in the present transaction, unless it is there; says what it has done."""
    if accounts.demonstration_people():
        return "the demonstration is there already"
    world = read_world(slug)
    if world is None:
        return "no demonstration: there is no content, or no published strategy"
    with at(moment(BEFORE_EVERYTHING)):
        people.make_people(world)
        people.make_organisations(world)
    parts = [(each, world.content["ideas"]) for each in (ideas, support, talk)]
    parts.append((projects, world.content["projects"]))
    perform(act for part, entries in parts for entry in entries for act in part.acts_of(world, entry))
    _tell()
    return f"{len(world.ideas)} ideas and {len(world.projects)} projects loaded"


def _tell() -> None:
    news.forget_untold(until=now() - RECENT)
    while news.tell_next(by_mail=False):
        pass
