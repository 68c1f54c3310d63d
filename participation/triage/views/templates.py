"""The page on which staff keep their templates of answers, and what becomes of one in a form."""

from collections.abc import Callable
from datetime import date
from typing import Any

from babel.dates import format_date
from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.foundation.clock import local_date, today
from participation.foundation.errors import RuleViolation
from participation.foundation.numbers import row_id
from participation.ideas.models import Idea
from participation.municipalities import queries as municipalities
from participation.triage.forms import MoveForm
from participation.triage.forms.templates import TemplateForm
from participation.triage.queries import templates as queries
from participation.triage.rules import ACTS, Act
from participation.triage.rules.templates import PLACEHOLDERS, fill
from participation.triage.services import templates as services
from participation.triage.services.answering import values_for
from participation.triage.views import words
from participation.triage.views.blueprint import blueprint
from participation.web import guards
from participation.web.forms import SelectChoice

FIELDS = ("doing", "why", "next_steps")


@blueprint.get("/skabeloner")
@guards.signed_in
def answer_templates() -> str:
    """All of them, the retired as well."""
    guards.require("triage.work")
    labels = {reason.code: words.label(reason) for reason in municipalities.all_reasons()}
    return render_template(
        "triage/answer_templates.html", templates=queries.all_templates(), acts=ACTS, reasons=labels
    )


@blueprint.route("/skabeloner/ny", methods=["GET", "POST"])
@guards.signed_in
def add_template() -> Any:
    """A new one."""
    guards.require("triage.work")
    form = _form()
    if form.validate_on_submit() and _save(form, services.add_template):
        flash(gettext("The template is saved."), "success")
        return redirect(url_for("triage.answer_templates"), 303)
    return _page("triage/add_template.html", form)


@blueprint.route("/skabeloner/<id:template_id>", methods=["GET", "POST"])
@guards.signed_in
def edit_template(template_id: int) -> Any:
    """What it says, and whether it can be chosen."""
    guards.require("triage.work")
    template = guards.found(queries.template(template_id))
    form = _form(obj=template)
    save = {"template": template, "version": form.seen_version}
    if form.validate_on_submit() and _save(form, services.edit_template, **save):
        flash(gettext("The template is saved."), "success")
        return redirect(url_for("triage.answer_templates"), 303)
    return _page("triage/edit_template.html", form)


def _form(**known: Any) -> TemplateForm:
    form = TemplateForm(**known)
    answering = [act for act in ACTS.values() if act.needs & {"answer", "interim"}]
    form.act.choices = [
        SelectChoice("", gettext("Every answer")),
        *(SelectChoice(act.name, gettext(act.label)) for act in answering),
    ]
    form.reason_code.choices = [
        SelectChoice("", gettext("No particular reason")),
        *(SelectChoice(reason.code, words.label(reason)) for reason in municipalities.all_reasons()),
    ]
    return form


def _save(form: TemplateForm, service: Callable[..., Any], **subject: Any) -> bool:
    try:
        service(actor=guards.viewer(), words=form.words, **subject)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True


def _page(name: str, form: TemplateForm) -> tuple[str, int]:
    return render_template(name, form=form, placeholders=PLACEHOLDERS), form.response_code


def choices_of(act: Act) -> dict[str, list[tuple[int, str]]]:
    """The templates for an act as (number, name), under their reasons."""
    if not act.needs & {"answer", "interim"}:
        return {}
    grouped: dict[str, list[tuple[int, str]]] = {}
    for template, reason in queries.templates_for(act.name):
        label = words.label(reason) if reason else ""
        grouped.setdefault(label, []).append((template.id, template.title))
    return grouped


def insert_into(form: MoveForm, idea: Idea) -> None:
    """Put the chosen template's words into the form: into an empty field, or after what is there."""
    chosen = request.form.get("template", "")
    template = queries.template(number) if (number := row_id(chosen)) else None
    if template is None:
        return
    values = values_for(idea=idea, until=_day(form, idea))
    for name in FIELDS:
        said, added = form[name].data or "", fill(getattr(template, name), values)
        if added and added not in said:
            form[name].data = f"{said}\n\n{added}".strip()
    if template.reason_code and "reason_code" in form:
        form["reason_code"].data = form["reason_code"].data or template.reason_code


def _day(form: MoveForm, idea: Idea) -> str:
    """The promised day in Danish, as the template is: what the form says, else what was promised.

    A day that is over is no promise; somebody writes another.
    """
    chosen = form["until"].data if "until" in form else None
    promised = local_date(idea.answer_due_at) if idea.answer_due_at else None
    day: date | None = chosen or promised
    return format_date(day, "d. MMMM y", locale="da") if day and day >= today() else ""
