"""Moderation's pages, one module for each kind of act."""

from flask import Flask

from participation.foundation.errors import Suspended
from participation.moderation.views import (
    appeals,
    brake,
    closing,
    decisions,
    deleting,
    hiding,
    holding,
    internal_log,
    matters,
    public_log,
    reporting,
    suspending,
    waves,
)
from participation.moderation.views.blueprint import blueprint

__all__ = [
    "appeals",
    "brake",
    "closing",
    "decisions",
    "deleting",
    "hiding",
    "holding",
    "internal_log",
    "matters",
    "public_log",
    "register",
    "reporting",
    "waves",
]


def register(app: Flask) -> None:
    """Bind the blueprint; the modules have put their views on it."""
    app.register_blueprint(blueprint)
    app.register_error_handler(Suspended, suspending.notice)
