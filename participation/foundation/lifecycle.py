"""A life-cycle as data: what each status means, and which moves lead where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

Status = TypeVar("Status", bound=StrEnum)
Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Move(Generic[Status]):
    """One step: its name, where it starts, where it leads, who makes it and what it asks for.

    `by` is one of author, moderator, system. `needs` names form parts such as reason, answer, link.
    Without a target it leads back to where the thing was.
    """

    name: str
    label: str
    sources: frozenset[Status]
    target: Status | None
    by: frozenset[str]
    needs: frozenset[str] = frozenset()
    is_public: bool = True

    def leads_to(self, before: Status | None = None) -> Status:
        """The status after the move; `before` is where the thing was, for a move that leads back."""
        found = self.target or before
        if found is None:
            raise ValueError(f"{self.name} leads back, and nothing says where to")
        return found


@dataclass(frozen=True)
class Lifecycle(Generic[Status, Meaning]):
    """The one table about a status: meanings and moves."""

    meanings: Mapping[Status, Meaning]
    moves: tuple[Move[Status], ...]
    _by_name: dict[str, Move[Status]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {move.name: move for move in self.moves})

    def move(self, name: str) -> Move[Status]:
        """The move of that name; KeyError when there is none."""
        return self._by_name[name]

    def moves_from(self, status: Status, *, by: str) -> list[Move[Status]]:
        """The moves that somebody in that role can make from a status."""
        return [move for move in self.moves if status in move.sources and by in move.by]

    def statuses_where(self, flag: str) -> frozenset[Status]:
        """The statuses whose meaning has that boolean set."""
        return frozenset(status for status, meaning in self.meanings.items() if getattr(meaning, flag))
