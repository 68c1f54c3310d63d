"""The chain of a goal, in numbers: what was proposed and answered, what goes on, what is promised next."""

from collections.abc import Callable, Iterable
from datetime import datetime

from participation.foundation.clock import now
from participation.ideas.lifecycle import IDEAS, IdeaMeaning, IdeaStatus
from participation.pages import texts
from participation.pages.chain import Step, outcome_step, placed
from participation.projects.queries.serving import Serving
from participation.strategies.models import Goal
from participation.web.templating import show_date, show_number, show_short_date
from participation.web.words import gettext, ngettext

Counts = dict[IdeaStatus, int]


def of_goal(
    goal: Goal, counts: Counts, projects: Serving, ideas_href: str, *, due: datetime | None = None
) -> tuple[Step, ...]:
    """The chain of a goal; `due` is the promised answer that falls first."""
    decided, done = _sum(counts, "is_decided"), projects.number("is_completed")
    steps = [
        Step(gettext("Goal"), _adopted(goal)),
        Step(
            _counted(sum(counts.values()), texts.idea_count, gettext("Idea")), _open_text(counts), ideas_href
        ),
        Step(_counted(decided, texts.answer_count, gettext("Answer")), _answers(counts, due)),
        Step(
            _counted(projects.counts.total(), texts.project_count, gettext("Project")),
            _going_on(projects),
            "#projekter" if projects.latest else None,
        ),
        outcome_step(projects.completed or projects.open),
    ]
    reached = [True, bool(counts), bool(decided), bool(projects.latest), bool(done)]
    place = max(position for position, is_reached in enumerate(reached) if is_reached)
    return placed(steps, place, is_broken=False, is_stopped=False)


def _adopted(goal: Goal) -> str | None:
    adopted = goal.strategy.adopted_on
    return gettext("adopted %(date)s", date=show_date(adopted)) if adopted else None


def _sum(counts: Counts, *flags: str) -> int:
    return sum(
        count
        for status, count in counts.items()
        if all(getattr(IDEAS.meanings[status], flag) for flag in flags)
    )


def _open_text(counts: Counts) -> str | None:
    number = _sum(counts, "takes_votes")
    return (
        ngettext(
            "%(count)s is open for support",
            "%(count)s are open for support",
            number,
            count=show_number(number),
        )
        if number
        else None
    )


def _counted(number: int, words: Callable[[int], str], none: str) -> str:
    """`3 idéer`; the step's own name where there are none yet."""
    return words(number) if number else none


def _answers(counts: Counts, due: datetime | None) -> str | None:
    """What was answered, what is being looked at, and by when the next answer comes."""
    yes, no = _sum(counts, "is_decided", "goes_forward"), _sum(counts, "is_decided", "is_broken")
    forward = ngettext("%(count)s goes forward", "%(count)s go forward", yes, count=show_number(yes))
    stopped = ngettext(
        "%(count)s does not go forward", "%(count)s do not go forward", no, count=show_number(no)
    )
    looked_at = sum(count for status, count in counts.items() if _is_looked_at(IDEAS.meanings[status]))
    review = ngettext(
        "%(count)s is under review", "%(count)s are under review", looked_at, count=show_number(looked_at)
    )
    next_one = _next_answer(due) if due else ""
    return _listed([(forward, yes), (stopped, no), (review, looked_at), (next_one, bool(due))])


def _listed(parts: Iterable[tuple[str, int | bool]]) -> str | None:
    return ", ".join(words for words, number in parts if number) or None


def _next_answer(due: datetime) -> str:
    day = show_short_date(due)
    if due < now():
        return gettext("one answer is missing since %(date)s", date=day)
    return gettext("next answer by %(date)s", date=day)


def _is_looked_at(meaning: IdeaMeaning) -> bool:
    return meaning.awaits_answer and meaning.stage == "answer"


def _going_on(projects: Serving) -> str | None:
    """How many go on, rest, are planned, and have come to nothing."""
    going, resting = projects.number("is_going_on"), projects.number("is_resting")
    planned, cancelled = projects.number("is_open") - going - resting, projects.number("is_cancelled")
    return _listed(
        [
            (gettext("%(count)s going on", count=show_number(going)), going),
            (gettext("%(count)s paused", count=show_number(resting)), resting),
            (gettext("%(count)s planned", count=show_number(planned)), planned),
            (gettext("%(count)s cancelled", count=show_number(cancelled)), cancelled),
        ]
    )
