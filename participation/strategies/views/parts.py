"""One part of the strategy in the editor: change, add, move, take out, split and join."""

from functools import partial
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.errors import Missing, RuleViolation
from participation.strategies import queries
from participation.strategies.forms import (
    JoinForm,
    SplitForm,
    StatementForm,
    ThemeForm,
    paragraphs,
)
from participation.strategies.models import Strategy
from participation.strategies.rules import editing
from participation.strategies.rules.documents import StrategyDocument
from participation.strategies.rules.wording import PARTS
from participation.strategies.views.blueprint import blueprint
from participation.strategies.views.editing import editable, save
from participation.web import guards
from participation.web.forms import VersionedForm

Part = dict[str, Any]
PartForm = StatementForm | ThemeForm


def _part(document: StrategyDocument, key: str) -> tuple[str, Part]:
    try:
        return editing.part_of(document, key)
    except RuleViolation:
        raise Missing from None


def _back(strategy: Strategy, key: str = "") -> Response:
    flash(gettext("Saved."), "success")
    return redirect(url_for("strategies.edit", strategy_id=strategy.id, _anchor=key or None))


def _form(
    what: str, strategy: Strategy, document: StrategyDocument, filled: Part
) -> StatementForm | ThemeForm:
    data = {**filled, "vision": "\n\n".join(filled.get("vision", [])), "version": strategy.version}
    form = ThemeForm(data=data) if what == "theme" else StatementForm(data=data)
    if isinstance(form, StatementForm):
        form.theme.choices = [
            ("", gettext("No theme")),
            *((each.key, each.title) for each in document.themes),
        ]
        if what not in editing.UNDER_THEMES or not document.themes:
            del form.theme
    return form


def _theme_in(form: PartForm) -> str:
    return str(form.theme.data or "") if isinstance(form, StatementForm) and form.theme else ""


def _changed(document: StrategyDocument, key: str, form: PartForm) -> StrategyDocument:
    return editing.changed(document, key, form.values, _theme_in(form))


def _added(document: StrategyDocument, what: str, form: PartForm) -> StrategyDocument:
    return editing.added(document, what, form.values, _theme_in(form))


@blueprint.route("/<id:strategy_id>/dele/<slug:slug>", methods=["GET", "POST"])
@guards.signed_in
def edit_part(strategy_id: int, slug: str) -> Any:
    """Title, text, theme."""
    strategy = editable(strategy_id)
    document = queries.working_document(strategy)
    what, part = _part(document, slug)
    form = _form(what, strategy, document, {**part, "theme": editing.theme_of(document, slug)})
    change = partial(_changed, key=slug, form=form)
    if form.validate_on_submit() and save(form, strategy, "change", part["title"], change):
        return _back(strategy, slug)
    page = render_template("strategies/edit_part.html", **_shown(strategy, what, part), form=form)
    return page, form.response_code


@blueprint.route("/<id:strategy_id>/nye/<name>", methods=["GET", "POST"])
@guards.signed_in
def add_part(strategy_id: int, name: str) -> Any:
    """One more theme, goal, effort or challenge."""
    strategy = editable(strategy_id)
    guards.found(editing.LISTS.get(name))
    document = queries.working_document(strategy)
    form = _form(name, strategy, document, {"theme": request.args.get("theme", "")})
    change = partial(_added, what=name, form=form)
    if form.validate_on_submit() and save(form, strategy, "add", form.title.data or "", change):
        return _back(strategy)
    page = render_template("strategies/add_part.html", **_shown(strategy, name, {}), form=form)
    return page, form.response_code


@blueprint.post("/<id:strategy_id>/dele/<slug:slug>/flyt")
@guards.signed_in
def shift_part(strategy_id: int, slug: str) -> Any:
    """One place up or down."""
    strategy = editable(strategy_id)
    _, part = _part(queries.working_document(strategy), slug)
    form, by = VersionedForm(), -1 if request.form.get("by") == "up" else 1
    if not save(form, strategy, "shift", part["title"], partial(editing.shifted, key=slug, by=by)):
        flash(" ".join(form.form_errors), "error")
        return redirect(url_for("strategies.edit", strategy_id=strategy.id))
    return redirect(url_for("strategies.edit", strategy_id=strategy.id, _anchor=slug))


@blueprint.route("/<id:strategy_id>/dele/<slug:slug>/fjern", methods=["GET", "POST"])
@guards.signed_in
def remove_part(strategy_id: int, slug: str) -> Any:
    """Take it out; a theme takes along what stands under it."""
    strategy = editable(strategy_id)
    what, part = _part(queries.working_document(strategy), slug)
    form = VersionedForm(data={"version": strategy.version})
    change = partial(editing.removed, key=slug)
    if form.is_submitted() and save(form, strategy, "remove", part["title"], change):
        return _back(strategy)
    page = render_template("strategies/remove_part.html", **_shown(strategy, what, part), form=form)
    return page, form.response_code


@blueprint.route("/<id:strategy_id>/dele/<slug:slug>/del", methods=["GET", "POST"])
@guards.signed_in
def split_part(strategy_id: int, slug: str) -> Any:
    """Two in place of one."""
    strategy = editable(strategy_id)
    what, part = _part(queries.working_document(strategy), slug)
    form = _split_form(what, strategy, part)
    change = partial(_split, key=slug, what=what, form=form)
    if form.validate_on_submit() and save(form, strategy, "split", part["title"], change):
        return _back(strategy, slug)
    page = render_template("strategies/split_part.html", **_shown(strategy, what, part), form=form)
    return page, form.response_code


def _split_form(what: str, strategy: Strategy, part: Part) -> SplitForm:
    text = "\n\n".join(part.get("vision", [])) if what == "theme" else part.get("text", "")
    data = {"title": part["title"], "text": text, "second_text": "" if what == "theme" else text}
    form = SplitForm(data={**data, "version": strategy.version})
    members = [*part.get("goals", []), *part.get("efforts", [])]
    form.moving.choices = [(each["key"], each["title"]) for each in members]
    if not members:
        del form.moving
    return form


def _split(document: StrategyDocument, key: str, what: str, form: SplitForm) -> StrategyDocument:
    rows = ((form.title, form.text), (form.second_title, form.second_text))
    first, second = (
        {"title": title.data, "vision": paragraphs(text.data)}
        if what == "theme"
        else {"title": title.data, "text": text.data}
        for title, text in rows
    )
    return editing.split(document, key, first, second, set(form.moving.data or ()) if form.moving else set())


@blueprint.route("/<id:strategy_id>/dele/<slug:slug>/saml", methods=["GET", "POST"])
@guards.signed_in
def join_parts(strategy_id: int, slug: str) -> Any:
    """One in place of two; its text is mended afterwards."""
    strategy = editable(strategy_id)
    document = queries.working_document(strategy)
    what, part = _part(document, slug)
    form = JoinForm(data={"version": strategy.version})
    form.other.choices = _others(document, what, slug)
    change = partial(editing.joined, key=slug, other_key=str(form.other.data))
    if form.validate_on_submit() and save(form, strategy, "join", part["title"], change):
        flash(gettext("The two are one. Look at the text, and mend it where it needs it."), "success")
        return redirect(url_for("strategies.edit_part", strategy_id=strategy.id, slug=slug))
    page = render_template("strategies/join_parts.html", **_shown(strategy, what, part), form=form)
    return page, form.response_code


def _others(document: StrategyDocument, what: str, key: str) -> list[tuple[str, str]]:
    parts = (entry for kind, _, entries in document.lists() if kind == what for entry in entries)
    return [("", gettext("Choose")), *((entry.key, entry.title) for entry in parts if entry.key != key)]


def _shown(strategy: Strategy, what: str, part: Part) -> dict[str, Any]:
    return {
        "strategy": strategy,
        "part": part,
        "kind": gettext(PARTS[what]),
        "beneath": [*part.get("goals", []), *part.get("efforts", [])],
    }
