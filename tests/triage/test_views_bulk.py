"""An act on many cases by its pages: what makes no sense changes nothing."""

from typing import Any

import pytest

from participation.accounts.models import Person
from participation.triage.models import ItemState
from tests.triage.bulk import done, items, prepared, submitted

BULK = "/vallensbaek/opgaver/samlet"


@pytest.mark.parametrize("item", ["", "x", "9" * 30])
def test_an_item_that_is_none_undoes_nothing(desk: Any, moderator: Person, item: str) -> None:
    bulk = done(moderator, "publish", [submitted(), submitted()])
    assert desk.post(f"{BULK}/{bulk.id}/fortryd", data={"item": item}).status_code == 404
    assert {each.state for each in items(bulk)} == {ItemState.DONE}


def test_one_item_is_undone_alone(desk: Any, moderator: Person) -> None:
    bulk = done(moderator, "publish", [submitted(), submitted()])
    assert desk.post(f"{BULK}/{bulk.id}/fortryd", data={"item": items(bulk)[0].id}).status_code == 302
    assert [each.state for each in items(bulk)] == [ItemState.UNDONE, ItemState.DONE]


def test_a_rate_that_is_no_number_spreads_nothing_anew(desk: Any, moderator: Person) -> None:
    bulk = prepared(moderator, "publish", [submitted() for _ in range(12)])
    promised = [each.promise_on for each in items(bulk)]
    assert bulk.rate and all(promised)
    refused = desk.post(f"{BULK}/{bulk.id}/frister", data={"rate": "mange", "latest": "engang"})
    assert refused.status_code == 422
    assert [each.promise_on for each in items(bulk)] == promised
    assert desk.post(f"{BULK}/{bulk.id}/frister", data={"same": "yes"}).status_code == 302
    assert [each.promise_on for each in items(bulk)] == [None] * 12
