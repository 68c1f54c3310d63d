"""Taking lists and case files out of the system."""

from flask import Flask

from participation.records.views import cases, lists
from participation.records.views.blueprint import blueprint

__all__ = ["cases", "lists", "register"]


def register(app: Flask) -> None:
    """Bind the blueprint; the modules have put their views on it."""
    app.register_blueprint(blueprint)
