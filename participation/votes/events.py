"""What happens to support."""

from dataclasses import dataclass

from participation.ideas.models import Idea


@dataclass(frozen=True)
class IdeaSupported:
    """One more person supports the idea."""

    idea: Idea
    person_id: int


@dataclass(frozen=True)
class SupportWithdrawn:
    """A person has withdrawn the support."""

    idea: Idea
    person_id: int


@dataclass(frozen=True)
class SupportRenewed:
    """A person has said that a support of the period before stands."""

    idea: Idea
    person_id: int
