"""Applying, one's own organisations, their people, invitations, and the desk's page about each."""

from flask import Flask

from participation.organisations.views import (  # noqa: F401 - they bind themselves
    applying,
    deciding,
    inside,
    invitations,
    people,
)
from participation.organisations.views.blueprint import blueprint


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)
