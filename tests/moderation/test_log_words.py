"""The internal log's small print: words for every code that an act notes, in both languages."""

import ast
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.config import ROOT
from participation.extensions import db
from participation.moderation.services.log import write_noted_acts
from participation.moderation.services.suspending import suspend
from participation.moderation.views import log_facts
from participation.moderation.views.log_facts import FACTS, FLAGS, IN_THE_SENTENCE
from participation.municipalities.models import Municipality, Reason
from participation.papers.forms import CHANNELS
from tests.moderation.dates import in_days


def noted() -> Iterator[str]:
    """The name of each fact, as the source of the acts has it."""
    for source in (ROOT / "participation").rglob("events*/*.py"):
        yield from _names(source.read_text())
    for source in (ROOT / "participation").rglob("events.py"):
        yield from _names(source.read_text())


def _names(source: str) -> Iterator[str]:
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef) and function.name == "facts":
            for each in ast.walk(function):
                if isinstance(each, ast.Dict):
                    yield from (key.value for key in each.keys if isinstance(key, ast.Constant))


def test_every_fact_has_words() -> None:
    names = set(noted())
    assert {"reason", "move", "filters"} <= names
    assert names <= FACTS.keys() | FLAGS.keys() | IN_THE_SENTENCE


def test_the_channels_are_called_as_in_the_form() -> None:
    assert {choice.value for choice in CHANNELS} == {channel.value for channel in log_facts.CHANNELS}


FACTS_IN_WORDS = [
    ({"reason": "offensive"}, "begrundelse: Den sårer nogen"),
    ({"reason": "cpr"}, "begrundelse: Der stod et CPR-nummer"),
    ({"to": 7, "reason": "absence"}, "begrundelse: Ferie eller fravær"),
    ({"to": 7, "reason": "none"}, ""),
    ({"settings": ["appeal_address"]}, "indstillinger: Hvem ser på det igen"),
    ({"settings": 12, "is_new": True}, "indstillinger: 12, ny"),
    (
        {"list": "tasks", "format": "csv", "filters": {"kind": "answer"}},
        "liste: Opgaver, fil: CSV, filtreret",
    ),
    ({"until": "2026-05-01T21:59:59+00:00"}, "til og med: 1. maj 2026"),
    (
        {"channel": "class", "received_on": "2026-05-01"},
        "sådan kom den: Fra en skoleklasse, modtaget den: 1.",
    ),
    ({"holds_everything": True, "is_sign_up_closed": False}, "alt nyt holdes tilbage"),
    ({"verdict": "upheld"}, "resultat: "),
    ({"change": "reach"}, "ændring: nået"),
    ({"act": "split"}, "ændring: "),
    ({"side": "organisation"}, "hvem sagde ja: foreningen"),
    ({"place": "waiting"}, "plads: venter på en plads"),
    ({"a_later_one": 3}, "a_later_one: 3"),
]


@pytest.mark.parametrize(("facts", "words"), FACTS_IN_WORDS)
def test_facts_in_words(
    app: Any, municipality: Municipality, rule: Reason, facts: dict[str, Any], words: str
) -> None:
    with app.test_request_context("/vallensbaek/"):
        line = log_facts.said(facts, log_facts.rules_in_words())
    assert line.startswith(words) and bool(line) == bool(words)


def test_a_page_says_no_codes(
    administrator: Person, author: Person, rule: Reason, client_of: Callable[[Person], Any]
) -> None:
    why = {"reason_code": "offensive", "sentence": "Tonen."}
    suspend(actor=administrator, person=author, until=in_days(9), **why)
    db.session.flush()
    write_noted_acts()
    address, desk = "/vallensbaek/indstillinger/hvem-gjorde-hvad", client_of(administrator)
    page = desk.get(address).text
    assert "begrundelse: Den sårer nogen" in page and "offensive" not in page
    assert "reason: " in desk.get(f"/en{address}").text
