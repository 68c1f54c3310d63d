"""From an address by a code to being signed in, and every way in which that is refused."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select

from participation.accounts import queries
from participation.accounts.events import SignedIn
from participation.accounts.models import Person, SignIn, SignInCode
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import HANDLERS
from participation.mail.models import OutgoingMail
from tests.accounts.conftest import CODE, Visitor

NEW = "new@example.org"


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1000000:06d}"


def test_a_new_address_is_signed_in_where_it_came_from(visitor: Visitor) -> None:
    response = visitor.sign_in(NEW, next="/vallensbaek/regler")
    assert response.location == "/vallensbaek/regler"
    assert visitor.is_signed_in
    person = queries.by_email("NEW@example.org")
    assert person is not None
    assert person.age_confirmed_at is not None
    assert person.display_name is None


def test_a_known_address_needs_no_tick(visitor: Visitor, citizen: Person) -> None:
    visitor.ask(citizen.email or "")
    assert visitor.answer(visitor.newest_code()).status_code == 302
    assert visitor.is_signed_in


def test_a_new_address_needs_the_tick_and_keeps_its_code(visitor: Visitor) -> None:
    visitor.ask(NEW)
    code = visitor.newest_code()
    refusal = visitor.answer(code)
    assert refusal.status_code == 422
    assert "Sæt kryds ved, at du er fyldt 15 år." in refusal.text
    assert queries.by_email(NEW) is None
    assert visitor.answer(code, is_old_enough="y").status_code == 302


def test_known_and_unknown_addresses_are_answered_alike(
    new_visitor: Callable[[], Visitor], citizen: Person
) -> None:
    pages = []
    for email in (citizen.email or "", NEW):
        visitor = new_visitor()
        asked = visitor.ask(email)
        page = visitor.browser.get(CODE).text.replace(email, "EMAIL")
        token = page.partition('csrf_token" value="')[2].partition('"')[0]
        pages.append((asked.status_code, asked.location, page.replace(token, "TOKEN")))
    assert pages[0] == pages[1]


def test_the_page_says_the_address_and_helps_the_phone(visitor: Visitor) -> None:
    visitor.ask(NEW)
    page = visitor.browser.get(CODE).text
    assert NEW in page
    assert 'autocomplete="one-time-code"' in page
    assert 'inputmode="numeric"' in page


def test_what_is_no_address_is_refused(visitor: Visitor) -> None:
    response = visitor.ask("navn@")
    assert response.status_code == 422
    assert "Det ligner ikke en mailadresse" in response.text


def test_a_wrong_code_says_how_many_tries_are_left(visitor: Visitor) -> None:
    visitor.ask(NEW)
    code = visitor.newest_code()
    texts = [visitor.answer(wrong(code), is_old_enough="y").text for _ in range(5)]
    assert "Du har 4 forsøg tilbage" in texts[0]
    assert "Du har ét forsøg tilbage" in texts[3]
    assert "det var sidste forsøg" in texts[4]
    assert "Du har prøvet fem gange" in visitor.answer(code, is_old_enough="y").text
    assert not visitor.is_signed_in


def test_spaces_in_the_code_are_no_mistake(visitor: Visitor) -> None:
    visitor.ask(NEW)
    code = visitor.newest_code()
    assert visitor.answer(f" {code[:3]} {code[3:]} ", is_old_enough="y").status_code == 302


def test_an_old_code_is_refused(visitor: Visitor) -> None:
    visitor.ask(NEW)
    code = visitor.newest_code()
    with time_machine.travel(now() + timedelta(minutes=10, seconds=1), tick=False):
        assert "Koden er for gammel" in visitor.answer(code, is_old_enough="y").text


def test_a_code_works_once(visitor: Visitor) -> None:
    visitor.ask(NEW)
    code, before = visitor.newest_code(), visitor.token
    assert visitor.answer(code, is_old_enough="y").status_code == 302
    visitor.browser.set_cookie("session", before)
    assert visitor.answer(code, is_old_enough="y").location == "/vallensbaek/log-ind"
    assert not visitor.is_signed_in


def test_only_the_newest_code_works(visitor: Visitor) -> None:
    visitor.ask(NEW)
    first = visitor.newest_code()
    visitor.ask(NEW)
    second = visitor.newest_code()
    assert visitor.answer(first, is_old_enough="y").status_code == (302 if first == second else 422)
    assert visitor.answer(second, is_old_enough="y").status_code == 302


def test_another_browser_cannot_use_the_code(new_visitor: Callable[[], Visitor]) -> None:
    asking, other = new_visitor(), new_visitor()
    asking.ask(NEW)
    code = asking.newest_code()
    assert other.answer(code, is_old_enough="y").location == "/vallensbaek/log-ind"
    other.ask("other@example.org")
    assert other.answer(code, is_old_enough="y").status_code == 422
    assert not other.is_signed_in


def test_neither_code_nor_token_is_stored_in_clear(visitor: Visitor) -> None:
    visitor.ask(NEW)
    code = visitor.newest_code()
    row = db.session.scalars(select(SignInCode)).one()
    mail = db.session.scalars(select(OutgoingMail)).one()
    assert code not in str(row.code_hash)
    assert code not in str(mail.context)
    assert visitor.token not in (row.browser_hash, str(row.code_hash))


def test_signing_in_gives_the_browser_a_new_token(visitor: Visitor) -> None:
    visitor.ask(NEW)
    before = visitor.token
    visitor.answer(visitor.newest_code(), is_old_enough="y")
    assert visitor.token != before


def test_the_intent_is_told_when_the_code_is_right(
    visitor: Visitor, signed_in_events: list[SignedIn]
) -> None:
    visitor.ask(NEW, intent="votes.support:7")
    assert signed_in_events == []
    visitor.answer(visitor.newest_code(), is_old_enough="y")
    assert [event.intent for event in signed_in_events] == ["votes.support:7"]


@pytest.mark.parametrize(
    "intent",
    ["votes.support:7; DROP", "votes.support:9999999999999999999", f"votes.{'x' * 80}:7"],
)
def test_an_odd_intent_is_dropped(visitor: Visitor, signed_in_events: list[SignedIn], intent: str) -> None:
    visitor.sign_in(NEW, intent=intent)
    assert [event.intent for event in signed_in_events] == [""]


def test_a_refused_intent_leaves_the_person_signed_in(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(event: SignedIn) -> None:
        event.person.display_name = "half done"
        raise RuleViolation("The code is not right. You have one try left.")

    monkeypatch.setitem(HANDLERS, SignedIn, [refuse])
    assert visitor.sign_in(NEW, intent="votes.support:7").status_code == 302
    assert "ét forsøg" in visitor.browser.get("/vallensbaek/min-side").text
    person = queries.by_email(NEW)
    assert person is not None
    assert person.display_name is None


@pytest.mark.parametrize(
    "address",
    ["//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example/", "\t//evil.example"],
)
def test_nobody_is_led_to_another_site(visitor: Visitor, address: str) -> None:
    assert visitor.sign_in(NEW, next=address).location == "/vallensbaek/"


def test_an_address_gets_only_so_many_codes(new_visitor: Callable[[], Visitor]) -> None:
    answers = [new_visitor().ask(NEW) for _ in range(7)]
    assert [answer.status_code for answer in answers] == [302] * 6 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert new_visitor().ask("other@example.org").status_code == 302


def test_staff_are_refused_in_production(
    visitor: Visitor, moderator: Person, with_settings: Callable[..., None]
) -> None:
    visitor.ask(moderator.email or "")
    code = visitor.newest_code()
    with_settings(environment="production")
    refusal = visitor.answer(code)
    assert refusal.status_code == 422
    assert "Medarbejdere kan ikke logge ind med en kode alene" in refusal.text
    with_settings(allows_staff_without_second_factor=True)
    assert visitor.answer(code).status_code == 302


def test_a_resident_who_becomes_staff_is_signed_out_in_production(
    client_of: Any, moderator: Person, with_settings: Callable[..., None]
) -> None:
    browser = client_of(moderator)
    assert browser.get("/vallensbaek/min-side").status_code == 200
    with_settings(environment="production")
    assert browser.get("/vallensbaek/min-side").status_code == 302


def test_sign_in_leads_to_the_language_of_the_account(visitor: Visitor, citizen: Person) -> None:
    citizen.language = "en"
    response = visitor.sign_in(citizen.email or "", next="/vallensbaek/regler")
    assert response.location == "/en/vallensbaek/regler"


def test_the_mail_speaks_the_language_of_the_page(visitor: Visitor, newest_letter: Callable[[], Any]) -> None:
    visitor.browser.post("/en/vallensbaek/log-ind", data={"email": NEW})
    assert newest_letter().text.startswith("Your code is ")


def test_signing_out_ends_it_on_the_server(visitor: Visitor) -> None:
    visitor.sign_in(NEW)
    before = visitor.token
    visitor.browser.post("/vallensbaek/log-ud")
    visitor.browser.set_cookie("session", before)
    assert not visitor.is_signed_in
    assert db.session.scalars(select(SignIn)).all() == []


@pytest.mark.parametrize("address", ["/en//evil.example", "//evil.example", "/\\evil.example", "https:evil"])
def test_signing_in_leads_to_no_other_site(visitor: Visitor, citizen: Person, address: str) -> None:
    visitor.ask(citizen.email or "", next=address)
    response = visitor.answer(visitor.newest_code(), is_old_enough="y")
    assert response.status_code == 302
    assert re.match("/[a-z]", response.location)
