"""What happens to people's accounts."""

from dataclasses import dataclass

from participation.accounts.models import Person, Role
from participation.foundation.actors import Actor


@dataclass(frozen=True)
class RoleChanged:
    """A person may do more, or less, in the municipality's name."""

    actor: Actor
    person: Person
    before: Role
    after: Role
