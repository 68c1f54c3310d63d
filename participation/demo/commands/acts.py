"""Acts with a day: everything that happened, brought into one order and done at its own moment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby

from participation.demo.commands.world import moment
from participation.foundation.clock import at


class Turn(IntEnum):
    """Which of one day's acts come first; those of one turn come as they are written."""

    TEXT = 1
    SUPPORT = 2
    MOVE = 3
    PROJECT = 4
    TALK = 5
    LAST = 6


@dataclass(frozen=True)
class Act:
    """Something that somebody did, so many days ago."""

    days_ago: int
    turn: Turn
    do: Callable[[], object]


def perform(acts: Iterable[Act]) -> None:
    """Do them all, the oldest first, each at its moment."""
    ordered = sorted(acts, key=lambda act: (-act.days_ago, act.turn))
    for days_ago, of_the_day in groupby(ordered, key=lambda act: act.days_ago):
        for number, act in enumerate(of_the_day):
            with at(moment(days_ago, number)):
                act.do()
