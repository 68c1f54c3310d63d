"""The shape of a strategy file, as docs/strategy-format.md describes it."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from participation.foundation.text import N_
from participation.strategies.rules.measures import IndicatorPart
from participation.strategies.rules.parts import (
    Adoption,
    Key,
    Legal,
    Line,
    Number,
    Part,
    Period,
    Prose,
    Slogan,
    Source,
    Target,
    Text,
    Texts,
    Vision,
    refusal,
)

REPEATED_KEY = N_("This key is used twice.")
NUMBERS_DO_NOT_RISE = N_("The numbers do not rise from first to last.")


class Entry(Part):
    """Something numbered with a key of its own, by which it is known when the file is loaded again."""

    key: Key
    number: Number
    title: Line
    title_editorial: bool = False


class Statement(Entry):
    """An entry with verbatim text: a value, a challenge, a core task."""

    text: Text
    paragraph: Number | None = None
    sentences: Line | None = None
    places: tuple[Line, ...] = ()


class GoalDocument(Statement):
    """What the municipality wants to reach."""

    target: Target | None = None
    indicators: tuple[IndicatorPart, ...] = ()


class EffortDocument(Statement):
    """What the municipality itself says it does."""

    target: Target | None = None


class ThemeDocument(Entry):
    """A theme with its goals and efforts."""

    title_note: Text | None = None
    motto: Text | None = None
    motto_note: Text | None = None
    vision: Texts = ()
    goals: tuple[GoalDocument, ...] = ()
    efforts: tuple[EffortDocument, ...] = ()


class Collection(Prose):
    """Statements under one heading."""

    items: Annotated[tuple[Statement, ...], Field(min_length=1)]


class StrategyDocument(Part):
    """A whole strategy file."""

    schema_version: Literal["1"]
    municipality: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
    key: Key
    language: Literal["da", "en"]
    title: Line
    slogan: Slogan | None = None
    legal_type: Line | None = None
    predecessor: Line | None = None
    adopted: Adoption | None = None
    period: Period = Period()
    source: Source
    foreword: Prose | None = None
    vision: Vision | None = None
    themes: tuple[ThemeDocument, ...] = ()
    challenges: tuple[Statement, ...] = ()
    goals: tuple[GoalDocument, ...] = ()
    efforts: tuple[EffortDocument, ...] = ()
    values: Collection | None = None
    core_tasks: Collection | None = None
    legal: Legal | None = None
    notes: Texts = ()

    @property
    def all_goals(self) -> tuple[GoalDocument, ...]:
        """The goals under themes and those in one list, in reading order."""
        return (*(goal for theme in self.themes for goal in theme.goals), *self.goals)

    @property
    def all_efforts(self) -> tuple[EffortDocument, ...]:
        """The efforts under themes and those in one list, in reading order."""
        return (*(effort for theme in self.themes for effort in theme.efforts), *self.efforts)

    def lists(self) -> Iterator[tuple[str, ThemeDocument | None, tuple[Entry, ...]]]:
        """Every list of entries: what they are, the theme they stand under, and they themselves."""
        yield "theme", None, self.themes
        for theme in self.themes:
            yield "goal", theme, theme.goals
            yield "effort", theme, theme.efforts
        yield "challenge", None, self.challenges
        yield "goal", None, self.goals
        yield "effort", None, self.efforts
        yield "value", None, self.values.items if self.values else ()
        yield "core_task", None, self.core_tasks.items if self.core_tasks else ()

    @model_validator(mode="after")
    def _has_keys_and_numbers_in_order(self) -> Self:
        seen: set[str] = set()
        for _, _, entries in self.lists():
            for previous, entry in zip((None, *entries), entries, strict=False):
                if entry.key in seen:
                    raise refusal(REPEATED_KEY, entry.key)
                if previous and entry.number <= previous.number:
                    raise refusal(NUMBERS_DO_NOT_RISE, entry.key)
                seen.add(entry.key)
        return self
