"""Moderation in words: rules in the reader's language, and what was decided."""

from typing import Any

from participation.discussions.models import Comment
from participation.foundation.text import N_
from participation.ideas.models import Idea, IdeaMove
from participation.moderation import rules
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.moderation.queries.held import refused_by
from participation.moderation.rules import Act, Erasable
from participation.municipalities.models import Reason
from participation.organisations.models import Organisation
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
    subject = rules.subject_of(act)
    return {"title": rules.title_of(subject), "text": _text(act, subject)}


def _text(act: Act, subject: Erasable) -> str:
    if isinstance(subject, Idea):
        return subject.body if isinstance(act, IdeaMove) else _text_of_idea(act, subject)
    if isinstance(subject, Comment):
        return subject.waiting_body or subject.body
    return str(getattr(subject, "purpose" if isinstance(subject, Organisation) else "body", ""))


def _text_of_idea(act: ModerationEntry, idea: Idea) -> str:
    """What was hidden, or the addition that was refused; a discussion that was closed has many writers."""
    if act.act is ModerationAct.REFUSE:
        refused = refused_by(act)
        return refused.text if refused else ""
    return idea.body if act.act is ModerationAct.HIDE else ""
