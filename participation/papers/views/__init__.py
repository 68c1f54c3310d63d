"""Entering what came on paper, claiming it, and the form to print."""

from flask import Flask

from participation.papers.views import claiming, entering, printing, sheets
from participation.papers.views.blueprint import blueprint

__all__ = ["claiming", "entering", "printing", "register", "sheets"]


def register(app: Flask) -> None:
    """Bind the blueprint; the modules have put their views on it."""
    app.register_blueprint(blueprint)
