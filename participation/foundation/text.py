"""Plain text: message marks, slugs, quotations, differences, shortening."""

import difflib
import re
import unicodedata
from functools import lru_cache
from typing import Literal

Kind = Literal["same", "added", "deleted"]
DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "y", "ß": "ss"})


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark, translate later"
    """Mark a message id for extraction; it is translated where it is shown."""
    return message


@lru_cache(maxsize=20_000)
def slugify(text: str, *, length: int = 60) -> str:
    """An address part as Danes write it: `Grønt byliv på Ærø` → `groent-byliv-paa-aeroe`."""
    lowered = unicodedata.normalize("NFC", text).lower().translate(DANISH)
    plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) <= length:
        return words
    return words[:length].rsplit("-", 1)[0].strip("-")


def shorten(text: str, length: int) -> str:
    """The first words of a text, at most `length` characters, with an ellipsis where it was cut."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    return flat[: length - 1].rsplit(" ", 1)[0].rstrip(",;:–-") + " …"


def quoted(text: str) -> str:
    """The text as a Markdown quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.strip().split("\n"))


def difference(before: str, after: str) -> list[tuple[Kind, str]]:
    """Word for word what stayed, came and went; joining all but "deleted" gives `after`."""
    old, new = re.findall(r"\s+|[^\s]+", before), re.findall(r"\s+|[^\s]+", after)
    parts: list[tuple[Kind, str]] = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(("same", "".join(old[i1:i2])))
            continue
        if i1 < i2:
            parts.append(("deleted", "".join(old[i1:i2])))
        if j1 < j2:
            parts.append(("added", "".join(new[j1:j2])))
    return parts
