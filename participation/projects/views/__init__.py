"""Running a project; everybody's page is in `pages`."""

from flask import Flask

from participation.projects.views import (  # noqa: F401 - they bind themselves
    news,
    plans,
    running,
    staff,
)
from participation.projects.views.blueprint import blueprint


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)
