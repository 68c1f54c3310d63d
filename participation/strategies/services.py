"""Loading a strategy file, and publishing: a published strategy keeps its text until somebody publishes.

What has the same key keeps its row, and with it the number in its address and the ideas beneath it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish as tell
from participation.foundation.text import N_
from participation.municipalities import queries as municipalities
from participation.strategies import queries
from participation.strategies.events import StrategyDiscarded, StrategyLoaded, StrategyPublished
from participation.strategies.lifecycle import STRATEGIES
from participation.strategies.models import Challenge, Effort, Goal, Strategy, Theme
from participation.strategies.rules.comparing import Change, compare
from participation.strategies.rules.documents import (
    Entry,
    GoalDocument,
    Statement,
    StrategyDocument,
    ThemeDocument,
)
from participation.strategies.rules.reading import read_document

ELSEWHERE = N_("The file belongs to the municipality with the code %(code)s, not to this one.")
UNSOUND = N_("The file cannot be loaded yet. What is to be mended stands below.")
NOTHING = N_("Everything that was loaded is published already.")
STALE = N_("A newer file was loaded, or a colleague published, after you opened the page. Look at it again.")

Row = Theme | Goal | Effort | Challenge
KINDS: Mapping[str, type[Row]] = {"theme": Theme, "goal": Goal, "effort": Effort, "challenge": Challenge}


@dataclass(frozen=True)
class Loaded:
    """What a file has brought: how it differs from what was loaded last; nothing when it is the same."""

    strategy: Strategy
    changes: list[Change]
    is_new: bool


def load(*, actor: Actor, content: str) -> Loaded:
    """Take in a strategy file, unpublished; DocumentError says what to mend in it."""
    require(actor, "strategies.load")
    document = read_document(content)
    if document.municipality != municipalities.current().code:
        raise RuleViolation(ELSEWHERE, code=document.municipality)
    loaded = _take_in(document)
    if loaded.changes:
        tell(StrategyLoaded(actor=actor, strategy=loaded.strategy, changes=len(loaded.changes)))
    return loaded


def _take_in(document: StrategyDocument) -> Loaded:
    strategy = queries.by_key(document.key)
    if strategy is None:
        strategy = Strategy(key=document.key)
        _take_over(strategy, document)
        return Loaded(strategy, compare(None, document), is_new=True)
    last = StrategyDocument.model_validate(strategy.pending_document or strategy.document)
    changes = compare(last, document)
    if changes:
        _keep(strategy, document)
    return Loaded(strategy, changes, is_new=False)


def publish(*, actor: Actor, strategy: Strategy, version: int) -> None:
    """Show the strategy, or its newer text, to everybody; StaleVersion unless `version` was looked at."""
    require(actor, "strategies.publish")
    _require_version(strategy, version)
    if not strategy.awaits_publication:
        raise RuleViolation(NOTHING)
    changes, is_first = len(queries.changes_awaiting(strategy)), not strategy.meaning.is_public
    if is_first:
        _replace_present()
        strategy.status = STRATEGIES.move("publish").leads_to()
        strategy.published_at = now()
    if strategy.pending_document is not None:
        _take_over(strategy, StrategyDocument.model_validate(strategy.pending_document))
    db.session.flush()
    tell(StrategyPublished(actor=actor, strategy=strategy, is_first=is_first, changes=changes))


def _replace_present() -> None:
    """A municipality has one strategy at a time; the one before keeps its pages, and takes no more ideas."""
    replacing = STRATEGIES.move("replace")
    for earlier in db.session.scalars(select(Strategy).where(Strategy.status.in_(sorted(replacing.sources)))):
        earlier.status = replacing.leads_to()


def discard(*, actor: Actor, strategy: Strategy, version: int) -> None:
    """Forget the newer file of a published strategy; what residents see stays as it is."""
    require(actor, "strategies.load")
    _require_version(strategy, version)
    strategy.pending_document = None
    db.session.flush()
    tell(StrategyDiscarded(actor=actor, strategy=strategy))


def _require_version(strategy: Strategy, version: int) -> None:
    if strategy.version != version:
        raise StaleVersion(STALE)


def _keep(strategy: Strategy, document: StrategyDocument) -> None:
    """Replace a draft; let a published strategy's newer text wait, unless it is the published one again."""
    if not strategy.meaning.is_public:
        _take_over(strategy, document)
        return
    differs = compare(queries.document_of(strategy), document)
    strategy.pending_document = document.model_dump(mode="json") if differs else None
    strategy.loaded_at = now()
    db.session.flush()


def _take_over(strategy: Strategy, document: StrategyDocument) -> None:
    """Make the strategy and its rows say what the document says."""
    period, adopted = document.period, document.adopted
    strategy.title = document.title
    strategy.slogan = document.slogan.text if document.slogan else ""
    strategy.adopted_on = adopted.date if adopted else None
    strategy.period_starts_on = date(period.first_year, 1, 1) if period.first_year else None
    strategy.period_ends_on = date(period.last_year, 12, 31) if period.last_year else None
    strategy.document, strategy.pending_document = document.model_dump(mode="json"), None
    strategy.loaded_at = now()
    db.session.add(strategy)
    db.session.flush()
    for what, kind in KINDS.items():
        _write_rows(strategy, kind, _wanted(strategy, document, what))


def _write_rows(strategy: Strategy, kind: type[Row], wanted: Mapping[str, dict[str, Any]]) -> None:
    rows: Iterable[Any] = db.session.scalars(select(kind).where(kind.strategy_id == strategy.id))
    present = {row.key: row for row in rows}
    for key, columns in wanted.items():
        row = present.get(key) or kind(strategy_id=strategy.id, key=key)
        for name, value in columns.items():
            setattr(row, name, value)
        row.removed_at = None
        db.session.add(row)
    for key in present.keys() - wanted.keys():
        present[key].removed_at = present[key].removed_at or now()
    db.session.flush()


def _wanted(strategy: Strategy, document: StrategyDocument, what: str) -> dict[str, dict[str, Any]]:
    """The columns of every row of one kind, by key; themes are written before what stands under them."""
    numbers = {theme.key: theme.id for theme in queries.themes_of(strategy)}
    return {
        entry.key: _columns(entry) | _place(what, theme, numbers)
        for name, theme, entries in document.lists()
        if name == what
        for entry in entries
    }


def _place(what: str, theme: ThemeDocument | None, numbers: Mapping[str, int]) -> dict[str, Any]:
    has_theme = what in {"goal", "effort"}
    return {"theme_id": numbers[theme.key] if theme else None} if has_theme else {}


def _columns(entry: Entry) -> dict[str, Any]:
    columns = {"number": entry.number, "title": entry.title, "is_title_editorial": entry.title_editorial}
    if isinstance(entry, ThemeDocument):
        note = "\n\n".join(filter(None, (entry.title_note, entry.motto_note)))
        return {**columns, "motto": entry.motto or "", "vision": list(entry.vision), "note": note}
    if isinstance(entry, Statement):
        columns["text"] = entry.text
    if isinstance(entry, GoalDocument):
        columns["target"] = entry.target.model_dump(mode="json") if entry.target else None
    return columns
