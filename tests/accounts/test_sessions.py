"""How long a sign-in lasts, and that it ends when it is ended."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import Connection, event, select
from sqlalchemy.exc import OperationalError

from participation.accounts.models import Person, SignIn
from participation.accounts.services import sessions
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.tenancy import municipality_context
from participation.municipalities.models import Municipality
from participation.web.sessions import token_hash
from tests.accounts.conftest import Visitor

PAGE = "/vallensbaek/min-side"


def status_after(browser: Any, pause: timedelta) -> int:
    with time_machine.travel(now() + pause, tick=False):
        status: int = browser.get(PAGE).status_code
    return status


@pytest.mark.parametrize(("days", "status"), [(29, 200), (30, 302)])
def test_an_idle_resident_is_signed_out(client_of: Any, citizen: Person, days: int, status: int) -> None:
    assert status_after(client_of(citizen), timedelta(days=days)) == status


@pytest.mark.parametrize(("hours", "status"), [(7, 200), (8, 302)])
def test_idle_staff_are_signed_out_sooner(client_of: Any, moderator: Person, hours: int, status: int) -> None:
    assert status_after(client_of(moderator), timedelta(hours=hours)) == status


def test_a_sign_in_ends_after_half_a_year_of_use(client_of: Any, citizen: Person) -> None:
    browser = client_of(citizen)
    statuses = [status_after(browser, timedelta(days=days)) for days in range(20, 200, 20)]
    assert statuses == [200] * 8 + [302]


def test_reading_notes_the_hour_and_not_each_page(client_of: Any, citizen: Person) -> None:
    browser = client_of(citizen)
    first = db.session.scalars(select(SignIn.last_seen_at)).one()
    browser.get(PAGE)
    assert db.session.scalars(select(SignIn.last_seen_at)).one() == first
    assert status_after(browser, timedelta(hours=2)) == 200
    assert db.session.scalars(select(SignIn.last_seen_at)).one() > first + timedelta(hours=1)


def test_the_other_municipality_stays_signed_in(
    visitor: Visitor, stranger: Person, other_municipality: Municipality
) -> None:
    visitor.ask("new@example.org")
    with municipality_context(other_municipality.id):
        db.session.add(
            SignIn(browser_token_hash=token_hash(visitor.token), browser="", person_id=stranger.id)
        )
        db.session.flush()
    visitor.answer(visitor.newest_code(), is_old_enough="y")
    assert visitor.browser.get("/glostrup/min-side").status_code == 200
    visitor.browser.post("/vallensbaek/log-ud")
    assert visitor.browser.get("/glostrup/min-side").status_code == 200
    assert not visitor.is_signed_in


def test_one_sign_in_is_ended(new_visitor: Callable[[], Visitor], citizen: Person) -> None:
    here, there = new_visitor(), new_visitor()
    for browser in (here, there):
        browser.sign_in(citizen.email or "")
    row = db.session.scalars(select(SignIn).where(SignIn.browser_token_hash == token_hash(there.token))).one()
    here.browser.post(f"{PAGE}/enheder/{row.id}/log-ud")
    assert here.is_signed_in
    assert not there.is_signed_in


def test_nobody_ends_anothers_sign_in(client_of: Any, citizen: Person, author: Person) -> None:
    theirs = client_of(author)
    row = db.session.scalars(select(SignIn)).one()
    assert client_of(citizen).post(f"{PAGE}/enheder/{row.id}/log-ud").status_code == 302
    assert theirs.get(PAGE).status_code == 200


def test_all_others_are_ended(new_visitor: Callable[[], Visitor], citizen: Person) -> None:
    visitors = [new_visitor() for _ in range(3)]
    for browser in visitors:
        browser.sign_in(citizen.email or "")
    visitors[0].browser.post(f"{PAGE}/enheder/log-ud")
    assert [browser.is_signed_in for browser in visitors] == [True, False, False]


def test_dead_sign_ins_are_forgotten(client_of: Any, citizen: Person) -> None:
    client_of(citizen)
    sessions.forget_sign_ins()
    assert len(db.session.scalars(select(SignIn)).all()) == 1
    with time_machine.travel(now() + timedelta(days=31), tick=False):
        sessions.forget_sign_ins()
    assert db.session.scalars(select(SignIn)).all() == []


def test_reading_goes_on_when_nothing_can_be_written(
    client_of: Any, citizen: Person, connection: Connection
) -> None:
    def full(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("UPDATE sign_ins"):
            raise OperationalError(statement, None, Exception("database or disk is full"))

    browser = client_of(citizen)
    event.listen(connection, "before_cursor_execute", full)
    assert status_after(browser, timedelta(hours=2)) == 200
