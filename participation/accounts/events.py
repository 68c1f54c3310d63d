"""What happens to people's accounts."""

from dataclasses import dataclass
from typing import Any

from participation.accounts.models import Person, Role
from participation.foundation.events import Act


@dataclass(frozen=True)
class SignedIn:
    """Somebody signed in; `intent` is what they were about to do, such as `votes.support:7`, or empty.

    A reaction that refuses (RuleViolation, Forbidden) is undone alone, and its text is shown.
    """

    person: Person
    intent: str


@dataclass(frozen=True)
class AccountClosed:
    """The account has neither name nor address any more; the row stays for what the person wrote."""

    person: Person


@dataclass(frozen=True)
class SuspensionFollowed:
    """A new account has the address of the `former` one, and may not write as long as that might not."""

    person: Person
    former: Person


@dataclass(frozen=True, kw_only=True)
class RoleChanged(Act):
    """A person may do more, or less, in the municipality's name."""

    person: Person
    before: Role
    after: Role

    @property
    def facts(self) -> dict[str, Any]:
        return {"before": self.before, "after": self.after}

    @property
    def is_official(self) -> bool:
        """Always: who gave up a role of their own has none any more."""
        return True
