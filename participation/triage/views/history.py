"""What has happened to an idea, in words for staff."""

from typing import Any

from flask_babel import gettext

from participation.accounts import queries as accounts
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Idea, IdeaMove
from participation.municipalities import queries as municipalities
from participation.triage.views import words


def history_of(idea: Idea) -> list[dict[str, Any]]:
    """Its moves, oldest first, as components/history.html takes them."""
    logged = ideas.all_moves_of(idea)
    names = accounts.names_of({move.actor_id for move in logged})
    labels = {reason.code: words.label(reason) for reason in municipalities.all_reasons()}
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
