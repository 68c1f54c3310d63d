"""A form for each act: fill in, see what the resident will see, send."""

from dataclasses import dataclass
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.cases.models import Case
from participation.foundation.authorization import can
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.ideas.services.moves import Details
from participation.ideas.services.reviews import confirm_review
from participation.projects import queries as projects
from participation.triage.forms import MoveForm
from participation.triage.models import AnswerDraft
from participation.triage.queries.beside import TO_DECIDE
from participation.triage.queries.queue import next_case
from participation.triage.queries.templates import departments
from participation.triage.rules import ACTS, Act
from participation.triage.services import moving as services
from participation.triage.services.answering import answer_for_now, check_words
from participation.triage.services.drafts import drop_draft
from participation.triage.views import choices, previews, repeats, templates
from participation.triage.views.blueprint import blueprint
from participation.triage.views.drafts import draft_for
from participation.triage.views.notes import notes_about
from participation.triage.views.ownership import place_of
from participation.web import guards


@dataclass(frozen=True)
class Task:
    """One act on one idea, with its form."""

    idea: Idea
    act: Act
    form: MoveForm
    draft: AnswerDraft | None


@blueprint.route("/<id:idea_id>/<name>", methods=["GET", "POST"])
@guards.signed_in
def move(idea_id: int, name: str) -> Any:
    """Fill in (GET), look (POST with `step=preview`), send (`step=send`, or `send_on` to the next)."""
    guards.require("triage.work")
    viewer = guards.viewer()
    idea = guards.found(ideas.find(viewer, idea_id, *TO_DECIDE))
    act = guards.found(ACTS.get(name))
    draft = draft_for(act, idea, viewer)
    task = Task(idea, act, choices.form_of(act, idea, viewer, draft), draft)
    if not _is_possible(task):
        return _late(task)
    step = STEPS.get(request.form.get("step", ""), _page)
    return step(task) if task.form.is_submitted() else _page(task)


def _page(task: Task) -> tuple[str, int]:
    page = render_template(
        "triage/move.html",
        idea=task.idea,
        act=task.act,
        form=task.form,
        additions=ideas.additions_of(task.idea),
        notes=notes_about(guards.viewer(), task.idea),
        hints=task.form.hints,
        templates=templates.choices_of(task.act),
        chosen_template=request.form.get("template", type=int),
        departments=departments(),
        draft=task.draft,
    )
    return page, task.form.response_code


def _is_possible(task: Task) -> bool:
    """Whether the idea is still as the form saw it, and the act still open."""
    is_seen = not task.form.is_submitted() or task.form.version.data == task.idea.version
    return is_seen and _is_open(task)


def _is_open(task: Task) -> bool:
    follows = task.act.follows_projects and projects.projects_of_idea(task.idea)
    return not follows and can(guards.viewer(), task.act.permission, task.idea)


def _preview(task: Task) -> Any:
    if not task.form.validate() or not _is_worded(task):
        return _page(task)
    return previews.page(task.idea, task.act, task.form)


def _is_worded(task: Task) -> bool:
    """Refused before it is looked at: what is sent says something of its own, and no CPR number unasked."""
    if "answer" in task.form.said:
        try:
            check_words(idea=task.idea, text=task.form.said["answer"])
        except RuleViolation as violation:
            task.form.refuse(violation, "doing")
            return False
    return task.form.is_clear


def _insert(task: Task) -> Any:
    templates.insert_into(task.form, task.idea)
    return _page(task)


def _send(task: Task) -> Any:
    if not task.form.validate() or not task.form.is_clear:
        return _page(task)
    onwards = _onwards(after=task.idea.case)
    try:
        APPLY.get(task.act.name, _move)(task)
    except StaleVersion:
        return _late(task)
    except RuleViolation as violation:
        task.form.refuse(violation)
        return _page(task)
    drop_draft(actor=guards.viewer(), idea=task.idea, act=task.act.name)
    return _done(task, onwards)


def _done(task: Task, onwards: str) -> Response:
    flash(gettext("Done: “%(title)s”.", title=task.idea.safe_title), "success")
    return redirect(onwards)


def _onwards(after: Case | None = None) -> str:
    """Where it goes on, found before the act gives the case another place in the queue."""
    is_wanted = request.form.get("step") == "send_on"
    following = next_case(guards.viewer(), after=after) if is_wanted else None
    return place_of(following) if following else url_for("triage.queue")


def _move(task: Task) -> None:
    project_id = getattr(task.form, "project_id", None)
    project = guards.found(projects.find(project_id)) if project_id else None
    services.move(
        actor=guards.viewer(),
        idea=task.idea,
        name=task.act.name,
        details=Details(**task.form.said),
        project=project,
        seen_version=task.form.version.data,
    )


def _answer_for_now(task: Task) -> None:
    said = task.form.said
    answer_for_now(
        actor=guards.viewer(),
        idea=task.idea,
        text=said["answer"],
        until=said["until"],
        seen_version=task.form.version.data,
    )


def _confirm_review(task: Task) -> None:
    confirm_review(actor=guards.viewer(), idea=task.idea, seen_version=task.form.version.data)


STEPS = {"preview": _preview, "send": _send, "send_on": _send, "insert": _insert}
APPLY = {"answer_for_now": _answer_for_now, "confirm_review": _confirm_review}


def _late(task: Task) -> Any:
    """The same again, as a double click sends it, has been done; otherwise a colleague was faster."""
    if repeats.is_sent(guards.viewer(), task.idea, task.act, task.form):
        return _done(task, _onwards())
    return repeats.late_page(task.idea, task.act, task.form, is_open=_is_open(task))
