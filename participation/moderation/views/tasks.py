"""An act with a form, a look at what the person will read, and the sending: the same for each kind of act."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import flash, redirect, render_template, request
from flask_babel import gettext

from participation.foundation.errors import RuleViolation
from participation.foundation.text import shorten
from participation.moderation.forms import HideForm, ShowForm
from participation.moderation.views import words
from participation.municipalities import queries as municipalities
from participation.web import guards
from participation.web.forms import SelectChoice


@dataclass(frozen=True)
class Verb:
    """What can be done, in words, and the service that does it."""

    label: str
    service: Callable[..., Any]


@dataclass(frozen=True)
class Task:
    """One act on one thing: `subject` is what the service is called with, `back` where it leads."""

    verb: Verb
    form: ShowForm
    title: str
    text: str
    back: str
    subject: dict[str, Any]


def with_reasons(form: HideForm, move: str) -> HideForm:
    """The form with the municipality's published reasons for one kind of act."""
    form.reason_code.choices = [
        SelectChoice(reason.code, words.of(reason, "label")) for reason in municipalities.reasons(move)
    ]
    return form


def hints() -> dict[str, str]:
    """What everybody can read about each reason, by code."""
    return {reason.code: words.of(reason, "text") for reason in municipalities.reasons()}


def come_from(otherwise: str) -> str:
    """Where the page was opened from, when the address says so."""
    return guards.local_path(request.args["next"]) if "next" in request.args else otherwise


def answer(task: Task) -> Any:
    """Show the form, then what the person will read, then do it."""
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
    page = render_template("moderation/_form.html", task=task, form=task.form, hints=hints())
    return page, task.form.response_code


def _preview(task: Task, said: dict[str, Any]) -> str:
    reason = municipalities.reason(said.get("reason_code"))
    return render_template(
        "moderation/_preview.html",
        task=task,
        said=said,
        quote=shorten(task.text, 200),
        reason=words.of(reason, "label"),
        reason_text=words.of(reason, "text"),
        until=said.get("until"),
    )
