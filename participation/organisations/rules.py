"""Numbers that are checked, and how long things wait."""

from calendar import monthrange
from datetime import date, timedelta

from stdnum.dk import cvr as danish_cvr
from stdnum.exceptions import ValidationError

from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_

INVITATION_LIFE = timedelta(days=14)
# Invitations that wait for an answer, for one organisation.
MOST_INVITATIONS = 50
# From the friendly question until staff are asked to look.
PATIENCE = timedelta(days=30)
WRONG_CVR = N_(
    "This is not a CVR number: one of the digits is wrong, or one is missing. A CVR number has eight digits."
)


def sound_cvr(text: str | None) -> str | None:
    """The eight digits, checked by modulus 11; None for none, RuleViolation when it cannot be one."""
    if not (text or "").strip():
        return None
    try:
        return str(danish_cvr.validate(text or ""))
    except ValidationError as error:
        raise RuleViolation(WRONG_CVR) from error


def signature(name: str, organisation: str | None, *, is_both: bool) -> tuple[str, str | None]:
    """Who stands beside what somebody wrote, and on whose behalf: both, or the organisation alone."""
    if organisation is None:
        return name, None
    return (name, organisation) if is_both else (organisation, None)


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months ago, the month's last where there is none such."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
