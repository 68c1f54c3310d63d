"""Moderation's pages, one module for each kind of act."""

from flask import Flask

from participation.moderation.views import hiding, internal_log, public_log
from participation.moderation.views.blueprint import blueprint

__all__ = ["hiding", "internal_log", "public_log", "register"]


def register(app: Flask) -> None:
    """Bind the blueprint; the modules have put their views on it."""
    app.register_blueprint(blueprint)
