"""Hide and show again: a form, a look at what the person will read, and the act."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.discussions.models import Comment
from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_, shorten
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.moderation import queries, services
from participation.moderation.forms import HideForm, ShowForm
from participation.municipalities import queries as municipalities
from participation.web import guards
from participation.web.forms import SelectChoice
from participation.web.locale import current_language

blueprint = Blueprint("moderation", __name__, url_prefix="/<municipality>")


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)


@dataclass(frozen=True)
class Task:
    """One act on one idea or comment; `apply` is called with what the form says."""

    title: str
    what: str
    text: str
    back: str
    form: ShowForm
    apply: Callable[[dict[str, str]], Any]


@blueprint.route("/ideer/<id:idea_id>/skjul", methods=["GET", "POST"])
@guards.signed_in
def hide_idea(idea_id: int) -> Any:
    """Hide an idea."""
    idea = _idea(idea_id)
    act = _bound(services.hide_idea, idea=idea)
    return _answer(Task(N_("Hide the idea"), idea.title, idea.body, _case(idea), _hide_form(), act))


@blueprint.route("/ideer/<id:idea_id>/vis-igen", methods=["GET", "POST"])
@guards.signed_in
def show_idea(idea_id: int) -> Any:
    """Show a hidden idea again."""
    idea = _idea(idea_id)
    act = _bound(services.show_idea, idea=idea)
    return _answer(Task(N_("Show the idea again"), idea.title, idea.body, _case(idea), ShowForm(), act))


@blueprint.route("/kommentarer/<id:comment_id>/skjul", methods=["GET", "POST"])
@guards.signed_in
def hide_comment(comment_id: int) -> Any:
    """Hide a comment."""
    comment = _comment(comment_id)
    act = _bound(services.hide_comment, comment=comment)
    title = comment.discussion.subject_title
    return _answer(Task(N_("Hide the comment"), title, comment.body, _thread(comment), _hide_form(), act))


@blueprint.route("/kommentarer/<id:comment_id>/vis-igen", methods=["GET", "POST"])
@guards.signed_in
def show_comment(comment_id: int) -> Any:
    """Show a hidden comment again."""
    comment = _comment(comment_id)
    act = _bound(services.show_comment, comment=comment)
    title = comment.discussion.subject_title
    return _answer(Task(N_("Show the comment again"), title, comment.body, _thread(comment), ShowForm(), act))


def _idea(idea_id: int) -> Idea:
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    guards.require("ideas.hide", idea)
    return idea


def _comment(comment_id: int) -> Comment:
    comment = guards.found(queries.find_comment(comment_id))
    guards.require("moderation.hide_comment", comment)
    return comment


def _bound(service: Callable[..., Any], **subject: Any) -> Callable[[dict[str, str]], Any]:
    return lambda said: service(actor=guards.viewer(), **subject, **said)


def _case(idea: Idea) -> str:
    return url_for("triage.case", idea_id=idea.id)


def _thread(comment: Comment) -> str:
    return f"{url_for('pages.front')}{comment.discussion.place}#kommentar-{comment.id}"


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
        task.apply(said)
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
