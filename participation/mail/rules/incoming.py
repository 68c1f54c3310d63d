"""What a mail that came in says: its new words, its pictures, and who seems to write."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.headerregistry import AddressHeader
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses

from participation.foundation.text import N_

MOST_BYTES = 30 * 1024 * 1024
MOST_HEADERS = 64 * 1024
# Stands in our own mails above what is said in them; translated, it is found again in the answer.
CUT_HERE = N_("— Write your answer above this line —")
RECIPIENT_HEADERS = ("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")
BULK = frozenset({"bulk", "junk", "list", "auto_reply"})
AUTOMATIC_HEADERS = ("List-Id", "X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress", "Feedback-ID")
AUTOMATIC_TYPES = frozenset({"multipart/report", "message/delivery-status"})

# Where the words end that somebody has written now: what programs put above the mail that is answered.
QUOTED = re.compile(
    r"^(?:>"
    r"|-{2,} ?(?:original message|oprindelig meddelelse|videresendt meddelelse|forwarded message)"
    r"|_{10,}\s*$"
    r"|(?:den|on|le|am) .{4,160}(?:skrev|wrote|schrieb)\b.*:?\s*$"
    r"|.{0,120}<[^<>\s]+@[^<>\s]+>:?\s*(?:skrev|wrote):?\s*$"
    r"|\*?(?:fra|from):\*? .+)",
    re.IGNORECASE,
)
# A line that a program has broken in two: "Den tir. 12. maj 2026 kl. 10.12 skrev Kommunen" and "<…>:".
BROKEN_INTRODUCTION = re.compile(r"^(?:den|on) .{4,160}$", re.IGNORECASE)
INTRODUCTION_ENDS = re.compile(
    r"(?:skrev|wrote)\b.*:?\s*$|^<?[^<>\s]+@[^<>\s]+>?(?: skrev| wrote)?:\s*$", re.I
)
SIGNATURE = re.compile(
    r"^(?:-- ?$|sendt fra (?:min|mit|outlook|yahoo|e-mail|mail)|sent from (?:my|outlook|mail)"
    r"|(?:hent|get) outlook (?:til|for) )",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Incoming:
    """One mail. `sender` is what it says of itself, and proves nothing; `key` tells it from all others.

    `is_automatic` was written by a machine, and is never answered. `has_plain_text` is false where the words
    are in a form that we do not read.
    """

    key: str
    sender: str
    recipients: tuple[str, ...]
    text: str
    pictures: tuple[bytes, ...]
    is_automatic: bool
    has_plain_text: bool
    is_too_large: bool = False


def read(content: bytes, markers: tuple[str, ...] = (), recipient: str = "") -> Incoming:
    """The mail; whatever is wrong with it, something is read. `recipient` is what the mail server says."""
    is_too_large = len(content) > MOST_BYTES
    message = message_from_bytes(content[:MOST_HEADERS] if is_too_large else content, policy=default)
    assert isinstance(message, EmailMessage)
    plain = None if is_too_large else _plain(message)
    return Incoming(
        key=hashlib.sha256(_header(message, "Message-ID").encode() or content).hexdigest(),
        sender=_sender(message),
        recipients=(recipient, *_recipients(message)) if recipient else tuple(_recipients(message)),
        text=new_words(plain or "", markers),
        pictures=() if is_too_large else tuple(_pictures(message)),
        is_automatic=_is_automatic(message),
        has_plain_text=plain is not None,
        is_too_large=is_too_large,
    )


def new_words(text: str, markers: tuple[str, ...] = ()) -> str:
    """What was written now: without the mail that is answered, and without a signature."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in _until_quoted(lines, markers)).strip()


def _until_quoted(lines: list[str], markers: tuple[str, ...]) -> Iterator[str]:
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        bare = line.strip().lstrip("> ")
        is_ours = any(marker in bare for marker in markers if marker)
        if is_ours or SIGNATURE.match(line) or QUOTED.match(line.strip()) or _is_introduction(line, after):
            return
        yield line


def _is_introduction(line: str, after: str) -> bool:
    return bool(BROKEN_INTRODUCTION.match(line.strip()) and INTRODUCTION_ENDS.search(after.strip()))


def _plain(message: EmailMessage) -> str | None:
    """The plain words; None when there are none, or in letters that nobody knows."""
    body = message.get_body(("plain",))
    try:
        return str(body.get_content()) if isinstance(body, EmailMessage) else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _pictures(message: EmailMessage) -> Iterator[bytes]:
    """All that call themselves a picture, in whatever place; what they are is looked at elsewhere."""
    for part in message.walk():
        if part.get_content_maintype() == "image":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content:
                yield content


def _is_automatic(message: EmailMessage) -> bool:
    """An answer to it could begin a quarrel between two machines (RFC 3834)."""
    return (
        _header(message, "Auto-Submitted").lower() not in ("", "no")
        or _header(message, "Precedence").lower() in BULK
        or _header(message, "Return-Path") == "<>"
        or any(_header(message, name) for name in AUTOMATIC_HEADERS)
        or message.get_content_type() in AUTOMATIC_TYPES
        or _sender(message).partition("@")[0] in ("", "mailer-daemon", "postmaster")
    )


def _sender(message: EmailMessage) -> str:
    addresses = _addresses(message, "From")
    return addresses[0].casefold() if len(addresses) == 1 else ""


def _recipients(message: EmailMessage) -> Iterator[str]:
    for name in RECIPIENT_HEADERS:
        yield from _addresses(message, name)


def _addresses(message: EmailMessage, name: str) -> list[str]:
    """Each address of a header, one that is badly written too."""
    try:
        headers = message.get_all(name, [])
        known = [each for each in headers if isinstance(each, AddressHeader)]
        written = [address.addr_spec for header in known for address in header.addresses]
        others = getaddresses([str(each) for each in headers if not isinstance(each, AddressHeader)])
    except (ValueError, IndexError, AttributeError):
        return []
    return [address for address in [*written, *(each for _name, each in others)] if "@" in address]


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, "")).strip()
    except (ValueError, IndexError, AttributeError):
        return ""
