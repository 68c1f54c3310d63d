"""What an author is told about the own words that others do not see, or not yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import url_for

from participation.cases.lifecycle import HeldState
from participation.cases.models import Holdable
from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.foundation.text import N_
from participation.ideas import queries as ideas
from participation.ideas.models import Addition, Idea
from participation.pages.texts import explanation
from participation.web.words import gettext

# By state, for what nobody else can see and for a change of what everybody sees.
NOTES = {
    (HeldState.WAITING, True): N_("Waits until we have looked at it. Others cannot see it yet."),
    (HeldState.RETURNED, True): N_("Others cannot see it yet. We ask you to mend it: %(why)s"),
    (HeldState.REFUSED, True): N_("Others do not get to see it: %(why)s"),
    (HeldState.WAITING, False): N_("Your change waits until we have looked at it."),
    (HeldState.RETURNED, False): N_("We ask you to mend your change: %(why)s"),
    (HeldState.REFUSED, False): N_("Your change is not shown: %(why)s"),
}


@dataclass(frozen=True)
class ShownAddition:
    """A dated addition in words; `note` and `mend_href` are for its author."""

    id: int
    created_at: datetime
    body: str
    note: str = ""
    mend_href: str | None = None


def note_of(thing: Holdable, reasons: Mapping[str, str]) -> str:
    """How it stands with something held, in words to its author; empty for anything else."""
    if thing.held_state is None:
        return ""
    why = explanation(reasons, thing.held_code, thing.held_sentence)
    return gettext(NOTES[thing.held_state, thing.is_held], why=why)


def additions_of(viewer: Actor, idea: Idea, reasons: Mapping[str, str]) -> list[ShownAddition]:
    """The additions that the viewer may read: what is held is there for the author alone."""
    is_own = viewer.actor_id == idea.author_id
    return [_shown(viewer, idea, each, reasons) for each in ideas.additions_of(idea, whole=is_own)]


def _shown(viewer: Actor, idea: Idea, addition: Addition, reasons: Mapping[str, str]) -> ShownAddition:
    is_mendable = can(viewer, "ideas.mend_addition", idea, addition)
    address = url_for("ideas.mend_addition", idea_id=idea.id, addition_id=addition.id)
    return ShownAddition(
        id=addition.id,
        created_at=addition.created_at,
        body=addition.body,
        note=note_of(addition, reasons),
        mend_href=address if is_mendable else None,
    )
