"""Keeping the internal log: an act is noted when it is done, and chained when its transaction ends.

So the chain's head is locked last and for the shortest time: whoever holds it waits for nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import SessionTransaction

from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.events import Act, ids_of
from participation.foundation.tenancy import current_municipality_id, municipality_context
from participation.moderation.models import LogEntry, LogHead
from participation.moderation.rules.chain import FIRST_HASH, codes, fingerprint, kind_of

NOTED = "noted_acts"


@dataclass(frozen=True)
class Noted:
    """An act that waits for its transaction's end; what is undone with a savepoint has not happened."""

    municipality_id: int
    savepoint: SessionTransaction | None
    said: dict[str, Any]


def note_act(*, act: Act) -> None:
    """Remember what was done until the transaction ends; ValueError when its facts are more than codes."""
    session = db.session()
    session.flush()
    ids = ids_of(act)
    said = {
        "at": now(),
        "actor_id": ids.pop("actor_id"),
        "kind": kind_of(type(act)),
        "subjects": {name: value for name, value in ids.items() if value is not None},
        "facts": codes(act.facts),
    }
    noted = Noted(current_municipality_id(), session.get_nested_transaction(), said)
    session.info.setdefault(NOTED, []).append(noted)


def write_noted_acts() -> None:
    """Add what was noted to the chains, when the outermost transaction is about to be committed."""
    session = db.session()
    if session.in_nested_transaction():
        return
    noted: list[Noted] = session.info.pop(NOTED, [])
    if not noted:
        return
    # Everything else takes its locks first.
    session.flush()
    for municipality_id in sorted({each.municipality_id for each in noted}):
        with municipality_context(municipality_id):
            _append(each.said for each in noted if each.municipality_id == municipality_id)


def forget_noted_acts(*, undone: SessionTransaction | None = None) -> None:
    """Drop what was undone: all of it, or what was done inside one savepoint."""
    info = db.session().info
    kept = [each for each in info.pop(NOTED, []) if undone is not None and not _is_inside(each, undone)]
    if kept:
        info[NOTED] = kept


def _is_inside(noted: Noted, undone: SessionTransaction) -> bool:
    place = noted.savepoint
    while place is not None and place is not undone:
        place = place.parent
    return place is not None


def _append(acts: Iterable[dict[str, Any]]) -> None:
    number, last = _locked_end()
    here, rows = current_municipality_id(), []
    for said in acts:
        number += 1
        row = {"municipality_id": here, "number": number, **said, "previous_hash": last}
        row["hash"] = last = fingerprint(row)
        rows.append(row)
    db.session.execute(insert(LogEntry), rows)
    head = update(LogHead).where(LogHead.municipality_id == here).values(number=number, hash=last)
    db.session.execute(head, execution_options={"synchronize_session": False})


def _locked_end() -> tuple[int, str]:
    """The chain's last number and hash, which nobody else reads before this transaction has ended."""
    dialect = postgresql if db.session.get_bind().dialect.name == "postgresql" else sqlite
    start = {"municipality_id": current_municipality_id(), "number": 0, "hash": FIRST_HASH}
    db.session.execute(dialect.insert(LogHead).values(start).on_conflict_do_nothing())
    number, last = db.session.execute(select(LogHead.number, LogHead.hash).with_for_update()).one()
    return number, last
