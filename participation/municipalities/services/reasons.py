"""The municipality's own list of reasons."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.events import publish
from participation.foundation.text import slugify
from participation.municipalities import queries
from participation.municipalities.events import ReasonChanged
from participation.municipalities.models import Reason
from participation.municipalities.rules import require_version

CODE_LENGTH = 40


def add_reason(*, actor: Actor, words: Mapping[str, Any], version: int) -> Reason:
    """Put a reason at the end of the list; its code is made from the English label and never changes."""
    require(actor, "municipalities.configure")
    _count_change(version)
    present = queries.all_reasons()
    code = _free_code(words["label_en"], {reason.code for reason in present})
    position = max((reason.position for reason in present), default=0) + 1
    reason = Reason(code=code, position=position, **words)
    db.session.add(reason)
    db.session.flush()
    publish(ReasonChanged(actor=actor, reason=reason))
    return reason


def edit_reason(*, actor: Actor, reason: Reason, words: Mapping[str, Any], version: int) -> None:
    """Change what a reason says, which moves it is for, and whether it can be chosen."""
    require(actor, "municipalities.configure")
    _count_change(version)
    for name, value in words.items():
        setattr(reason, name, value)
    db.session.flush()
    publish(ReasonChanged(actor=actor, reason=reason))


def place_reason(*, actor: Actor, reason: Reason, is_upwards: bool, version: int) -> None:
    """Exchange the reason with its neighbour; at the end of the list nothing happens."""
    require(actor, "municipalities.configure")
    _count_change(version)
    order = queries.all_reasons()
    here = order.index(reason)
    there = here - 1 if is_upwards else here + 1
    if 0 <= there < len(order):
        order[here], order[there] = order[there], order[here]
    for position, each in enumerate(order, start=1):
        each.position = position
    db.session.flush()
    publish(ReasonChanged(actor=actor, reason=reason))


def _count_change(version: int) -> None:
    municipality = queries.current()
    require_version(version, municipality.version)
    flag_modified(municipality, "settings")


def _free_code(label: str, taken: set[str]) -> str:
    code = slugify(label, length=CODE_LENGTH - 3).replace("-", "_") or "reason"
    candidates = [code, *(f"{code}_{number}" for number in range(2, 100))]
    return next(each for each in candidates if each not in taken)
