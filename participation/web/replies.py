"""Addresses that a mail can be answered to: what they are about, sealed, so that they are ours.

The part before the @ holds numbers and a mark that only this installation can make; what it may be used for
is asked anew when an answer comes. Nothing is stored.
"""

import base64
import binascii
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app

from participation.web.sessions import keyed_hash

PREFIX = "svar-"
MARK_LENGTH = 12
# What an answer holds, and to which numbers: registered by the feature that writes such addresses.
Receiver = Callable[[Sequence[int], Any], None]
RECEIVERS: dict[int, Receiver] = {}


@dataclass(frozen=True)
class ReplyAddress:
    """To which municipality and for which purpose an answer goes, and about what."""

    municipality_id: int
    purpose: int
    numbers: tuple[int, ...]


def receiver(purpose: int) -> Callable[[Receiver], Receiver]:
    """Register what takes the answers to a kind of address."""

    def register(take: Receiver) -> Receiver:
        if purpose in RECEIVERS:
            raise ValueError(f"answers to {purpose} are taken twice")
        RECEIVERS[purpose] = take
        return take

    return register


def reply_address(municipality_id: int, purpose: int, numbers: Sequence[int]) -> str | None:
    """The address; None where the installation takes no mail."""
    domain = current_app.config["SETTINGS"].incoming_mail_domain
    if not domain:
        return None
    packed = b"".join(_packed(number) for number in (municipality_id, purpose, *numbers))
    return f"{PREFIX}{_spelled(packed + _mark(packed))}@{domain}"


def read_reply_address(address: str) -> ReplyAddress | None:
    """What an address says; None when it is not one that we have written."""
    local, _, domain = address.strip().lower().rpartition("@")
    if domain != current_app.config["SETTINGS"].incoming_mail_domain.lower() or len(local) > 64:
        return None
    sealed = _unpacked(local.removeprefix(PREFIX)) if local.startswith(PREFIX) else b""
    packed, mark = sealed[:-MARK_LENGTH], sealed[-MARK_LENGTH:]
    if not packed or not hmac.compare_digest(mark, _mark(packed)):
        return None
    municipality_id, purpose, *numbers = _numbers(packed)
    return ReplyAddress(municipality_id, purpose, tuple(numbers))


def _mark(packed: bytes) -> bytes:
    return bytes.fromhex(keyed_hash(f"reply:{packed.hex()}"))[:MARK_LENGTH]


def _packed(number: int) -> bytes:
    content = number.to_bytes((number.bit_length() + 7) // 8 or 1, "big")
    return bytes([len(content)]) + content


def _spelled(sealed: bytes) -> str:
    return base64.b32encode(sealed).decode().rstrip("=").lower()


def _unpacked(text: str) -> bytes:
    """The last letter may hold bits that say nothing: only the spelling that we wrote ourselves is taken."""
    try:
        sealed = base64.b32decode(text.upper() + "=" * (-len(text) % 8))
    except (binascii.Error, ValueError):
        return b""
    return sealed if _spelled(sealed) == text else b""


def _numbers(packed: bytes) -> list[int]:
    numbers = []
    while packed:
        length = packed[0]
        numbers.append(int.from_bytes(packed[1 : length + 1], "big"))
        packed = packed[length + 1 :]
    return numbers
