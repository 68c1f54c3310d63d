"""Where administrators say what goals become, and where residents see what became of their ideas."""

from flask import Flask

from participation.successions.views import mapping, own, placing
from participation.successions.views.blueprint import blueprint

MODULES = (mapping, own, placing)


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)
