"""Correcting a published answer: change it, see the difference, send it again."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.foundation.errors import RuleViolation
from participation.ideas import queries as ideas
from participation.ideas.models import Answer, AnswerKind, Idea
from participation.ideas.queries import answers
from participation.ideas.services.corrections import text_of
from participation.triage import queries
from participation.triage.forms import form_for
from participation.triage.queries.templates import departments
from participation.triage.services.answering import correct_answer as correct
from participation.triage.views import words
from participation.triage.views.blueprint import blueprint
from participation.web import guards


@blueprint.route("/svar/<id:answer_id>/ret", methods=["GET", "POST"])
@guards.signed_in
def correct_answer(answer_id: int) -> Any:
    """Fill in (GET), see the difference (`step=preview`), send (`step=send`)."""
    guards.require("triage.work")
    answer = guards.found(answers.answer(answer_id))
    idea = guards.found(ideas.find(guards.viewer(), answer.idea_id))
    guards.require("ideas.correct_answer", idea)
    form = _form(answer)
    step = request.form.get("step", "") if form.validate_on_submit() and form.is_clear else ""
    if step == "send" and _send(form, idea, answer):
        flash(gettext("The corrected answer is published, and people are told."), "success")
        return redirect(url_for("triage.case", idea_id=idea.id), 303)
    if step == "preview":
        return _preview(form, idea, answer)
    page = render_template("triage/correct_answer.html", idea=idea, form=form, departments=departments())
    return page, form.response_code


def _form(answer: Answer) -> Any:
    known = vars(text_of(answer=answer)) | {"decided_by": answer.decided_by.value}
    need = "interim" if answer.kind is AnswerKind.INTERIM else "answer"
    return form_for(frozenset({need}))(data=known | {"version": len(answers.versions_of_answer(answer))})


def _send(form: Any, idea: Idea, answer: Answer) -> bool:
    seen, said = form.version.data, form.said["answer"]
    if seen < len(answers.versions_of_answer(answer)) and said == text_of(answer=answer):
        return True  # As a double click sends it: it says so already.
    try:
        correct(actor=guards.viewer(), idea=idea, answer=answer, text=said, seen_version=seen)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True


def _preview(form: Any, idea: Idea, answer: Answer) -> str:
    return render_template(
        "triage/_correction.html",
        idea=idea,
        parts=words.changed_parts(answer, form.said["answer"]),
        sent=[pair for pair in request.form.items(multi=True) if pair[0] not in {"csrf_token", "step"}],
        told=words.told(queries.people_told(guards.viewer(), idea.id)),
    )
