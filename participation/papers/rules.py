"""How a name on paper is compared, and what a code looks like: pure functions."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from participation.foundation.clock import LOCAL
from participation.foundation.text import N_
from participation.ideas.models import Channel

CAME_BY = {
    Channel.PAPER: N_("Received on paper %(date)s"),
    Channel.TELEPHONE: N_("Received by telephone %(date)s"),
    Channel.CLASS: N_("Received from a school class %(date)s"),
    Channel.VISIT: N_("Received at a meeting %(date)s"),
}
MOST_LINES = 200
OLDEST = timedelta(days=366)
# Without letters that look like digits.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 8
_CODE = re.compile(r"(?P<person>[0-9]{1,18})[-\s]*(?P<secret>[0-9A-Z]{4}[-\s]*[0-9A-Z]{4})")


def comparable(line: str) -> str:
    """A name and an address as they are compared: letters and digits, in lower case, single spaces."""
    folded = unicodedata.normalize("NFKC", line).casefold()
    return " ".join(re.findall(r"\w+", folded))


def lines_in(text: str) -> list[str]:
    """The lines that say something."""
    return [line.strip() for line in text.splitlines() if comparable(line)]


def without_address(lines: Iterable[str]) -> list[int]:
    """The numbers of the lines, from 1, that have no number in them and so no address to compare by."""
    return [number for number, line in enumerate(lines, start=1) if not re.search(r"\d", line)]


def secret_of(digest: str) -> str:
    """The secret half of a code, from a keyed hash in hexadecimal digits."""
    number = int(digest, 16)
    letters = []
    for _ in range(CODE_LENGTH):
        number, index = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[index])
    return "".join(letters)


def written(person_id: int, secret: str) -> str:
    """`127-K7MP-3XQA`."""
    return f"{person_id}-{secret[:4]}-{secret[4:]}"


def read(text: str) -> tuple[int, str] | None:
    """The person's number and the secret in what somebody typed; None when it is no code."""
    found = _CODE.fullmatch(text.strip().upper())
    if found is None:
        return None
    return int(found["person"]), re.sub(r"[-\s]", "", found["secret"])


def is_receivable(day: date, today: date) -> bool:
    """Whether something can have come in that day."""
    return today - OLDEST <= day <= today


def noon_of(day: date) -> datetime:
    """A moment on that day, from which promises are reckoned."""
    return datetime.combine(day, time(12), tzinfo=LOCAL)
