"""How long a colleague has, how many are asked, and when one is reminded: pure functions."""

from datetime import date, timedelta

from participation.foundation.calendar import working_day_before

# No two working days lie further apart.
LONGEST_BREAK = timedelta(days=14)

NOTE_LENGTH = 10_000
QUESTION_LENGTH = 2_000
# So many open questions has one idea at most, so that nobody's mailbox is used up.
MOST_OPEN = 5
LONGEST_DAYS = 90


def is_possible_day(day: date, today: date) -> bool:
    """Whether a colleague can be given until that day."""
    return today < day <= today + timedelta(days=LONGEST_DAYS)


def reminder_day(due_on: date) -> date:
    """The working day before the deadline."""
    return working_day_before(due_on)


def last_reminded_deadline(today: date) -> date:
    """No deadline after this day can have its reminder today."""
    return today + LONGEST_BREAK


def is_reminded(*, asked_on: date, due_on: date, today: date) -> bool:
    """Whether a reminder is sent today; not on the day of the question itself."""
    return asked_on < today and reminder_day(due_on) <= today <= due_on
