"""When an event is news: each function asks the event itself."""

from collections.abc import Callable
from typing import Any

from participation.cases.events import CaseAssigned
from participation.discussions.events import CommentAdded
from participation.ideas.events import IdeaMoved, IdeaTextChanged
from participation.moderation.models import ModerationAct

Condition = Callable[[Any], bool]


def is_somebodys(event: Any) -> bool:
    """Somebody wrote it, or is called so."""
    return event.person_id is not None


def always(_event: Any) -> bool:
    """Every event of the class is news."""
    return True


def by_staff(event: Any) -> bool:
    """Somebody at the municipality did it."""
    return bool(event.actor.is_staff)


def has_place(event: Any) -> bool:
    """Who signed up has a place."""
    return bool(event.sign_up.has_place)


def waits(event: Any) -> bool:
    """Who signed up is on the waiting list."""
    return not event.sign_up.has_place


def is_moved(event: Any) -> bool:
    """Another time or place: whoever planned for the old one has to know."""
    return bool(event.is_moved)


def moves(*names: str) -> Condition:
    """The move is one of these."""
    return lambda event: event.move.name in names


def public_move(name: str) -> Condition:
    """The move is this one, and readers know of it: the idea has been published."""
    return lambda event: event.move.name == name and event.move.is_public


def is_public_merge(event: Any) -> bool:
    """Both ideas could be read by everybody."""
    return bool(event.merge.is_public)


def is_reply(event: CommentAdded) -> bool:
    """The comment answers another one."""
    return event.parent is not None


def is_alone(event: CaseAssigned) -> bool:
    """Of many tasks given at once one hears once."""
    return not event.is_one_of_many


def is_material(event: IdeaTextChanged) -> bool:
    """More than a mended spelling."""
    return event.is_material


def decided(act: ModerationAct) -> Condition:
    """What was held was dealt with so, and no answer to an appeal has said it."""
    return lambda event: event.entry.act is act and not event.is_appealed


def answers(*moves: str) -> Condition:
    """The application was answered so."""
    return lambda event: event.move in moves


def is_accepted(event: Any) -> bool:
    """Who was invited has said yes."""
    return bool(event.is_accepted)


def is_declined(event: Any) -> bool:
    """Who was invited has said no."""
    return not event.is_accepted


def not_appealed(event: Any) -> bool:
    """The answer to an appeal says it already."""
    return not event.is_appealed


def reconsidered(event: IdeaMoved) -> bool:
    """The municipality looks at it again by itself; the answer to an appeal says it already."""
    return event.move.name == "reconsider" and not event.move.cause.startswith("appeal:")


def becomes_part(event: Any) -> bool:
    """An offer that was not chosen is part of the project all the same."""
    return event.project is not None


def has_ended(event: Any) -> bool:
    """Nothing comes of an offer any more."""
    return event.project is None


def by_side(side: str) -> Condition:
    """That side has confirmed the agreement."""
    return lambda event: bool(event.side == side)
