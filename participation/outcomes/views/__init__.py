"""Telling what came of a project, answering whether it helped, and the desk's page."""

from flask import Flask

from participation.extensions import csrf
from participation.outcomes.views import desk, helping, telling
from participation.outcomes.views.blueprint import blueprint

__all__ = ["desk", "helping", "register", "telling"]


def register(app: Flask) -> None:
    """Bind the blueprint."""
    # Whoever holds the address may use it; so nobody needs a session, and none is begun.
    csrf.exempt(helping.help_by_link)
    app.register_blueprint(blueprint)
