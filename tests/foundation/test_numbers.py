"""Rows' numbers as people, browsers and attackers spell them."""

import pytest

from participation.foundation.numbers import LARGEST_ID, row_id


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("007", 7),
        (str(LARGEST_ID), LARGEST_ID),
        (str(LARGEST_ID + 1), None),
        ("9" * 5000, None),
        ("0", None),
        ("-7", None),
        ("7.0", None),
        ("²", None),
        ("٧", None),
        ("", None),
        (None, None),
    ],
)
def test_only_what_a_row_can_have_is_a_number(text: str | None, number: int | None) -> None:
    assert row_id(text) == number
