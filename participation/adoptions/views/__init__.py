"""Offers and agreements; what everybody reads of them is in `pages`."""

from flask import Flask

from participation.adoptions.views import (  # noqa: F401 - they bind themselves
    agreeing,
    deciding,
    joining,
    keeping,
    offering,
)
from participation.adoptions.views.blueprint import blueprint


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)
