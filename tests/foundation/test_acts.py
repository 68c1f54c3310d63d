"""Whoever subscribes to acts hears of every one, whatever its class."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from participation.foundation.actors import Nobody
from participation.foundation.events import HANDLERS, Act, publish, subscribe


@dataclass(frozen=True, kw_only=True)
class Painted(Act):
    """An act like any other."""

    colour: str


@pytest.fixture
def heard() -> Iterator[list[Act]]:
    acts: list[Act] = []
    handler = subscribe(Act)(acts.append)
    yield acts
    HANDLERS[Act].remove(handler)


def test_an_act_reaches_those_who_want_all_acts(heard: list[Act]) -> None:
    act = Painted(actor=Nobody(), colour="green")
    publish(act)
    publish(object())
    assert heard == [act]
