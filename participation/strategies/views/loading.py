"""The administrators' pages: load a strategy, see the difference, publish."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.errors import RuleViolation
from participation.municipalities import queries as municipalities
from participation.strategies import queries, services
from participation.strategies.forms import LoadForm
from participation.strategies.queries.successions import unmapped_goals
from participation.strategies.rules.comparing import Change
from participation.strategies.rules.formats.writing import WRITERS
from participation.strategies.rules.reading import LARGEST, DocumentError
from participation.strategies.rules.wording import FIELDS, KINDS, PARTS, TONES
from participation.strategies.views.blueprint import blueprint
from participation.web import guards
from participation.web.forms import VersionedForm

EXAMPLE = Path(__file__).parent.parent / "library" / "example.md"
FORMATS = [(name, writer.label) for name, writer in WRITERS.items()]


@dataclass(frozen=True)
class ShownChange:
    """One difference in words; `before` and `after` are texts to be compared."""

    kind: str
    tone: str
    part: str
    title: str
    field: str
    before: str
    after: str


@blueprint.url_value_preprocessor
def _allow_a_whole_file(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A strategy may be larger than what people otherwise send; said before anything reads the body."""
    if endpoint == "strategies.strategies":
        request.max_content_length = LARGEST + 10_000


@blueprint.route("/", methods=["GET", "POST"])
@guards.signed_in
def strategies() -> Any:
    """The municipality's strategies, and a file to be loaded."""
    guards.require("strategies.load")
    form = LoadForm()
    problems: list[Any] = []
    if form.validate_on_submit() and (content := form.content) is not None:
        loaded = _load(form, content, problems)
        if loaded is not None:
            return redirect(url_for("strategies.changes", strategy_id=loaded.strategy.id))
    page = render_template("strategies/strategies.html", form=form, problems=problems, **_known())
    return page, form.response_code


def _known() -> dict[str, Any]:
    present = queries.current_strategy()
    return {
        "strategies": queries.all_strategies(),
        "has_present": present is not None,
        "formats": FORMATS,
        "shortest": _example(municipalities.current().code),
    }


def _example(code: str) -> str:
    """The shortest file that can be loaded, for the municipality of that code."""
    return EXAMPLE.read_text(encoding="utf-8").replace("0187", code)


@blueprint.get("/<id:strategy_id>")
@guards.signed_in
def changes(strategy_id: int) -> str:
    """What residents would see anew, before it is published."""
    guards.require("strategies.publish")
    strategy = guards.found(queries.strategy(strategy_id))
    present = None if strategy.meaning.is_public else queries.current_strategy()
    awaiting = queries.changes_from(present, strategy) if present else queries.changes_awaiting(strategy)
    return render_template(
        "strategies/changes.html",
        strategy=strategy,
        form=VersionedForm(data={"version": strategy.version}),
        shown=_in_words(queries.titles_in(*filter(None, (present, strategy))), awaiting),
        counts=_counts(awaiting),
        present=present,
        unmapped=len(unmapped_goals(present, strategy)) if present else 0,
    )


@blueprint.get("/<id:strategy_id>/hent/<format_name>")
@guards.signed_in
def download(strategy_id: int, format_name: str) -> Response:
    """The text that residents see, or that waits, as a file that can be loaded again."""
    guards.require("strategies.load")
    strategy = guards.found(queries.strategy(strategy_id))
    writer = guards.found(WRITERS.get(format_name))
    return Response(
        writer.write(queries.working_document(strategy)),
        content_type=writer.mimetype,
        headers={"Content-Disposition": f'attachment; filename="{strategy.key}.{format_name}"'},
    )


@blueprint.post("/<id:strategy_id>/offentliggoer")
@guards.signed_in
def publish(strategy_id: int) -> Any:
    """Show it to everybody."""
    guards.require("strategies.publish")
    strategy = guards.found(queries.strategy(strategy_id))
    services.publish(actor=guards.viewer(), strategy=strategy, version=VersionedForm().seen_version)
    flash(gettext("The strategy is published. Residents can see it now."), "success")
    return redirect(url_for("strategies.strategies"))


@blueprint.post("/<id:strategy_id>/fortryd")
@guards.signed_in
def discard(strategy_id: int) -> Any:
    """Forget the newer file."""
    guards.require("strategies.load")
    strategy = guards.found(queries.strategy(strategy_id))
    services.discard(actor=guards.viewer(), strategy=strategy, version=VersionedForm().seen_version)
    flash(gettext("The newer file is forgotten. Nothing has changed for residents."), "success")
    return redirect(url_for("strategies.strategies"))


def _load(form: LoadForm, content: str, problems: list[Any]) -> services.Loaded | None:
    try:
        loaded = services.load(actor=guards.viewer(), content=content, form=form.form_name)
    except DocumentError as error:
        problems.extend(error.problems)
        form.refuse(RuleViolation(services.UNSOUND), "file")
        return None
    except RuleViolation as refusal:
        form.refuse(refusal, "file")
        return None
    if not loaded.changes:
        flash(gettext("The file says the same as the one loaded before. Nothing has changed."), "info")
    return loaded


def _in_words(titles: dict[str, str], awaiting: list[Change]) -> list[ShownChange]:
    return [
        ShownChange(
            kind=gettext(KINDS[change.kind]),
            tone=TONES[change.kind],
            part=gettext(PARTS[change.what]),
            title=titles.get(change.key, ""),
            field=gettext(FIELDS.get(change.field.split(".")[0], change.field)) if change.field else "",
            before=_spelled(change, change.before, titles),
            after=_spelled(change, change.after, titles),
        )
        for change in awaiting
    ]


def _spelled(change: Change, text: str | None, titles: dict[str, str]) -> str:
    """The text of one side; a theme is stored by its key and shown by its title."""
    return titles.get(text or "", text or "") if change.field == "theme" else text or ""


def _counts(awaiting: list[Change]) -> list[tuple[str, dict[str, int]]]:
    """How many parts of each sort are new, changed and taken out."""
    parts = {(change.what, change.key, change.kind) for change in awaiting}
    counted: Counter[tuple[str, str]] = Counter((what, kind) for what, _, kind in parts)
    return [
        (gettext(words), {kind: counted[what, kind] for kind in KINDS})
        for what, words in PARTS.items()
        if any(counted[what, kind] for kind in KINDS)
    ]
