"""An organisation from its application to its next board; and whoever was removed is out at once."""

import re
import time
from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import PATIENCE, Visitor

TOWN = "vallensbaek"
pytestmark = pytest.mark.browser


def sign_in_by_mail(person: Visitor, address: str, name: str) -> None:
    """Get an account with a name."""
    person.go(f"/{TOWN}/log-ind")
    person.sign_in_with_code(TOWN, address)
    person.page.wait_for_url(lambda url: "log-ind" not in url)
    person.go(f"/{TOWN}/min-side/navn")
    person.fill("Dit navn på siden", name)
    person.press("Fortsæt")
    person.is_at("Min side")


def open_invitation(person: Visitor, address: str, name: str) -> None:
    """Follow the link in the newest mail that invites the address."""
    end = time.monotonic() + PATIENCE
    person.go(f"/{TOWN}/_post/")
    letter = person.page.get_by_role("article").filter(has_text=address).filter(has_text="Invitation til")
    while not letter.count():
        assert time.monotonic() < end, f"no invitation to {address}"
        person.page.reload()
    person.go(letter.first.get_by_role("link").get_attribute("href") or "")
    link = re.search(r"http\S+/sig-ja/\S+", person.page.get_by_role("main").inner_text())
    assert link is not None
    person.page.goto(link[0])
    person.is_at(f"Invitation til {name}")


def test_from_application_to_the_next_board(visit: Callable[[], Visitor], stranger: str) -> None:
    name, heir = f"Sangkoret {uuid4().hex[:6]}", f"{uuid4().hex[:12]}@eksempel.dk"
    founder, desk, singer, next_one = visit(), visit(), visit(), visit()

    sign_in_by_mail(singer, stranger, "Alt Astrid")
    sign_in_by_mail(next_one, heir, "Tenor Tage")
    founder.sign_in_as(TOWN, "resident")
    founder.go(f"/{TOWN}/foreninger/ny")
    founder.fill("Hvad hedder I?", name)
    founder.page.get_by_label("Uformel gruppe").check()
    founder.page.get_by_label("Kontakten er fyldt 18 år").check()
    founder.press("Send ansøgningen")
    founder.is_at(name)
    founder.sees("Venter på kommunen")

    desk.sign_in_as(TOWN, "moderator")
    desk.go(f"/{TOWN}/opgaver/?kind=organisation")
    desk.follow(name)
    desk.is_at(name)
    desk.page.get_by_label("Godkend").check()
    desk.press("Svar")
    desk.sees("Det er gjort")

    founder.page.reload()
    founder.sees("Godkendt")
    invite(founder, stranger, "Redaktør")
    open_invitation(singer, stranger, name)
    singer.press("Ja, jeg vil være med")
    singer.is_at(name)
    inside = singer.page.url

    propose(singer, name)
    hand_over(founder, heir)
    open_invitation(next_one, heir, name)
    next_one.press("Ja, jeg vil være med")
    next_one.is_at(name)
    founder.page.reload()
    expect(founder.page.get_by_role("link", name="Inviter en person")).to_have_count(0)

    next_one.page.get_by_role("link", name="Fjern – Alt Astrid").click()
    next_one.is_at("Fjern Alt Astrid")
    next_one.press("Fjern")
    next_one.sees("Det gælder fra nu af")
    answer = singer.page.goto(inside)
    assert answer is not None
    assert answer.status == 403


def invite(owner: Visitor, address: str, role: str) -> None:
    owner.follow("Inviter en person")
    owner.is_at("Inviter en person")
    owner.fill("Mailadresse", address)
    owner.page.get_by_label(role).check()
    owner.press("Send invitationen")
    owner.sees("Invitationen er sendt")


def propose(singer: Visitor, name: str) -> None:
    """On behalf of the organisation, from the page inside."""
    singer.follow("Foreslå en idé i dens navn")
    singer.is_at("Foreslå en idé")
    title = f"Et klaver i biblioteket {uuid4().hex[:6]}"
    singer.fill("Hvad vil du gerne have?", title)
    singer.fill("Hvorfor, og for hvem?", "Så alle kan synge med.")
    expect(singer.page.get_by_label("På vegne af")).to_have_value(
        singer.page.get_by_role("option", name=name).get_attribute("value") or "?"
    )
    singer.press("Se og send")
    singer.sees(f"Du sender den på vegne af {name}")
    singer.press("Send idéen")
    singer.is_at("Tak for din idé")


def hand_over(owner: Visitor, address: str) -> None:
    owner.follow("Giv den videre til den næste bestyrelse")
    owner.is_at("Giv den videre til den næste bestyrelse")
    owner.fill("Mailadresse", address)
    owner.page.get_by_label("Jeg bliver som medlem").check()
    owner.press("Send invitationen")
    owner.sees("indtil den nye har sagt ja")
