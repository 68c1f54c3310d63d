"""How the resident will see an act, before it is sent."""

from typing import Any

from flask import render_template, request

from participation.foundation.clock import end_of_day
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Answer, AnswerKind, Idea
from participation.ideas.services.answers import AnswerText
from participation.ideas.services.moves import ANSWER_KINDS
from participation.municipalities import queries as municipalities
from participation.triage import queries
from participation.triage.forms import MoveForm
from participation.triage.rules import Act
from participation.triage.views import words
from participation.web import guards

NOT_SENT_ON = frozenset({"csrf_token", "step"})


def page(idea: Idea, act: Act, form: MoveForm) -> str:
    """The page with everything that was filled in, hidden, and the button that sends it."""
    return render_template(
        "triage/_preview.html",
        idea=idea,
        act=act,
        sent=[pair for pair in request.form.items(multi=True) if pair[0] not in NOT_SENT_ON],
        badge=IDEAS.meanings[act.target] if act.target else idea.meaning,
        told=_told(idea, act),
        **said_in(act, form.said),
    )


def _told(idea: Idea, act: Act) -> str:
    by_role = queries.people_told(guards.viewer(), idea.id, only_authors=not act.is_public)
    return words.told(by_role)


def said_in(act: Act, said: dict[str, Any]) -> dict[str, Any]:
    """What an act says, as the templates show it."""
    reason = municipalities.reason(said.get("reason_code"))
    until = said.get("until")
    return {
        "answer": _answer(act, said["answer"], until) if "answer" in said else None,
        "reason": words.label(reason) if reason else "",
        "sentence": said.get("sentence", ""),
        "review_place": said.get("review_place", ""),
        "until": until,
    }


def _answer(act: Act, text: AnswerText, until: Any) -> dict[str, Any]:
    kind = ANSWER_KINDS.get(act.name, AnswerKind.INTERIM)
    return words.shown(Answer(kind=kind, **vars(text), promised_at=end_of_day(until) if until else None))
