"""Arranging something, and signing up; everybody's pages are in `pages`."""

from flask import Flask

from participation.meetings.views import arranging, participants, signing_up
from participation.meetings.views.blueprint import blueprint

__all__ = ["arranging", "participants", "register", "signing_up"]


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)
