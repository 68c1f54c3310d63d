"""Letting a strategy say what a document says: its own columns, and a row for each part that has a key.

What has the same key keeps its row, and with it the number in its address and the ideas beneath it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from participation.extensions import db
from participation.foundation.clock import now
from participation.strategies import queries
from participation.strategies.models import Challenge, Effort, Goal, Strategy, Theme
from participation.strategies.rules.comparing import compare
from participation.strategies.rules.documents import (
    Entry,
    GoalDocument,
    Statement,
    StrategyDocument,
    ThemeDocument,
)

Row = Theme | Goal | Effort | Challenge
KINDS: Mapping[str, type[Row]] = {"theme": Theme, "goal": Goal, "effort": Effort, "challenge": Challenge}


def keep(*, strategy: Strategy, document: StrategyDocument) -> None:
    """Replace a draft; let a published strategy's newer text wait, unless it is the published one again."""
    if not strategy.meaning.is_public:
        take_over(strategy=strategy, document=document)
        return
    differs = compare(queries.document_of(strategy), document)
    strategy.pending_document = document.model_dump(mode="json") if differs else None
    strategy.loaded_at = now()
    db.session.flush()


def take_over(*, strategy: Strategy, document: StrategyDocument) -> None:
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
