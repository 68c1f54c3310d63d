"""What has happened to an idea, in words for staff."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext

from participation.accounts import queries as accounts
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Answer, Idea, IdeaMove
from participation.ideas.queries.moves import act_that_left
from participation.municipalities import queries as municipalities
from participation.triage.views import words


def history_of(idea: Idea) -> list[dict[str, Any]]:
    """Its moves, oldest first, as components/history.html takes them."""
    return _entries(ideas.all_moves_of(idea))


def last_act_on(idea: Idea) -> list[dict[str, Any]]:
    """What made it what it is now; nothing where that was no act of the desk."""
    last = act_that_left(idea, idea.version)
    if not isinstance(last, Answer):
        return _entries([last] if last else [])
    name = accounts.names_of([last.actor_id]).get(last.actor_id or 0, "")
    return [{"date": last.created_at, "text": gettext("Answer so far"), "detail": f"{name}: {last.doing}"}]


def _entries(logged: Sequence[IdeaMove]) -> list[dict[str, Any]]:
    names = accounts.names_of({move.actor_id for move in logged})
    reasons = municipalities.all_reasons() if any(move.reason_code for move in logged) else []
    labels = {reason.code: words.label(reason) for reason in reasons}
    return [_entry(move, names, labels) for move in logged]


def _entry(move: IdeaMove, names: dict[int | None, str], labels: dict[str, str]) -> dict[str, Any]:
    unnamed = gettext("The system") if move.actor_id is None else gettext("No name")
    notes = [
        names.get(move.actor_id, unnamed),
        labels.get(move.reason_code or "", ""),
        move.sentence,
        "" if move.is_public else gettext("Seen by author and staff only"),
    ]
    label = gettext(IDEAS.meanings[move.to_status].label)
    return {"date": move.at, "text": label, "detail": " · ".join(note for note in notes if note)}
