"""A strategy's statuses: shown as a draft, published by an administrator, replaced by its successor."""

from dataclasses import dataclass
from enum import StrEnum

from participation.foundation.lifecycle import Lifecycle, Move
from participation.foundation.text import N_


class StrategyStatus(StrEnum):
    """Where a strategy stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"


class SuccessionKind(StrEnum):
    """What becomes of a goal in the next strategy."""

    CONTINUES = "continues"
    SPLIT = "split"
    JOINED = "joined"
    DROPPED = "dropped"


@dataclass(frozen=True)
class StrategyMeaning:
    """What a status means."""

    label: str
    is_public: bool
    takes_ideas: bool = False


STRATEGIES: Lifecycle[StrategyStatus, StrategyMeaning] = Lifecycle(
    meanings={
        StrategyStatus.DRAFT: StrategyMeaning(N_("Draft"), is_public=False),
        StrategyStatus.PUBLISHED: StrategyMeaning(N_("Published"), is_public=True, takes_ideas=True),
        StrategyStatus.SUPERSEDED: StrategyMeaning(N_("Replaced"), is_public=True),
    },
    moves=(
        Move(
            "publish",
            N_("Publish"),
            frozenset({StrategyStatus.DRAFT}),
            StrategyStatus.PUBLISHED,
            by=frozenset({"administrator"}),
        ),
        Move(
            "replace",
            N_("Replace"),
            frozenset({StrategyStatus.PUBLISHED}),
            StrategyStatus.SUPERSEDED,
            by=frozenset({"system"}),
        ),
    ),
)

# How a strategy was changed in the editor.
EDITS = {
    "change": N_("Changed"),
    "add": N_("Added"),
    "remove": N_("Taken out"),
    "shift": N_("Moved"),
    "split": N_("Split"),
    "join": N_("Joined"),
    "tell": N_("Changed"),
    "restore": N_("An earlier version was given back"),
}


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
