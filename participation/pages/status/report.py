"""The status in words: made once, and then shown as a page, a document or a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flask import g

from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.pages import cards, indicators
from participation.progress.queries import GoalStatus, StrategyStatus
from participation.progress.rules import Line, Promises
from participation.web.templating import show_date, show_number
from participation.web.words import gettext, ngettext

COLUMNS = (
    N_("Proposed"),
    N_("Goes forward"),
    N_("Does not go forward"),
    N_("Waits for an answer"),
    N_("Projects begun"),
    N_("Projects done"),
)
MEASURED = N_("Measured")
PROMISES = (
    N_("Answers promised"),
    N_("Answers in time"),
    N_("Answers too late"),
    N_("Answers overdue"),
)


@dataclass(frozen=True)
class Row:
    """A line of the table: what it is about, its six figures, and what is measured."""

    title: str
    href: str
    line: Line
    measured: str = ""

    @property
    def figures(self) -> tuple[int, ...]:
        line = self.line
        return line.proposed, line.yes, line.no, line.waiting, line.begun, line.done


@dataclass(frozen=True)
class Measure:
    """An indicator in a list: whose it is, the verdict, and the sentence."""

    goal: str
    title: str
    label: str
    tone: str
    sentence: str


@dataclass(frozen=True)
class Report:
    """Everything that is said; `groups` are the goals by theme, `more` the lines below them."""

    municipality: str
    strategy: str
    day: str
    items: list[tuple[str, str]]
    promises: str
    promised: list[tuple[str, int]]
    columns: list[str]
    groups: list[tuple[str, list[Row]]]
    more: list[Row]
    measures: list[Measure]
    without_words: str
    without: list[tuple[str, str]]
    outside: str
    named: list[tuple[str, str]]
    unnamed: str
    notes: list[str]


def report(status: StrategyStatus, outside: Sequence[Idea]) -> Report:
    """The status in the reader's language; `outside` are the ideas outside the strategy that are named."""
    return Report(
        municipality=g.site.name,
        strategy=status.strategy.title,
        day=show_date(status.day),
        items=_items(status),
        promises=_promises(status.promises),
        promised=_promised(status.promises),
        columns=[*(gettext(column) for column in COLUMNS), gettext(MEASURED)],
        groups=list(_groups(status)),
        more=list(_more(status)),
        measures=list(_measures(status)),
        without_words=_without(len(status.without_ideas), len(status.goals)),
        without=[(goal.title, cards.goal_address(goal)) for goal in status.without_ideas],
        outside=_outside(status.outside.proposed),
        named=[(idea.title, cards.idea_address(idea)) for idea in outside],
        unnamed=_unnamed(status.outside.proposed - len(outside)),
        notes=_notes(),
    )


def purpose() -> str:
    """What the page is for."""
    return gettext(
        "For the council, before it decides the yearly budget; and for the next strategy: section 23 a of the"
        " planning act asks it to tell what has been planned since the last one, and how the council sees it."
    )


def _items(status: StrategyStatus) -> list[tuple[str, str]]:
    total = status.total
    return [
        (show_number(total.proposed), ngettext("idea proposed", "ideas proposed", total.proposed)),
        (show_number(total.yes), ngettext("goes forward", "go forward", total.yes)),
        (show_number(total.no), ngettext("does not go forward", "do not go forward", total.no)),
        (show_number(total.begun), ngettext("project begun", "projects begun", total.begun)),
        (show_number(total.done), ngettext("project done", "projects done", total.done)),
    ]


def _promises(promises: Promises) -> str:
    if not promises.promised:
        return gettext("No answers had been promised by that day.")
    return gettext(
        "We have promised an answer %(promised)s times. %(kept)s answers came in time, %(broken)s came too"
        " late, and %(overdue)s are overdue.",
        promised=show_number(promises.promised),
        kept=show_number(promises.kept),
        broken=show_number(promises.broken),
        overdue=show_number(promises.overdue),
    )


def _promised(promises: Promises) -> list[tuple[str, int]]:
    """The same figures with a name each, for a table."""
    figures = (promises.promised, promises.kept, promises.broken, promises.overdue)
    return [(gettext(name), figure) for name, figure in zip(PROMISES, figures, strict=True)]


def _groups(status: StrategyStatus) -> Iterator[tuple[str, list[Row]]]:
    for theme, members in groupby(status.goals, key=lambda each: each.goal.theme):
        yield (theme.title if theme else gettext("Goals")), [_row(each) for each in members]


def _row(each: GoalStatus) -> Row:
    address = cards.goal_address(each.goal)
    return Row(each.goal.title, address, each.line, indicators.verdicts(each.readings))


def _more(status: StrategyStatus) -> Iterator[Row]:
    yield Row(gettext("Outside the strategy"), "", status.outside)
    if status.elsewhere != Line():
        title = gettext("Under goals of an earlier strategy, or taken out")
        yield Row(title, "", status.elsewhere)
    yield Row(gettext("All together"), "", status.total)


def _measures(status: StrategyStatus) -> Iterator[Measure]:
    for each in status.goals:
        for reading in each.readings:
            shown = indicators.shown(reading)
            yield Measure(each.goal.title, shown.title, shown.label, shown.tone, shown.sentence)


def _without(number: int, goals: int) -> str:
    return ngettext(
        "%(some)s of %(all)s goals has no ideas.",
        "%(some)s of %(all)s goals have no ideas.",
        number,
        some=show_number(number),
        all=show_number(goals),
    )


def _outside(number: int) -> str:
    if not number:
        return gettext("No ideas are outside the strategy.")
    return ngettext(
        "%(count)s idea is outside the strategy. The next strategy can learn from it.",
        "%(count)s ideas are outside the strategy. The next strategy can learn from them.",
        number,
        count=show_number(number),
    )


def _unnamed(number: int) -> str:
    """How many of them are not named."""
    return gettext("and %(count)s more", count=show_number(number)) if number > 0 else ""


def _notes() -> list[str]:
    return [
        gettext(
            "The figures are those of the end of the day, as it was known then. They do not change when"
            " something happens later."
        ),
        gettext(
            "Proposed are the ideas that everybody could see that day, withdrawn ones too. A project that"
            " serves several goals stands at each of them and counts once in the sum."
        ),
        gettext(
            "On track: the latest measurement has reached the target, or lacks at most 5 per cent of the way"
            " on a straight line from where it began to the target."
        ),
    ]
