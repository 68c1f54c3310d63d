"""When town halls are at work, and when a week begins for them."""

from datetime import UTC, date, datetime

import pytest

from participation.foundation.calendar import starts_week, week_end, week_of


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 3, 9, 5, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 9, 6, tzinfo=UTC), True),
        (datetime(2026, 3, 9, 20, tzinfo=UTC), True),
        (datetime(2026, 3, 10, 8, tzinfo=UTC), False),
        (datetime(2026, 4, 6, 8, tzinfo=UTC), False),
        (datetime(2026, 4, 7, 5, tzinfo=UTC), True),
        (datetime(2026, 4, 8, 8, tzinfo=UTC), False),
    ],
    ids=[
        "winter, too early",
        "winter, seven",
        "Monday evening",
        "Tuesday",
        "Easter Monday",
        "the Tuesday after Easter, summer time",
        "the Wednesday after Easter",
    ],
)
def test_a_week_starts_on_its_first_working_day(moment: datetime, expected: bool) -> None:
    assert starts_week(moment) is expected


def test_a_week_is_named_by_its_thursday() -> None:
    assert (week_of(date(2026, 1, 1)), week_of(date(2027, 1, 1))) == ("2026-W01", "2026-W53")
    assert week_end(date(2026, 3, 9)) == week_end(date(2026, 3, 15)) == date(2026, 3, 15)
