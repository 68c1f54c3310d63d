"""Writing an idea, and the author's own pages."""

from flask import Flask

from participation.ideas.views import changing, merging, own, proposing, visiting  # noqa: F401 - they bind themselves
from participation.ideas.views.blueprint import blueprint


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)
