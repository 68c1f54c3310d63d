"""Giving and taking the roles of moderators and administrators."""

from participation.accounts import queries
from participation.accounts.events import RoleChanged
from participation.accounts.models import Person, Role
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_

LAST = N_("There must be an administrator. Give the role to somebody else first.")


def change_role(*, actor: Actor, person: Person, role: Role) -> None:
    """Give a person the role in place of the present one; the last administrator keeps it."""
    require(actor, "accounts.grant_roles")
    administrators = queries.administrators_locked()
    before = person.role
    if before is role:
        return
    if administrators == [person]:
        raise RuleViolation(LAST)
    person.role = role
    db.session.flush()
    publish(RoleChanged(actor=actor, person=person, before=before, after=role))
