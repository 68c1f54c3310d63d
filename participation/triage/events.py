"""What the desk makes of two ideas."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.actors import Actor
from participation.foundation.events import Act
from participation.ideas.models import Idea, Merge


@dataclass(frozen=True, kw_only=True)
class _OfTwo:
    """About the `source` and the `idea` that it lives on in, or would."""

    idea: Idea
    source: Idea
    merge: Merge

    @property
    def facts(self) -> dict[str, Any]:
        return {"merge": self.merge.id, "source": self.source.id}


@dataclass(frozen=True, kw_only=True)
class IdeasMerged(_OfTwo, Act):
    """The `source` lives on in the `idea` from now on."""


@dataclass(frozen=True, kw_only=True)
class MergePlanned(_OfTwo, Act):
    """The authors are told that it will happen, and may object."""


@dataclass(frozen=True, kw_only=True)
class MergeCancelled(_OfTwo, Act):
    """It will not happen after all."""


@dataclass(frozen=True, kw_only=True)
class MergeUndone(_OfTwo, Act):
    """Both are ideas of their own again."""


@dataclass(frozen=True, kw_only=True)
class _OfOne:
    """What its author is told apart, who may not be allowed to see the other idea."""

    idea: Idea
    merge: Merge
    actor: Actor


@dataclass(frozen=True, kw_only=True)
class OwnIdeaMerged(_OfOne):
    """The author's own `idea` lives on in another."""


@dataclass(frozen=True, kw_only=True)
class OwnIdeaSeparated(_OfOne):
    """The author's own `idea`, which nobody else could read, is an idea of its own again."""
