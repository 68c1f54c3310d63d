"""Writing the next strategy: its beginning, its outline, what goes for the whole, and its versions."""

from functools import partial
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.accounts import queries as accounts
from participation.foundation.errors import RuleViolation
from participation.strategies import queries
from participation.strategies.forms import AboutForm, BeginForm, paragraphs
from participation.strategies.lifecycle import EDITS as ACTS
from participation.strategies.models import Strategy, StrategyVersion
from participation.strategies.queries import successions
from participation.strategies.rules.documents import StrategyDocument
from participation.strategies.rules.editing import Change, retold
from participation.strategies.services import editing
from participation.strategies.views.blueprint import blueprint
from participation.web import guards
from participation.web.forms import VersionedForm


def editable(strategy_id: int) -> Strategy:
    """The strategy, for whoever may edit it."""
    guards.require("strategies.edit")
    return guards.found(queries.strategy(strategy_id))


def save(form: VersionedForm, strategy: Strategy, act: str, title: str, change: Change) -> bool:
    """Whether the change was made; if not, the form says why."""
    version = form.seen_version
    try:
        editing.edit(
            actor=guards.viewer(), strategy=strategy, version=version, act=act, title=title, change=change
        )
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True


@blueprint.route("/ny", methods=["GET", "POST"])
@guards.signed_in
def begin() -> Any:
    """A draft of the next strategy, made from the present one."""
    guards.require("strategies.edit")
    form = BeginForm()
    present = guards.found(queries.current_strategy())
    if form.validate_on_submit() and (strategy := _begin(form)) is not None:
        flash(gettext("The draft is there. Residents see nothing of it before you publish."), "success")
        return redirect(url_for("strategies.edit", strategy_id=strategy.id))
    page = render_template("strategies/begin.html", form=form, present=present)
    return page, form.response_code


def _begin(form: BeginForm) -> Strategy | None:
    first, last = form.first_year.data or 0, form.last_year.data or 0
    try:
        return editing.begin_next(
            actor=guards.viewer(), title=form.title.data or "", first_year=first, last_year=last
        )
    except RuleViolation as refusal:
        form.refuse(refusal, "last_year")
        return None


@blueprint.get("/<id:strategy_id>/rediger")
@guards.signed_in
def edit(strategy_id: int) -> str:
    """The outline: every part in its order."""
    strategy = editable(strategy_id)
    return render_template(
        "strategies/edit.html",
        strategy=strategy,
        document=queries.working_document(strategy),
        form=VersionedForm(data={"version": strategy.version}),
        versions=len(successions.versions_of(strategy)),
    )


@blueprint.route("/<id:strategy_id>/rediger/om", methods=["GET", "POST"])
@guards.signed_in
def edit_about(strategy_id: int) -> Any:
    """Title, years, adoption, source and vision."""
    strategy = editable(strategy_id)
    document = queries.working_document(strategy)
    form = AboutForm(data={**_about(document), "version": strategy.version})
    if form.validate_on_submit() and save(form, strategy, "tell", "", partial(_retold, form=form)):
        flash(gettext("Saved."), "success")
        return redirect(url_for("strategies.edit", strategy_id=strategy.id))
    page = render_template("strategies/edit_about.html", form=form, strategy=strategy)
    return page, form.response_code


def _about(document: StrategyDocument) -> dict[str, Any]:
    adopted, vision = document.adopted, document.vision
    return {
        "title": document.title,
        "slogan": document.slogan.text if document.slogan else "",
        "first_year": document.period.first_year,
        "last_year": document.period.last_year,
        "adopted_on": adopted.date if adopted else None,
        "adopted_by": adopted.by if adopted else "",
        "source_title": document.source.title,
        "source_url": document.source.url,
        "vision_title": vision.title if vision else "",
        "vision": "\n\n".join(vision.paragraphs) if vision else "",
    }


def _retold(old: StrategyDocument, form: AboutForm) -> StrategyDocument:
    """What the form says, in the document's own shape; notes that it does not show stay."""
    kept = old.model_dump(mode="json", exclude_defaults=True)
    values: dict[str, Any] = {
        "title": form.title.data,
        "slogan": {**kept.get("slogan", {}), "text": form.slogan.data} if form.slogan.data else None,
        "period": {
            **kept.get("period", {}),
            "first_year": form.first_year.data,
            "last_year": form.last_year.data,
        },
        "source": {"title": form.source_title.data, "url": form.source_url.data},
        "adopted": _adopted(form, kept),
        "vision": _vision(form, kept),
    }
    return retold(old, values)


def _adopted(form: AboutForm, kept: dict[str, Any]) -> dict[str, Any] | None:
    if form.adopted_on.data is None or not form.adopted_by.data:
        return None
    return {**kept.get("adopted", {}), "date": form.adopted_on.data.isoformat(), "by": form.adopted_by.data}


def _vision(form: AboutForm, kept: dict[str, Any]) -> dict[str, Any] | None:
    words = paragraphs(form.vision.data)
    if not words and not form.vision_title.data:
        return None
    title = form.vision_title.data or gettext("Vision")
    return {**kept.get("vision", {}), "title": title, "paragraphs": words}


@blueprint.get("/<id:strategy_id>/rediger/versioner")
@guards.signed_in
def versions(strategy_id: int) -> str:
    """What was done, the latest first; each line leads back to the text before it."""
    strategy = editable(strategy_id)
    return render_template(
        "strategies/versions.html",
        strategy=strategy,
        versions=_in_words(successions.versions_of(strategy)),
        form=VersionedForm(data={"version": strategy.version}),
    )


def _in_words(versions: list[StrategyVersion]) -> list[tuple[StrategyVersion, str, str | None]]:
    """Each with what was done and by whom."""
    names = accounts.names_of({version.changed_by_id for version in versions})
    return [(each, gettext(ACTS[each.act]), names.get(each.changed_by_id)) for each in versions]


@blueprint.post("/<id:strategy_id>/rediger/versioner/<id:version_id>")
@guards.signed_in
def restore(strategy_id: int, version_id: int) -> Any:
    """Give the text back that was there before a change."""
    strategy = editable(strategy_id)
    version = guards.found(successions.version(strategy, version_id))
    wanted = StrategyDocument.model_validate(version.document)
    editing.edit(
        actor=guards.viewer(),
        strategy=strategy,
        version=VersionedForm().seen_version,
        act="restore",
        title="",
        change=lambda _: wanted,
    )
    flash(gettext("The text is as it was before that change."), "success")
    return redirect(url_for("strategies.edit", strategy_id=strategy.id))
