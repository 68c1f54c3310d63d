"""The form of what is hashed, to the letter, and the kinds of words that never come into it."""

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from hashlib import sha256

import pytest

from participation.moderation.rules.chain import FIRST_HASH, codes, fingerprint, moment

ENTRY = {
    "municipality_id": 3,
    "number": 1,
    "at": datetime(2026, 11, 22, 5, 47, 40, 123, tzinfo=UTC),
    "actor_id": None,
    "kind": "idea_moved",
    "subjects": {"move_id": 9, "idea_id": 7},
    "facts": {"reason": "nævn", "move": None},
    "previous_hash": FIRST_HASH,
}
CANONICAL = (
    '{"actor_id":null,"at":"2026-11-22T05:47:40.000123Z","facts":{"move":null,"reason":"n\\u00e6vn"},'
    '"kind":"idea_moved","municipality_id":3,"number":1,"previous_hash":"' + "0" * 64 + '",'
    '"subjects":{"idea_id":7,"move_id":9}}'
)


class Colour(StrEnum):
    GREEN = "green"


def test_hash_is_of_the_documented_form() -> None:
    assert fingerprint(ENTRY) == sha256(CANONICAL.encode("ascii")).hexdigest()


def test_what_is_not_hashed_changes_nothing() -> None:
    assert fingerprint({**ENTRY, "hash": "x"}) == fingerprint(ENTRY)


def test_moments_are_the_same_in_every_zone() -> None:
    there = ENTRY["at"].astimezone(timezone(timedelta(hours=2)))  # type: ignore[attr-defined]
    assert moment(there) == "2026-11-22T05:47:40.000123Z"


def test_facts_are_codes_and_whole_numbers() -> None:
    facts = {"move": Colour.GREEN, "ids": (1, 2), "is_new": True, "until": datetime(2026, 1, 1, tzinfo=UTC)}
    assert codes(facts) == {
        "move": "green",
        "ids": [1, 2],
        "is_new": True,
        "until": "2026-01-01T00:00:00+00:00",
    }


@pytest.mark.parametrize("words", ["to ord", "navn@eksempel.dk", "æ", "x" * 81, 1.5, b"x", object()])
def test_words_are_refused(words: object) -> None:
    with pytest.raises(ValueError, match="codes and whole numbers"):
        codes({"said": words})
