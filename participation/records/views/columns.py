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
from participation.triage.rules import KINDS
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


def _support(row: Any) -> int | None:
    """As a card shows it: the number at the decision once there is one."""
    number: int | None = row.support_count if row.decided_support is None else row.decided_support
    return number


def home() -> str:
    """Where the municipality's public addresses begin, with the host that the settings name."""
    return place(current_municipality_id()).home(current_app.config["SETTINGS"].base_url)


def _public_path(row: Any) -> str:
    return url_for("pages.idea", idea_id=row.id, slug=slugify(row.title))


def _desk_path(row: Any) -> str:
    return url_for("pages.front") + str(row.case_place)


def _status(row: Any) -> str:
    return gettext(IDEAS.meanings[row.status].label) if row.id else ""


GOAL = (Column(N_("Theme"), 24, lambda row: row.theme), Column(N_("Goal"), 32, _goal))
CASE = (
    Column(N_("Owner"), 20, lambda row: row.owner),
    Column(N_("Journal number"), 16, lambda row: row.journal_number),
)
COLUMNS: dict[str, tuple[Column, ...]] = {
    "ideas": (
        Column(N_("Number"), 9, lambda row: row.id),
        Column(N_("Title"), 48, lambda row: row.title),
        Column(N_("Status"), 20, _status),
        *GOAL,
        Column(N_("From"), 22, lambda row: row.author or gettext("No name")),
        Column(N_("Organisation"), 22, lambda row: row.organisation),
        Column(N_("Place"), 22, lambda row: row.place),
        Column(N_("Support"), 9, _support),
        Column(N_("Comments"), 11, lambda row: row.comment_count or 0),
        Column(N_("Received"), 12, lambda row: _day(row.submitted_at)),
        Column(N_("Published"), 15, lambda row: _day(row.published_at)),
        Column(N_("Promised by"), 12, lambda row: _day(row.promised_at)),
        Column(N_("Decided"), 12, lambda row: _day(row.decided_at)),
        *CASE,
        Column(N_("Text"), 80, lambda row: row.body),
    ),
    "tasks": (
        Column(N_("Title"), 48, lambda row: row.subject_title),
        Column(N_("Task"), 24, lambda row: gettext(KINDS[row.kind])),
        Column(N_("Promised by"), 12, lambda row: _day(row.due_at)),
        Column(N_("Opened"), 12, lambda row: _day(row.opened_at)),
        *CASE,
        Column(N_("Status"), 20, _status),
        *GOAL,
        Column(N_("Support"), 9, _support),
    ),
}
ADDRESSES = {"ideas": _public_path, "tasks": _desk_path}


def table(list_name: str) -> Table:
    """The table's head."""
    columns = COLUMNS[list_name]
    headings = [*(gettext(column.heading) for column in columns), gettext("Address")]
    return Table(gettext(LIST_NAMES[list_name]), headings, [*(column.width for column in columns), 50])


def cells_of(list_name: str, rows: Iterable[Any], beginning: str) -> Iterator[list[Cell]]:
    """What stands in each row; `beginning` is what its address begins with."""
    columns, address = COLUMNS[list_name], ADDRESSES[list_name]
    for row in rows:
        yield [*(column.cell(row) for column in columns), beginning + address(row)]


def file_name(list_name: str) -> str:
    """A name that every file system takes: `ideer`, `opgaver`."""
    return slugify(gettext(LIST_NAMES[list_name]))
