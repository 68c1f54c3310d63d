"""A form that comes again: the same as it was sent a moment ago, or after somebody else was faster."""

from typing import Any

from flask import render_template, request

from participation.foundation.actors import Actor
from participation.ideas import queries as ideas
from participation.ideas.models import Answer, Idea, IdeaMove
from participation.ideas.queries.moves import act_that_left
from participation.ideas.services.corrections import text_of
from participation.triage.forms import MoveForm
from participation.triage.rules import Act
from participation.triage.views.history import last_act_on

NOT_SENT_ON = frozenset({"csrf_token", "step", "version"})


def is_sent(viewer: Actor, idea: Idea, act: Act, form: MoveForm) -> bool:
    """Whether the idea's last act is the viewer's own and says the same, as a double click sends it."""
    if not form.validate_on_submit():
        return False
    if not act.needs:
        return idea.reviewed_at is not None
    last = act_that_left(idea, idea.version)
    is_own = last is not None and last.actor_id == viewer.actor_id
    said = form.said
    return is_own and _said_by(last, idea) == (act.name, said.get("sentence", ""), said.get("answer"))


def _said_by(last: IdeaMove | Answer | None, idea: Idea) -> tuple[str, str, Any]:
    if isinstance(last, Answer):
        return "answer_for_now", "", text_of(answer=last)
    assert last is not None
    given = [answer for answer in ideas.answers_of(idea) if answer.move_id == last.id]
    return last.name, last.sentence, text_of(answer=given[0]) if given else None


def late_page(idea: Idea, act: Act, form: MoveForm, *, is_open: bool) -> tuple[str, int]:
    """What the idea is now and who made it so, and what one has written, to go on with where that is open."""
    written = [form[name] for name in form.WORDS if request.form.get(name) and name in form]
    page = render_template(
        "triage/_faster.html",
        idea=idea,
        act=act,
        written=written,
        sent=[pair for pair in request.form.items(multi=True) if pair[0] not in NOT_SENT_ON],
        is_open=is_open,
        last=last_act_on(idea),
    )
    return page, 409
