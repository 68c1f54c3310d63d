"""What happens to people's accounts."""

from dataclasses import dataclass

from participation.accounts.models import Person


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
