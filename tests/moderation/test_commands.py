"""`flask moderation verify-log` after somebody with the database in hand has tampered with the log."""

from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import delete, func, insert, select, text, update

from participation.accounts.models import Person
from participation.extensions import db
from participation.moderation.models import LogEntry, LogHead
from participation.moderation.queries import log
from participation.moderation.rules.chain import HASHED, fingerprint
from participation.moderation.services.hiding import hide_idea
from tests.factories.ideas import IdeaFactory

TRIGGERS = {
    "log_entries_unchanged": "log_entries",
    "log_entries_kept": "log_entries",
    "log_heads_kept": "log_heads",
    "log_heads_forward": "log_heads",
}
NUMBERS = range(1, 6)


@pytest.fixture
def chain(moderator: Person) -> None:
    """Five entries, and nothing in the database that guards them any more."""
    for _ in NUMBERS:
        hide_idea(actor=moderator, idea=IdeaFactory(), reason_code="code", sentence="Sådan er det.")
    db.session.commit()
    is_sqlite = db.session.get_bind().dialect.name == "sqlite"
    for name, table in TRIGGERS.items():
        db.session.execute(text(f"DROP TRIGGER {name}" + ("" if is_sqlite else f" ON {table}")))


@pytest.fixture
def verify(app: Flask, chain: None) -> Callable[..., Result]:
    def run(*arguments: str) -> Result:
        db.session.commit()
        result = app.test_cli_runner().invoke(args=["moderation", "verify-log", *arguments])
        db.session.expire_all()
        return result

    return run


def change(number: int, **values: Any) -> None:
    db.session.execute(update(LogEntry).where(LogEntry.number == number).values(**values))


def values_of(number: int) -> dict[str, Any]:
    entry = db.session.scalars(select(LogEntry).where(LogEntry.number == number)).one()
    return {name: getattr(entry, name) for name in (*HASHED, "hash")}


def change_a_field() -> None:
    change(3, subjects={"idea_id": 1})


def change_the_actor() -> None:
    change(3, actor_id=None)


def change_the_moment() -> None:
    change(3, at=values_of(2)["at"])


def change_a_hash() -> None:
    change(3, hash="f" * 64)


def change_and_hash_again() -> None:
    entry = {**values_of(3), "kind": "role_changed"}
    change(3, kind="role_changed", hash=fingerprint(entry))


def remove_an_entry() -> None:
    db.session.execute(delete(LogEntry).where(LogEntry.number == 3))


def remove_the_beginning() -> None:
    db.session.execute(delete(LogEntry).where(LogEntry.number <= 2))


def cut_the_tail() -> None:
    db.session.execute(delete(LogEntry).where(LogEntry.number >= 4))


def exchange_entries() -> None:
    third, fourth = values_of(3), values_of(4)
    for number, other in ((3, fourth), (4, third)):
        change(number, **{name: other[name] for name in other if name not in ("municipality_id", "number")})


def add_an_entry() -> None:
    entry = {**values_of(5), "number": 6, "previous_hash": values_of(5)["hash"]}
    db.session.execute(insert(LogEntry).values({**entry, "hash": fingerprint(entry)}))


def change_the_last_and_hash_again() -> None:
    entry = {**values_of(5), "actor_id": None}
    change(5, actor_id=None, hash=fingerprint(entry))


TAMPERINGS = {
    change_a_field: "Entry 3 has been changed",
    change_the_actor: "Entry 3 has been changed",
    change_the_moment: "Entry 3 has been changed",
    change_a_hash: "Entry 3 has been changed",
    change_and_hash_again: "Entry 4 does not follow",
    remove_an_entry: "Entry 3 is missing",
    remove_the_beginning: "Entry 1 is missing",
    cut_the_tail: "The log ends at entry 3, but it has ended later",
    exchange_entries: "Entry 3 has been changed",
    add_an_entry: "Entry 6 stands after the end",
    change_the_last_and_hash_again: "Entry 5 has been changed",
}


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__)
def test_the_first_broken_entry_is_named(verify: Callable[..., Result], tamper: Callable[[], None]) -> None:
    tamper()
    result = verify()
    assert result.exit_code == 1
    assert f"vallensbaek: {TAMPERINGS[tamper]}" in result.stderr


def test_a_whole_chain_is_proven(verify: Callable[..., Result]) -> None:
    result = verify("--municipality", "vallensbaek")
    assert (result.exit_code, result.output) == (0, f"vallensbaek 5 {log.end_of_chain()[1]}\n")


def test_an_unknown_municipality_is_an_error(verify: Callable[..., Result]) -> None:
    assert verify("--municipality", "atlantis").exit_code == 1


def test_a_log_written_anew_is_found_by_what_was_known_of_it(verify: Callable[..., Result]) -> None:
    known = verify().output.strip()
    assert verify("--known", known).exit_code == 0
    entry = {**values_of(5), "actor_id": None}
    change(5, actor_id=None, hash=fingerprint(entry))
    db.session.execute(update(LogHead).values(hash=fingerprint(entry)))
    assert verify().exit_code == 0
    result = verify("--known", known)
    assert result.exit_code == 1 and "not the one" in result.stderr
    assert db.session.scalar(select(func.count()).select_from(LogEntry)) == 5


@pytest.mark.parametrize("known", [f"atlantis 5 {'0' * 64}", "vallensbaek 5", "vallensbaek x y"])
def test_a_known_line_that_proves_nothing_is_an_error(verify: Callable[..., Result], known: str) -> None:
    result = verify("--known", known)
    assert result.exit_code == 1 and "The known line is not one of theirs." in result.output
