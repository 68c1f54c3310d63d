"""Do we answer in time? Counted from answers and promises, a period at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from statistics import median

from flask import render_template

from participation.foundation.clock import LOCAL, now, today
from participation.ideas.queries import figures as queries
from participation.ideas.queries.figures import AnswerFact
from participation.ideas.rules import is_kept
from participation.municipalities import queries as municipalities
from participation.pages import texts
from participation.web.templating import show_number, show_short_date
from participation.web.words import gettext, ngettext


@dataclass(frozen=True)
class Period:
    """What was done in one period; shares and medians are none where there is nothing to reckon from."""

    name: str
    items: list[tuple[str, str]]
    refusals: list[tuple[str, str]]
    is_empty: bool


@dataclass(frozen=True)
class Counted:
    """Everything that the page reckons with, read once for the longest period."""

    facts: list[AnswerFact]
    refused: list[tuple[str, datetime]]
    waiting: int
    overdue: list[datetime]
    reasons: Mapping[str, str]


def figures() -> str:
    """This year and this quarter, and what waits now."""
    day = today()
    counted = _count(_moment(date(day.year, 1, 1)))
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    quarter = _period(gettext("This quarter (since %(day)s)", day=show_short_date(first)), first, counted)
    year = _period(gettext("This year (%(year)s)", year=day.year), date(day.year, 1, 1), counted)
    return render_template(
        "pages/figures.html", now=_now(counted), periods=[quarter, year], settings=municipalities.settings()
    )


def _count(since: datetime) -> Counted:
    waiting, overdue = queries.waiting_and_overdue(now())
    reasons = texts.ReasonLabels()
    return Counted(queries.answers_since(since), queries.refusals_since(since), waiting, overdue, reasons)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=LOCAL).astimezone(UTC)


def _now(counted: Counted) -> list[tuple[str, str]]:
    late = len(counted.overdue)
    return [
        (
            show_number(counted.waiting),
            ngettext("waits for an answer now", "wait for an answer now", counted.waiting),
        ),
        (
            show_number(late),
            ngettext("has waited longer than we promised", "have waited longer than we promised", late),
        ),
    ]


def _period(name: str, start: date, counted: Counted) -> Period:
    first = _moment(start)
    inside = [fact for fact in counted.facts if fact.answered_at >= first]
    broken = sum(moment >= first for moment in counted.overdue)
    codes = [code for code, moment in counted.refused if moment >= first]
    return Period(name, _items(inside, broken), _refusals(codes, counted.reasons), not inside and not broken)


def _items(facts: list[AnswerFact], broken: int) -> list[tuple[str, str]]:
    """A promise that is over and not answered counts as broken, so that silence does not look good."""
    final = [fact for fact in facts if fact.is_final]
    yes = sum(fact.is_yes for fact in final)
    no = len(final) - yes
    promised = [fact for fact in facts if fact.promised_at is not None]
    kept = sum(is_kept(fact.promised_at, fact.answered_at) for fact in promised if fact.promised_at)
    rows = [
        (show_number(len(final)), ngettext("idea answered", "ideas answered", len(final))),
        (_share(kept, len(promised) + broken), gettext("of our promises of an answer kept in time")),
        (_days(final), gettext("is the middle of the waiting times, from publication to answer")),
        (show_number(yes), ngettext("goes forward or is under way", "go forward or are under way", yes)),
        (show_number(no), ngettext("does not go forward", "do not go forward", no)),
    ]
    return [(figure, words) for figure, words in rows if figure]


def _share(part: int, whole: int) -> str:
    return gettext("%(number)s %%", number=round(100 * part / whole)) if whole else ""


def _days(facts: list[AnswerFact]) -> str:
    waits = [fact.days for fact in facts if fact.days is not None]
    if not waits:
        return ""
    days = round(median(waits))
    return ngettext("%(num)d day", "%(num)d days", days)


def _refusals(codes: list[str], reasons: Mapping[str, str]) -> list[tuple[str, str]]:
    counts = {code: codes.count(code) for code in codes}
    ordered = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return [(show_number(count), reasons.get(code, code)) for code, count in ordered]
