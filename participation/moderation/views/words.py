"""Moderation in words: rules in the reader's language, and what was decided."""

from typing import Any

from participation.foundation.text import N_
from participation.ideas.models import IdeaMove
from participation.moderation.models import ModerationAct
from participation.moderation.rules import Act
from participation.municipalities.models import Reason
from participation.web.locale import current_language

DECISIONS = {
    ModerationAct.HIDE: N_("We have hidden something that you wrote"),
    ModerationAct.REFUSE: N_("We do not show something that you wrote"),
    ModerationAct.CLOSE: N_("We have closed the discussion under your idea"),
    ModerationAct.SUSPEND: N_("You may not write here for a while"),
}
REFUSED = N_("We have not published your idea")
HIDDEN_ORGANISATION = N_("We have hidden your association")


def of(reason: Reason | None, name: str) -> str:
    """A reason's label or text in the reader's language; empty when there is none."""
    return str(getattr(reason, f"{name}_{current_language()}")) if reason else ""


def decision(act: Act) -> str:
    """What was decided, as a message id."""
    if isinstance(act, IdeaMove):
        return REFUSED
    return HIDDEN_ORGANISATION if act.organisation_id is not None else DECISIONS[act.act]


def content(act: Act) -> dict[str, Any]:
    """What the act was about: its title, and the text as it stands."""
    if isinstance(act, IdeaMove):
        return {"title": act.idea.title, "text": act.idea.body}
    if act.organisation is not None:
        return {"title": act.organisation.name, "text": act.organisation.purpose}
    if act.comment is not None:
        text = act.comment.waiting_body or act.comment.body
        return {"title": act.comment.discussion.subject_title, "text": text}
    if act.idea is not None and act.act is ModerationAct.REFUSE:
        return {"title": act.idea.title, "text": ""}
    if act.idea is not None:
        return {"title": act.idea.title, "text": act.idea.body if act.act is ModerationAct.HIDE else ""}
    return {"title": (act.person.public_name if act.person else "") or "", "text": ""}
