"""An idea's history in words, and its text from version to version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from participation.foundation.text import N_, Kind, difference
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Answer, AnswerKind, Idea, IdeaMove, IdeaVersion
from participation.pages.texts import explanation
from participation.web.markup import masked
from participation.web.templating import show_date
from participation.web.words import gettext

SENTENCES = {
    "submit": N_("The author sent the idea"),
    "publish": N_("The idea was published"),
    "return": N_("The author was asked to mend it"),
    "refuse": N_("The idea was not published"),
    "start_review": N_("The municipality took it up for review"),
    "accept": N_("The municipality said yes"),
    "decline": N_("The municipality said no"),
    "recognise": N_("The municipality answered that it is already under way"),
    "start": N_("The work began"),
    "complete": N_("It was done"),
    "resume": N_("The work goes on"),
    "pause_plan": N_("Back to planning"),
    "give_up": N_("It came to nothing"),
    "withdraw": N_("The author withdrew the idea"),
    "reconsider": N_("The municipality looks at it again"),
    "merge": N_("The idea was merged with another"),
    "undo_merge": N_("The merging was undone"),
    "reopen": N_("The municipality took it up again"),
}


@dataclass(frozen=True)
class Entry:
    """One line of the history."""

    date: datetime
    text: str
    detail: str | None


@dataclass(frozen=True)
class Change:
    """One version against the one before: what came and went in each of its texts."""

    number: int
    date: datetime
    parts: list[tuple[str, list[tuple[Kind, str]]]]


def history_of(
    idea: Idea,
    moves: Sequence[IdeaMove],
    answers: Sequence[Answer],
    reasons: Mapping[str, str],
    journeys: Sequence[Entry] = (),
) -> tuple[Entry, ...]:
    """Moves and interim answers, and how it came from one strategy to the next; the latest first."""
    entries = [
        Entry(
            move.at,
            gettext(SENTENCES.get(move.name, IDEAS.meanings[move.to_status].label)),
            _why(move, reasons) or None,
        )
        for move in moves
    ]
    interim = [answer for answer in answers if answer.kind is AnswerKind.INTERIM]
    entries += [
        Entry(answer.created_at, gettext("Answer so far"), _new_promise(answer)) for answer in interim
    ]
    entries += journeys
    return tuple(sorted(entries, key=lambda entry: entry.date, reverse=True))


def _why(move: IdeaMove, reasons: Mapping[str, str]) -> str:
    """Reason and sentence; what an author or a steward has explained is masked like the idea itself."""
    why = explanation(reasons, move.reason_code, move.sentence)
    return masked(why) if move.cause or "author" in IDEAS.move(move.name).by else why


def _new_promise(answer: Answer) -> str | None:
    if answer.promised_at is None:
        return None
    return gettext("New promise: %(date)s", date=show_date(answer.promised_at))


def changes_between(versions: Sequence[IdeaVersion]) -> list[Change]:
    """Each version against the one before, the latest first."""
    pairs = pairwise(versions)
    return [Change(new.number, new.created_at, _parts(old, new)) for old, new in pairs][::-1]


def _parts(old: IdeaVersion, new: IdeaVersion) -> list[tuple[str, list[tuple[Kind, str]]]]:
    rows = (
        (gettext("Title"), old.title, new.title),
        (gettext("Text"), old.body, new.body),
        (gettext("Place"), old.place, new.place),
    )
    return [
        (label, difference(masked(before), masked(after))) for label, before, after in rows if before != after
    ]
