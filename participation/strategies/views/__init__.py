"""The administrators' pages: load a strategy or write it, see the difference, publish."""

from flask import Flask

from participation.strategies.views import editing, indicators, loading, measurements, parts
from participation.strategies.views.blueprint import blueprint

MODULES = (loading, editing, parts, indicators, measurements)


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)
