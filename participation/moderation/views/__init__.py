"""Moderation's pages, one module for each kind of act."""

from flask import Flask

from participation.foundation.errors import Suspended
from participation.moderation.views import (
    appeals,
    closing,
    decisions,
    deleting,
    hiding,
    internal_log,
    matters,
    public_log,
    reporting,
    suspending,
)
from participation.moderation.views.blueprint import blueprint

__all__ = [
    "appeals",
    "closing",
    "decisions",
    "deleting",
    "hiding",
    "internal_log",
    "matters",
    "public_log",
    "register",
    "reporting",
]


def register(app: Flask) -> None:
    """Bind the blueprint; the modules have put their views on it."""
    app.register_blueprint(blueprint)
    app.register_error_handler(Suspended, suspending.notice)
