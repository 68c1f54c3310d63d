"""Hide and show again: a form, a look at what the person will read, and the act."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_, shorten
from participation.ideas import queries as ideas
from participation.moderation import queries
from participation.moderation.forms import HideForm, ShowForm
from participation.moderation.services import hiding as services
from participation.moderation.views.blueprint import blueprint
from participation.municipalities import queries as municipalities
from participation.web import guards
from participation.web.forms import SelectChoice
from participation.web.locale import current_language


@dataclass(frozen=True)
class Verb:
    """What can be done, in words, and the service that does it."""

    label: str
    service: Callable[..., Any]


HIDE_IDEA = Verb(N_("Hide the idea"), services.hide_idea)
SHOW_IDEA = Verb(N_("Show the idea again"), services.show_idea)
HIDE_COMMENT = Verb(N_("Hide the comment"), services.hide_comment)
SHOW_COMMENT = Verb(N_("Show the comment again"), services.show_comment)


@dataclass(frozen=True)
class Task:
    """One act on one idea or comment: `subject` is what the service is called with."""

    verb: Verb
    form: ShowForm
    title: str
    text: str
    back: str
    subject: dict[str, Any]


@blueprint.route("/ideer/<id:idea_id>/skjul", methods=["GET", "POST"])
@guards.signed_in
def hide_idea(idea_id: int) -> Any:
    """Hide an idea."""
    return _answer(_about_idea(HIDE_IDEA, _hide_form(), idea_id))


@blueprint.route("/ideer/<id:idea_id>/vis-igen", methods=["GET", "POST"])
@guards.signed_in
def show_idea(idea_id: int) -> Any:
    """Show a hidden idea again."""
    return _answer(_about_idea(SHOW_IDEA, ShowForm(), idea_id))


@blueprint.route("/kommentarer/<id:comment_id>/skjul", methods=["GET", "POST"])
@guards.signed_in
def hide_comment(comment_id: int) -> Any:
    """Hide a comment."""
    return _answer(_about_comment(HIDE_COMMENT, _hide_form(), comment_id))


@blueprint.route("/kommentarer/<id:comment_id>/vis-igen", methods=["GET", "POST"])
@guards.signed_in
def show_comment(comment_id: int) -> Any:
    """Show a hidden comment again."""
    return _answer(_about_comment(SHOW_COMMENT, ShowForm(), comment_id))


def _about_idea(verb: Verb, form: ShowForm, idea_id: int) -> Task:
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    guards.require("ideas.hide", idea)
    back = url_for("triage.case", idea_id=idea.id)
    return Task(verb, form, idea.title, idea.body, back, {"idea": idea})


def _about_comment(verb: Verb, form: ShowForm, comment_id: int) -> Task:
    comment = guards.found(queries.find_comment(comment_id))
    guards.require("moderation.hide_comment", comment)
    discussion = comment.discussion
    back = f"{url_for('pages.front')}{discussion.place}#kommentar-{comment.id}"
    return Task(verb, form, discussion.subject_title, comment.body, back, {"comment": comment})


def _hide_form() -> HideForm:
    form = HideForm()
    form.reason_code.choices = [SelectChoice(reason.code, _words(reason, "label")) for reason in _reasons()]
    return form


def _reasons() -> list[Any]:
    return municipalities.reasons("hide")


def _words(reason: Any, name: str) -> str:
    return str(getattr(reason, f"{name}_{current_language()}"))


def _answer(task: Task) -> Any:
    if not task.form.validate_on_submit() or request.form.get("step") not in ("preview", "send"):
        return _page(task)
    said = {name: value for name, value in task.form.data.items() if name != "csrf_token"}
    if request.form.get("step") == "preview":
        return _preview(task, said)
    try:
        task.verb.service(actor=guards.viewer(), **task.subject, **said)
    except RuleViolation as violation:
        task.form.refuse(violation)
        return _page(task)
    flash(gettext("Done, and the person is told."), "success")
    return redirect(task.back)


def _page(task: Task) -> tuple[str, int]:
    hints = {reason.code: _words(reason, "text") for reason in _reasons()}
    page = render_template("moderation/_form.html", task=task, form=task.form, hints=hints)
    return page, 422 if task.form.errors else 200


def _preview(task: Task, said: dict[str, str]) -> str:
    reason = municipalities.reason(said.get("reason_code"))
    return render_template(
        "moderation/_preview.html",
        task=task,
        said=said,
        quote=shorten(task.text, 200),
        reason=_words(reason, "label") if reason else "",
        reason_text=_words(reason, "text") if reason else "",
    )
