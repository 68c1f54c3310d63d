"""Promises, limits and who must agree: pure functions."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from participation.accounts.rules import LONGEST_NAME as LONGEST_NAME
from participation.accounts.rules import SHORTEST_NAME as SHORTEST_NAME
from participation.accounts.rules import refused_name as refused_name
from participation.foundation.calendar import add_days, add_working_days
from participation.foundation.clock import FAR_FUTURE, end_of_day, local_date, now
from participation.foundation.lifecycle import Move
from participation.foundation.text import N_, difference
from participation.ideas.lifecycle import MERGEABLE, IdeaStatus
from participation.ideas.models import BODY_LENGTH as BODY_LENGTH
from participation.ideas.models import PLACE_LENGTH as PLACE_LENGTH
from participation.ideas.models import TITLE_LENGTH as TITLE_LENGTH
from participation.ideas.models import Idea, Merge, Revocable
from participation.municipalities.rules import MunicipalitySettings

# From so many supporters on, a moderator agrees to a change of the text before it counts.
SUPPORT_THAT_BINDS_THE_TEXT = 10
WORDS_THAT_MATTER = 6
ADDITION_LENGTH = 2000
# So long an act that tells nobody yet can be taken back.
UNDO_WITHIN = timedelta(minutes=10)
# Whoever takes it back in the last second is not overtaken by the first message.
TOLD_AFTER = UNDO_WITHIN + timedelta(seconds=30)
ANSWER_TEXTS = (
    ("doing", N_("What we do")),
    ("why", N_("Why")),
    ("next_steps", N_("What happens now")),
    ("department", N_("Department")),
    ("signed_by", N_("Signed by")),
    ("agenda_url", N_("Link to the agenda")),
)
# So long before two published ideas are merged their authors are told.
NOTICE = timedelta(days=7)


def review_promise(submitted_at: datetime, settings: MunicipalitySettings) -> datetime:
    """When somebody will have looked at it: so many working days after the day it came in."""
    return end_of_day(add_working_days(local_date(submitted_at), settings.review_working_days))


def answer_promise(published_at: datetime, settings: MunicipalitySettings) -> datetime:
    """When it will be answered: calendar days after publication, closed weeks not counted."""
    day = add_days(local_date(published_at), settings.answer_days, closed_weeks=settings.closed_weeks)
    return end_of_day(day)


def support_end(published_at: datetime, answer_due_at: datetime, settings: MunicipalitySettings) -> datetime:
    """Open for support for so many days, and at least until the promised answer."""
    return max(end_of_day(add_days(local_date(published_at), settings.support_days)), answer_due_at)


def next_promise(idea: Idea) -> datetime:
    """The promise that falls next, FAR_FUTURE when nothing is promised; nobody waits for what is hidden."""
    if idea.is_hidden:
        return FAR_FUTURE
    if idea.meaning.awaits_review or (idea.meaning.is_open and idea.reviewed_at is None):
        return idea.review_due_at or FAR_FUTURE
    return (idea.answer_due_at if idea.meaning.awaits_answer else None) or FAR_FUTURE


def is_possible(idea: Idea, move: Move[IdeaStatus]) -> bool:
    """Whether the move starts where the idea stands; what was reviewed is not taken back unseen."""
    if idea.status not in move.sources:
        return False
    takes_back = idea.meaning.is_open and not move.is_public
    return not (takes_back and idea.reviewed_at is not None)


def is_text_bound(idea: Idea) -> bool:
    """Whether so many support the text that a moderator agrees to changes first."""
    return idea.support_count >= SUPPORT_THAT_BINDS_THE_TEXT


def is_rewritten(before: str, after: str) -> bool:
    """Whether so many words came or went that supporters should look again: more than a mended spelling."""
    changed = (text.split() for kind, text in difference(before, after) if kind != "same")
    return sum(map(len, changed)) >= WORDS_THAT_MATTER


def is_kept(promised_at: datetime, done_at: datetime) -> bool:
    """Whether a promise was kept."""
    return done_at <= promised_at


def waited_days(published_at: datetime | None, answered_at: datetime) -> int | None:
    """Danish calendar days from publication to the answer; none when it was not published."""
    return (local_date(answered_at) - local_date(published_at)).days if published_at else None


def answer_changes(before: Any, after: Any) -> list[tuple[str, str, str]]:
    """Label, old and new words of each text that a correction of an answer has changed."""
    rows = ((label, str(getattr(before, name)), str(getattr(after, name))) for name, label in ANSWER_TEXTS)
    return [row for row in rows if row[1] != row[2]]


def is_future(day: date, today: date) -> bool:
    """Whether a promised day lies ahead."""
    return day > today


def revocable_until(told_from: datetime) -> datetime:
    """Until when an act can be taken back of which people are told from then on."""
    return told_from - (TOLD_AFTER - UNDO_WITHIN)


def is_revocable(act: Revocable) -> bool:
    """Whether it can still be taken back, as far as time goes."""
    return act.told_from is not None and now() < revocable_until(act.told_from)


# The first that holds says why two ideas cannot be made one.
AGAINST_MERGING: tuple[tuple[Callable[[Idea, Idea], bool], str], ...] = (
    (lambda source, target: source.id == target.id, N_("An idea cannot be merged with itself.")),
    (
        lambda source, target: source.is_hidden or target.is_hidden,
        N_("What is hidden cannot be merged. Show it again first, or leave it."),
    ),
    (
        lambda source, target: source.meaning.leads_on,
        N_("“%(source)s” has been merged with another already. Undo that first."),
    ),
    (
        lambda source, target: target.meaning.leads_on,
        N_("“%(target)s” has itself been merged with another. Choose that one."),
    ),
    (
        lambda source, target: source.meaning.is_decided or target.meaning.is_decided,
        N_("One of them has its answer already. Link them instead, so that each leads to the other."),
    ),
    (
        lambda source, target: not {source.status, target.status} <= MERGEABLE,
        N_("Both must be received or open, and not decided, withdrawn or returned."),
    ),
    (
        lambda source, target: target.meaning.is_withheld and not source.meaning.is_withheld,
        N_("“%(source)s” is published and “%(target)s” is not. Publish that first, or merge the other way."),
    ),
)


def why_not_merged(source: Idea, target: Idea) -> str | None:
    """Why the source cannot be merged into the target, as a message id; None when it can."""
    return next((message for is_so, message in AGAINST_MERGING if is_so(source, target)), None)


AGAINST_SEPARATING: tuple[tuple[Callable[[Merge], bool], str], ...] = (
    (lambda merge: not merge.is_done, N_("The merging has been undone already.")),
    (
        lambda merge: merge.target.meaning.leads_on,
        N_("“%(target)s” has since been merged with “%(other)s”. Undo that first."),
    ),
    (
        lambda merge: merge.target.meaning.is_decided,
        N_("“%(target)s” has been answered for both. Take it up again first."),
    ),
)


def why_not_separated(merge: Merge) -> str | None:
    """Why a merging cannot be undone now, as a message id; None when it can."""
    return next((message for is_so, message in AGAINST_SEPARATING if is_so(merge)), None)
