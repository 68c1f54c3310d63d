"""The internal log's chain: what an entry's hash is made of, and which entry is the first that does not fit.

The hash of an entry is the SHA-256, in 64 lower-case hexadecimal digits, of one JSON object in UTF-8:

- its keys are those of HASHED, sorted, as are the keys of objects inside it; no white space anywhere;
- `at` is a text, UTC with six decimals: `2026-11-22T05:47:40.000123Z`; the other values are numbers,
  texts, `true`, `false`, `null`, lists or objects, as they stand in the row;
- every character outside ASCII is written as `\\uXXXX`;
- `previous_hash` is the hash of the entry with the number before; 64 zeros in entry 1.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from hashlib import sha256
from typing import Any, Protocol

from participation.foundation.text import N_

FIRST_HASH = "0" * 64
HASHED = ("municipality_id", "number", "at", "actor_id", "kind", "subjects", "facts", "previous_hash")
CODE = re.compile(r"[A-Za-z0-9_.:+/-]{0,80}")

MISSING = N_("Entry %(number)s is missing.")
CHANGED = N_("Entry %(number)s has been changed: its hash does not fit what it says.")
UNLINKED = N_("Entry %(number)s does not follow the one before it.")
CUT = N_("The log ends at entry %(number)s, but it has ended later.")
BEYOND = N_("Entry %(number)s stands after the end of the log.")


class Entry(Protocol):
    """A row of the log, as its class or as a mapping's attributes."""

    number: Any
    previous_hash: Any
    hash: Any


@dataclass(frozen=True)
class Break:
    """The first entry that is wrong, and what is wrong with it as a message id."""

    number: int
    words: str


def fingerprint(entry: Mapping[str, Any]) -> str:
    """The entry's hash, in the form that the module says."""
    hashed = {name: entry[name] for name in HASHED}
    hashed["at"] = moment(hashed["at"])
    canonical = json.dumps(hashed, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return sha256(canonical.encode()).hexdigest()


def moment(at: datetime) -> str:
    """A moment as it is hashed: UTC with six decimals."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def codes(value: Any) -> Any:
    """Facts in a form that JSON holds; ValueError for anything that could be somebody's words."""
    if isinstance(value, Mapping):
        return {codes(str(name)): codes(each) for name, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [codes(each) for each in value]
    if value is None or isinstance(value, bool | int):
        return value
    plain = _plain(value)
    if plain is None or CODE.fullmatch(plain) is None:
        raise ValueError("the internal log takes codes and whole numbers only")
    return plain


def _plain(value: Any) -> str | None:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else None


def kind_of(event: type) -> str:
    """`idea_moved` of IdeaMoved: what an entry about such an event calls itself."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", event.__name__).lower()


def is_whole(entry: Any) -> bool:
    """Whether the entry says what it said when its hash was made."""
    return bool(fingerprint({name: getattr(entry, name) for name in HASHED}) == entry.hash)


def first_break(entries: Iterable[Entry], *, end: tuple[int, str]) -> Break | None:
    """The first of a municipality's entries, in order, that is wrong; `end` is what the head says."""
    number, last = 0, FIRST_HASH
    for entry in entries:
        if wrong := _wrong(entry, number + 1, last):
            return wrong
        number, last = entry.number, entry.hash
    if number < end[0]:
        return Break(number, CUT)
    return None if (number, last) == end else Break(number, CHANGED)


def _wrong(entry: Entry, expected: int, last: str) -> Break | None:
    if entry.number != expected:
        return Break(expected, MISSING)
    if not is_whole(entry):
        return Break(expected, CHANGED)
    return None if entry.previous_hash == last else Break(expected, UNLINKED)
