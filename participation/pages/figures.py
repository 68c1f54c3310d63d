"""Do we answer in time? Counted from answers and promises, a period at a time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from statistics import median

from flask import render_template

from participation.foundation.clock import LOCAL, now, today
from participation.ideas import queries
from participation.ideas.queries import AnswerFact
from participation.ideas.rules import is_kept
from participation.municipalities import queries as municipalities
from participation.pages import texts
from participation.web.templating import show_number
from participation.web.words import gettext, ngettext


@dataclass(frozen=True)
class Period:
    """What was done in one period; shares and medians are none where there is nothing to reckon from."""

    name: str
    items: list[tuple[str, str]]
    refusals: list[tuple[str, str]]
    is_empty: bool


def figures() -> str:
    """This year and this quarter, and what waits now."""
    day = today()
    year, quarter = date(day.year, 1, 1), date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    facts = queries.answers_since(_moment(year))
    refused = queries.refusals_since(_moment(year))
    late = queries.waiting_and_overdue(now())
    reasons = {reason.code: texts.reason_label(reason) for reason in municipalities.all_reasons()}
    number = (quarter.month + 2) // 3
    return render_template(
        "pages/figures.html",
        now=_now(*late),
        periods=[
            _period(
                gettext("This quarter (%(number)s.)", number=number),
                quarter,
                facts,
                refused,
                late[1],
                reasons,
            ),
            _period(gettext("This year (%(year)s)", year=year.year), year, facts, refused, late[1], reasons),
        ],
        settings=municipalities.settings(),
    )


def _moment(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=LOCAL).astimezone(UTC)


def _now(waiting: int, overdue: list[datetime]) -> list[tuple[str, str]]:
    return [
        (show_number(waiting), gettext("wait for an answer now")),
        (show_number(len(overdue)), gettext("have waited longer than we promised")),
    ]


def _period(
    name: str,
    start: date,
    facts: list[AnswerFact],
    refused: list[tuple[str, datetime]],
    overdue: list[datetime],
    reasons: dict[str, str],
) -> Period:
    first = _moment(start)
    inside = [fact for fact in facts if fact.answered_at >= first]
    broken = sum(moment >= first for moment in overdue)
    codes = [code for code, moment in refused if moment >= first]
    return Period(name, _items(inside, broken), _refusals(codes, reasons), not inside and not broken)


def _items(facts: list[AnswerFact], broken: int) -> list[tuple[str, str]]:
    """A promise that is over and not answered counts as broken, so that silence does not look good."""
    final = [fact for fact in facts if fact.is_final]
    yes = sum(fact.is_yes for fact in final)
    promised = [fact for fact in facts if fact.promised_at is not None]
    kept = sum(is_kept(fact.promised_at, fact.answered_at) for fact in promised if fact.promised_at)
    rows = [
        (show_number(len(final)), ngettext("idea answered", "ideas answered", len(final))),
        (_share(kept, len(promised) + broken), gettext("of our promises of an answer kept in time")),
        (_days(final), gettext("from publication to the answer, for half of them")),
        (show_number(yes), gettext("go forward or are under way")),
        (show_number(len(final) - yes), gettext("do not go forward")),
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


def _refusals(codes: list[str], reasons: dict[str, str]) -> list[tuple[str, str]]:
    counts = {code: codes.count(code) for code in codes}
    ordered = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return [(show_number(count), reasons.get(code, code)) for code, count in ordered]
