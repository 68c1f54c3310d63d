"""Taking lists and case files out of the system."""

from flask import Flask

from participation.records.views import lists
from participation.records.views.blueprint import blueprint

__all__ = ["lists", "register"]


def register(app: Flask) -> None:
    """Bind the blueprint; the modules have put their views on it."""
    app.register_blueprint(blueprint)
