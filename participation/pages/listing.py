"""Chips, selects, totals and pages of lists, all with their state in the address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from participation.foundation.listing import COUNT_LIMIT, Page
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.web.addresses import url_for
from participation.web.words import gettext


@dataclass(frozen=True)
class Chip:
    """One filter in a row; `count` is none where it is not known."""

    label: str
    href: str
    is_current: bool
    count: int | None = None


@dataclass(frozen=True)
class Select:
    """One filter to choose from a list; an option is value, label, and whether it is chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class Pages:
    """Where the pages before and after this one are."""

    previous_href: str | None
    next_href: str | None


def status_chips(
    counts: Mapping[IdeaStatus, int], chosen: str, endpoint: str, values: Mapping[str, Any]
) -> tuple[Chip, ...]:
    """All, and each status that some idea has, in the order of its life."""
    rows = [("", gettext("All"), sum(counts.values()))]
    rows += [
        (status.value, gettext(meaning.label), counts[status])
        for status, meaning in IDEAS.meanings.items()
        if counts.get(status) or status.value == chosen
    ]
    return tuple(
        Chip(label, address(endpoint, values, status=value) + "#ideer", value == chosen, count)
        for value, label, count in rows
    )


def paged(page: Page[Any], endpoint: str, values: Mapping[str, Any], *, anchor: str = "") -> Pages:
    """The pages around this one, with the same filters and order."""
    kept = {**values, **page.filters, "sort": page.sort}
    kept.pop("goal" if "goal_id" in values else "", None)
    ending = f"#{anchor}" if anchor else ""
    hrefs = (
        address(endpoint, kept, cursor=cursor) + ending if cursor else None
        for cursor in (page.previous_cursor, page.next_cursor)
    )
    return Pages(*hrefs)


def address(endpoint: str, values: Mapping[str, Any], **more: str) -> str:
    """The page with these filters; empty ones are left out."""
    return url_for(endpoint, **{name: value for name, value in {**values, **more}.items() if value})


def total_words(page: Page[Any], words: Callable[[int], str]) -> str:
    """`24 idéer`, or `mere end 1.000 idéer`; `words` says a count."""
    if page.is_total_exact:
        return words(page.total)
    return gettext("more than %(count)s", count=words(COUNT_LIMIT))
