"""Sealed notes in addresses: what a link says about itself, which nobody else could have written."""

from typing import Any

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer


def sealed(purpose: str, content: Any) -> str:
    """A note for an address; valid for this purpose only, and for as long as the key is the same."""
    return str(_serializer(purpose).dumps(content))


def unsealed(purpose: str, text: str) -> Any:
    """What the note says; None when it is not ours, or written for something else."""
    try:
        return _serializer(purpose).loads(text)
    except (BadSignature, ValueError):
        return None


def _serializer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=purpose)
