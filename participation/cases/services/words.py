"""Words that are shown at once and cannot be held: what residents write of them is refused instead."""

from collections.abc import Iterable

from participation.accounts.models import Person
from participation.cases import services as cases
from participation.cases.lifecycle import HoldReason
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_

HAS_CPR = N_("This looks like a CPR number. It must not stand here.")
NOT_NOW = N_(
    "Somebody has to look at this before it is shown, and here that cannot be done. Write to us instead."
)


def check_words(*, actor: Actor, texts: Iterable[str]) -> None:
    """RuleViolation when somebody would have to look at a resident's words first; no words need no look."""
    words = list(filter(None, texts))
    if actor.is_staff or actor.is_system or actor.actor_id is None or not words:
        return
    author = db.session.get_one(Person, actor.actor_id)
    reason = cases.reason_to_hold(author=author, texts=words)
    if reason is not None:
        raise RuleViolation(HAS_CPR if reason is HoldReason.CPR else NOT_NOW)
