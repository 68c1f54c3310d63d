"""The columns of an exported list in the reader's language."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import current_app

from participation.foundation.clock import FAR_FUTURE, local_date
from participation.foundation.tenancy import current_municipality_id
from participation.foundation.text import N_, slugify
from participation.ideas.lifecycle import IDEAS
from participation.records.rules.tables import Cell, Table
from participation.web.addresses import url_for
from participation.web.places import place
from participation.web.words import gettext

LIST_NAMES = {"ideas": N_("Ideas"), "tasks": N_("Tasks")}


@dataclass(frozen=True)
class Column:
    """One column: its heading, its width in characters, and what stands in it."""

    heading: str
    width: int
    cell: Callable[[Any], Cell]


def _day(moment: datetime | None) -> date | None:
    return None if moment is None or moment == FAR_FUTURE else local_date(moment)


def _goal(row: Any) -> str:
    return gettext("Outside the strategy") if row.is_outside_strategy else row.goal or ""


def _support(row: Any) -> int:
    """As a card shows it: the number at the decision once there is one."""
    return int(row.support_count if row.decided_support is None else row.decided_support)


def home() -> str:
    """Where the municipality's public addresses begin, with the host that the settings name."""
    return place(current_municipality_id()).home(current_app.config["SETTINGS"].base_url)


COLUMNS = (
    Column(N_("Number"), 9, lambda row: row.id),
    Column(N_("Title"), 48, lambda row: row.title),
    Column(N_("Status"), 20, lambda row: gettext(IDEAS.meanings[row.status].label)),
    Column(N_("Theme"), 24, lambda row: row.theme),
    Column(N_("Goal"), 32, _goal),
    Column(N_("From"), 22, lambda row: row.author or gettext("No name")),
    Column(N_("Organisation"), 22, lambda row: row.organisation),
    Column(N_("Place"), 22, lambda row: row.place),
    Column(N_("Support"), 9, _support),
    Column(N_("Comments"), 11, lambda row: row.comment_count or 0),
    Column(N_("Received"), 12, lambda row: _day(row.submitted_at)),
    Column(N_("Published"), 15, lambda row: _day(row.published_at)),
    Column(N_("Promised by"), 12, lambda row: _day(row.promised_at)),
    Column(N_("Decided"), 12, lambda row: _day(row.decided_at)),
    Column(N_("Owner"), 20, lambda row: row.owner),
    Column(N_("Journal number"), 16, lambda row: row.journal_number),
    Column(N_("Text"), 80, lambda row: row.body),
)


def table(list_name: str) -> Table:
    """The table's head."""
    headings = [*(gettext(column.heading) for column in COLUMNS), gettext("Address")]
    return Table(gettext(LIST_NAMES[list_name]), headings, [*(column.width for column in COLUMNS), 50])


def cells_of(rows: Iterable[Any], beginning: str) -> Iterator[list[Cell]]:
    """What stands in each row; `beginning` is what its public address begins with."""
    for row in rows:
        path = url_for("pages.idea", idea_id=row.id, slug=slugify(row.title))
        yield [*(column.cell(row) for column in COLUMNS), beginning + path]


def file_name(list_name: str) -> str:
    """A name that every file system takes: `ideer`, `opgaver`."""
    return slugify(gettext(LIST_NAMES[list_name]))
