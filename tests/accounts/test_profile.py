"""Name, language, address, and closing the account."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select

from participation.accounts import queries
from participation.accounts.events import AccountClosed
from participation.accounts.models import Person, SignIn, SignInCode
from participation.extensions import db
from participation.foundation.clock import FAR_FUTURE, now
from participation.foundation.events import HANDLERS
from participation.mail import services as mail
from participation.mail.models import OutgoingMail
from tests.accounts.conftest import Visitor

PAGE = "/vallensbaek/min-side"
NEW = "new@example.org"


def test_a_visitor_is_asked_to_sign_in(client: Any) -> None:
    assert client.get(PAGE).location == "/vallensbaek/log-ind?next=/vallensbaek/min-side"


def test_a_name_is_given_and_leads_on(client_of: Any, citizen: Person) -> None:
    citizen.display_name = None
    form = {"name": "  Ada\u202e  L. ", "next": "/vallensbaek/regler"}
    assert client_of(citizen).post(f"{PAGE}/navn", data=form).location == "/vallensbaek/regler"
    assert citizen.public_name == "Ada L."


@pytest.mark.parametrize("name", ["", "A", "\u200b\u200b\u200b", "ada@example.org", "x" * 61])
def test_an_odd_name_is_refused(client_of: Any, citizen: Person, name: str) -> None:
    assert client_of(citizen).post(f"{PAGE}/navn", data={"name": name}).status_code == 422
    assert citizen.display_name == "Citizen"


def test_language_is_chosen(client_of: Any, citizen: Person) -> None:
    response = client_of(citizen).post(f"{PAGE}/sprog", data={"language": "en"})
    assert response.location == "/en/vallensbaek/min-side"
    assert citizen.language == "en"


def test_an_unknown_language_changes_nothing(client_of: Any, citizen: Person) -> None:
    client_of(citizen).post(f"{PAGE}/sprog", data={"language": "xx"})
    assert citizen.language == "da"


def test_a_new_address_is_proven_and_the_old_one_told(
    new_visitor: Callable[[], Visitor], citizen: Person, newest_letter: Callable[[], Any]
) -> None:
    old = citizen.email or ""
    here, there = new_visitor(), new_visitor()
    for browser in (here, there):
        browser.sign_in(old)
    here.browser.post(f"{PAGE}/e-mail", data={"email": NEW})
    assert citizen.email == old
    here.browser.post(f"{PAGE}/e-mail/kode", data={"code": here.newest_code()})
    assert citizen.email == NEW
    assert newest_letter().recipient == old
    assert here.is_signed_in
    assert not there.is_signed_in


def test_the_code_for_an_address_signs_nobody_in(visitor: Visitor, citizen: Person) -> None:
    visitor.sign_in(citizen.email or "")
    visitor.browser.post(f"{PAGE}/e-mail", data={"email": NEW})
    assert visitor.answer(visitor.newest_code()).location == "/vallensbaek/"
    assert queries.by_email(NEW) is None


def test_anothers_address_is_refused_only_to_its_owner(
    visitor: Visitor, citizen: Person, author: Person
) -> None:
    visitor.sign_in(citizen.email or "")
    asked = visitor.browser.post(f"{PAGE}/e-mail", data={"email": author.email})
    assert asked.location == f"{PAGE}/e-mail/kode"
    refusal = visitor.browser.post(f"{PAGE}/e-mail/kode", data={"code": visitor.newest_code()})
    assert refusal.status_code == 422
    assert "Der er allerede en anden konto" in refusal.text


def test_changing_the_address_wants_a_young_sign_in(client_of: Any, citizen: Person) -> None:
    browser = client_of(citizen)
    assert browser.get(f"{PAGE}/e-mail").status_code == 200
    with time_machine.travel(now() + timedelta(minutes=16), tick=False):
        response = browser.post(f"{PAGE}/e-mail", data={"email": NEW})
    assert response.location == "/vallensbaek/log-ind?next=/vallensbaek/min-side/e-mail"
    assert db.session.scalars(select(SignInCode)).all() == []


def test_closing_takes_name_and_address_away(
    visitor: Visitor, citizen: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[int] = []
    monkeypatch.setitem(HANDLERS, AccountClosed, [lambda event: heard.append(event.person.id)])
    email = citizen.email or ""
    visitor.sign_in(email)
    assert "tidligere bruger" in visitor.browser.get(f"{PAGE}/luk-konto").text
    response = visitor.browser.post(f"{PAGE}/luk-konto")
    assert visitor.browser.get(response.location).status_code == 200
    assert heard == [citizen.id]
    assert (citizen.email, citizen.email_key, citizen.display_name) == (None, None, None)
    assert citizen.public_name is None
    for model in (SignIn, SignInCode, OutgoingMail):
        assert db.session.scalars(select(model)).all() == []
    assert not visitor.is_signed_in


def test_a_closed_address_begins_anew(visitor: Visitor, citizen: Person) -> None:
    email = citizen.email or ""
    visitor.sign_in(email)
    visitor.browser.post(f"{PAGE}/luk-konto")
    visitor.sign_in(email)
    person = queries.by_email(email)
    assert person is not None
    assert person.id != citizen.id


def test_the_page_lists_where_one_is_signed_in(client_of: Any, citizen: Person) -> None:
    page = client_of(citizen).get(PAGE).text
    assert "den, du bruger nu" in page
    assert citizen.email is not None
    assert citizen.email in page


def test_the_last_administrator_does_not_leave(client_of: Any, administrator: Person) -> None:
    response = client_of(administrator).post(f"{PAGE}/luk-konto")
    assert response.status_code == 422
    assert "Giv først rollen til en anden" in response.text
    assert administrator.closed_at is None


def test_what_waits_follows_the_person_and_codes_stay(visitor: Visitor, citizen: Person) -> None:
    """A code is proof of an address, so it never reaches another one."""
    old = citizen.email or ""
    visitor.sign_in(old)
    visitor.browser.post(f"{PAGE}/e-mail", data={"email": NEW})
    code = visitor.newest_code()
    for kind in ("of.the.person", "accounts.code"):
        mail.post(kind=kind, recipient=old, language="da", context={})
    visitor.browser.post(f"{PAGE}/e-mail/kode", data={"code": code})
    waiting = select(OutgoingMail).where(OutgoingMail.due_at < FAR_FUTURE).order_by(OutgoingMail.id)
    assert [(each.kind, each.recipient) for each in db.session.scalars(waiting)] == [
        ("of.the.person", NEW),
        ("accounts.code", old),
        ("accounts.email_changed", old),
    ]
    sent = select(OutgoingMail.recipient).where(OutgoingMail.sent_at.is_not(None)).order_by(OutgoingMail.id)
    assert db.session.scalars(sent).all() == [old, NEW]
