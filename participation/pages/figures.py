"""Do we answer in time? By quarter, counted from answers and promises."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from flask import render_template

from participation.foundation.clock import LOCAL, now, today
from participation.foundation.text import N_
from participation.ideas.queries import figures as queries
from participation.ideas.queries.figures import Counted
from participation.municipalities import queries as municipalities
from participation.pages import texts
from participation.web.templating import show_number
from participation.web.words import gettext, ngettext

QUARTERS = 8
# A reason given to fewer is not counted by itself: those whom it was given to could be known by it.
LEAST_GROUP = 3
COLUMNS = (
    N_("Answered"),
    N_("Goes forward"),
    N_("Does not go forward"),
    N_("Middle waiting time"),
    N_("Kept in time"),
)


@dataclass(frozen=True)
class Quarter:
    """One row of the table; a cell without anything to reckon from holds a dash."""

    name: str
    cells: list[str]
    refusals: list[tuple[str, str]]


def figures() -> str:
    """What waits now, the year so far, and up to eight quarters, the latest first."""
    moment = now()
    year = queries.counted_by([_moment(date(today().year, 1, 1))], moment)[0]
    return render_template(
        "pages/figures.html",
        now=_now(*queries.waiting_and_overdue(moment)),
        year=gettext("This year"),
        items=_items(year),
        summary=_summary(year),
        quarters=_quarters(moment),
        columns=[gettext(label) for label in COLUMNS],
        settings=municipalities.settings(),
    )


def quarter_starts(day: date, count: int) -> list[date]:
    """The first days of so many quarters, the last of them the one that `day` is in."""
    last = day.year * 4 + (day.month - 1) // 3
    return [date(number // 4, number % 4 * 3 + 1, 1) for number in range(last - count + 1, last + 1)]


def _moment(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=LOCAL).astimezone(UTC)


def _quarters(moment: datetime) -> list[Quarter]:
    """The quarters from the first in which there was anything, the latest first."""
    reasons, starts = texts.ReasonLabels(), quarter_starts(today(), QUARTERS)
    moments = [_moment(start) for start in starts]
    counted = queries.counted_by(moments, moment)
    together = list(zip(starts, counted, queries.refusals_by(moments), strict=True))
    while together and together[0][1] == Counted() and not together[0][2]:
        together.pop(0)
    return [
        Quarter(_name(start), _cells(each), _refusals(codes, reasons))
        for start, each, codes in together[::-1]
    ]


def _name(start: date) -> str:
    number = (start.month + 2) // 3
    return gettext("Quarter %(number)s, %(year)s", number=number, year=start.year)


def _cells(counted: Counted) -> list[str]:
    return [
        show_number(counted.answered),
        show_number(counted.yes),
        show_number(counted.no),
        _days(counted) or "–",
        _share(counted) or "–",
    ]


def _now(waiting: int, late: int) -> list[tuple[str, str]]:
    return [
        (show_number(waiting), ngettext("waits for an answer now", "wait for an answer now", waiting)),
        (
            show_number(late),
            ngettext("has waited longer than we promised", "have waited longer than we promised", late),
        ),
    ]


def _items(counted: Counted) -> list[tuple[str, str]]:
    number, yes, no = counted.answered, counted.yes, counted.no
    rows = [
        (show_number(number), ngettext("idea answered", "ideas answered", number)),
        (_share(counted), gettext("of our promises of an answer kept in time")),
        (_days(counted), gettext("is the middle of the waiting times, from publication to answer")),
        (show_number(yes), ngettext("goes forward or is under way", "go forward or are under way", yes)),
        (show_number(no), ngettext("does not go forward", "do not go forward", no)),
    ]
    return [(figure, words) for figure, words in rows if figure] if counted != Counted() else []


def _summary(counted: Counted) -> str:
    """The year in one sentence; empty when there is nothing to say."""
    if not counted.answered or not counted.promised:
        return ""
    return ngettext(
        "This year we have answered %(num)d idea. The middle waiting time was %(days)s, and we kept"
        " %(share)s of our promises.",
        "This year we have answered %(num)d ideas. The middle waiting time was %(days)s, and we kept"
        " %(share)s of our promises.",
        counted.answered,
        days=_days(counted) or "–",
        share=_share(counted),
    )


def _share(counted: Counted) -> str:
    if not counted.promised:
        return ""
    return gettext("%(number)s %%", number=round(100 * counted.kept / counted.promised))


def _days(counted: Counted) -> str:
    if counted.median_days is None:
        return ""
    return ngettext("%(num)d day", "%(num)d days", round(counted.median_days))


def _refusals(counts: Mapping[str, int], reasons: Mapping[str, str]) -> list[tuple[str, str]]:
    """Reasons given to several, the most given first; the others together, if they are several."""
    known = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    rows = [(show_number(count), reasons.get(code, code)) for code, count in known if count >= LEAST_GROUP]
    rest = sum(count for count in counts.values() if count < LEAST_GROUP)
    if rest:
        few = gettext("fewer than %(number)s", number=LEAST_GROUP)
        rows.append((show_number(rest) if rest >= LEAST_GROUP else few, gettext("Other reasons")))
    return rows
