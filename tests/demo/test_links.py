"""Whoever goes through the demonstration from link to link finds pages, and nothing that breaks."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from html import unescape
from typing import Any

from flask import Flask
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.municipalities.queries import all_municipalities
from tests.conftest import browser_of, new_browser

HOME = "/vallensbaek/"
READERS = ("resident", "owner", "administrator")
# Of pages that differ in their numbers and words alone so many are opened.
OF_A_KIND = 2
FOUND = {200, 301, 302, 303}


def kind_of(address: str) -> tuple[str, ...]:
    """The address without what changes from thing to thing, and the names of what is asked of it."""
    path, _, asked = address.partition("?")
    return (re.sub(r"\d+[^/]*", "1", path), *sorted(re.findall(r"(?:^|&)([^=&]+)=", asked)))


def links_in(page: str) -> Iterator[str]:
    for found in re.findall(r'href="([^"]*)"', page):
        address = unescape(found).partition("#")[0]
        if address.startswith(HOME):
            yield address


def broken_links(browser: Any) -> tuple[int, list[tuple[str, int]]]:
    """How many pages were opened from the front page on, and the addresses that are none."""
    waiting, seen, kinds, broken = deque([HOME]), {HOME}, Counter[tuple[str, ...]](), []
    while waiting:
        address = waiting.popleft()
        if kinds[kind_of(address)] == OF_A_KIND:
            continue
        kinds[kind_of(address)] += 1
        answer = browser.get(address)
        broken += [] if answer.status_code in FOUND else [(address, answer.status_code)]
        fresh = set(links_in(answer.text)) - seen if answer.mimetype == "text/html" else set()
        seen |= fresh
        waiting.extend(sorted(fresh))
    return sum(kinds.values()), broken


def test_every_link_leads_to_a_page(app: Flask, played: str) -> None:
    (place,) = [each for each in all_municipalities() if f"/{each.slug}/" == HOME]
    with municipality_context(place.id):
        people = [db.session.scalars(select(Person).where(Person.demo_key == key)).one() for key in READERS]
    for browser in (new_browser(app), *(browser_of(app, each) for each in people)):
        opened, broken = broken_links(browser)
        assert (opened > 50, broken) == (True, [])
