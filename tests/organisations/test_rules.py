"""Numbers that are checked, days that are counted, and how words are signed."""

from datetime import date

import pytest

from participation.foundation.errors import RuleViolation
from participation.organisations.models import Organisation
from participation.organisations.rules import months_before, signature, sound_cvr


@pytest.mark.parametrize("text", ["35257691", "35 25 76 91", "DK35257691"])
def test_a_sound_cvr_number(text: str) -> None:
    assert sound_cvr(text) == "35257691"


@pytest.mark.parametrize(("number", "shown"), [("35257691", "35 25 76 91"), ("", "")])
def test_it_is_shown_in_pairs(number: str, shown: str) -> None:
    assert Organisation(cvr=number or None).shown_cvr == shown


@pytest.mark.parametrize("text", ["", "  ", None])
def test_no_cvr_number(text: str | None) -> None:
    assert sound_cvr(text) is None


@pytest.mark.parametrize("text", ["35257692", "1", "3525769", "352576911", "abcdefgh", "00000000"])
def test_no_number_that_cannot_be_one(text: str) -> None:
    with pytest.raises(RuleViolation):
        sound_cvr(text)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 11, 22), 12, date(2025, 11, 22)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 12, 1), 60, date(2021, 12, 1)),
    ],
)
def test_months_before(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_how_words_are_signed() -> None:
    assert signature("Mette", None, is_both=False) == ("Mette", None)
    assert signature("Mette", "Gryden", is_both=True) == ("Mette", "Gryden")
    assert signature("Mette", "Gryden", is_both=False) == ("Gryden", None)
