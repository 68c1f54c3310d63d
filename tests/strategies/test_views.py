"""An administrator loads a file, sees the difference, and publishes what was looked at."""

import re
from io import BytesIO
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.strategies import queries
from participation.strategies.models import Strategy
from tests.strategies.library import library
from tests.strategies.test_services import CHANGED, SMALL, load, published

HOME = "/vallensbaek/indstillinger/strategi/"


def upload(browser: Any, content: str | bytes) -> Any:
    content = content.encode() if isinstance(content, str) else content
    return browser.post(HOME, data={"file": (BytesIO(content), "strategy.yaml")})


def test_a_file_is_loaded_looked_at_and_published(client_of: Any, administrator: Person) -> None:
    browser = client_of(administrator)
    place = upload(browser, library("vallensbaek-2022")).location
    page = browser.get(place).text
    assert "Borgerne kan ikke se strategien endnu" in page
    strategy = queries.all_strategies()[0]

    assert browser.post(f"{place}/offentliggoer", data={"version": strategy.version}).status_code == 302
    assert queries.current_strategy()


def test_the_example_on_the_page_can_be_loaded(client_of: Any, administrator: Person) -> None:
    browser = client_of(administrator)
    example = re.search(r"<pre[^>]*>(.*?)</pre>", browser.get(HOME).text, re.DOTALL)
    assert example
    answer = browser.post(HOME, data={"file": (BytesIO(example[1].encode()), "strategi.md")})
    assert answer.status_code == 302, answer.text
    assert queries.all_strategies()[0].title == "Udviklingsstrategi 2030"


def test_the_difference_is_shown_word_for_word(client_of: Any, administrator: Person) -> None:
    strategy_id = published().id
    browser = client_of(administrator)

    page = browser.get(upload(browser, CHANGED).location).text

    assert "<ins><b>Tilføjet:</b> mange" in page
    assert "Mål: Bier" in page
    strategy = db.session.get_one(Strategy, strategy_id)
    browser.post(f"{HOME}{strategy_id}/fortryd", data={"version": strategy.version})
    assert queries.changes_awaiting(strategy) == []


def test_publish_answers_stale_when_a_newer_file_came(client_of: Any, administrator: Person) -> None:
    strategy = published()
    load(CHANGED)
    seen = strategy.version
    load(CHANGED.replace("mange flere", "langt flere"))
    browser = client_of(administrator)

    assert browser.post(f"{HOME}{strategy.id}/offentliggoer", data={"version": seen}).status_code == 409
    assert browser.post(f"{HOME}{strategy.id}/fortryd", data={}).status_code == 409
    assert queries.changes_awaiting(strategy)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            SMALL.replace("number: 2", "number: two"),
            "<b>themes.1.goals.2.number</b>: Her skal stå et helt tal.",
        ),
        (SMALL.replace("0187", "0161"), "Filen hører til kommunen med koden 0161"),
        ("", "Vælg en fil"),
        ("title: ørn".encode("latin-1"), "UTF-8"),
    ],
)
def test_a_file_that_cannot_be_loaded_is_explained(
    client_of: Any, administrator: Person, content: str | bytes, message: str
) -> None:
    response = upload(client_of(administrator), content)

    assert response.status_code == 422
    assert message in response.text
    assert queries.all_strategies() == []


def test_a_large_file_is_read_and_two_megabytes_are_not(client_of: Any, administrator: Person) -> None:
    browser = client_of(administrator)
    too_large = b"x" * 2_000_000

    assert upload(browser, f"{SMALL}#{'x' * 300_000}").status_code == 302
    refused = browser.post(HOME, data=too_large, content_type="multipart/form-data; boundary=x")
    assert refused.status_code == 413


@pytest.mark.parametrize("role", ["citizen", "moderator"])
def test_pages_are_for_administrators(client_of: Any, request: Any, role: str) -> None:
    strategy = published()
    browser = client_of(request.getfixturevalue(role))

    assert browser.get(f"{HOME}{strategy.id}").status_code == 403
    assert browser.post(f"{HOME}{strategy.id}/offentliggoer").status_code == 403
    assert upload(browser, SMALL).status_code == 403
