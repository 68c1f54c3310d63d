"""Running a project; everybody's page is in `pages`."""

from flask import Flask

from participation.projects.views import (  # noqa: F401 - they bind themselves
    news,
    plans,
    running,
    staff,
)
from participation.projects.views.blueprint import blueprint
from participation.web import account_links
from participation.web.account_links import AccountLink


def register(app: Flask) -> None:
    """Bind the blueprint, and lead whoever runs a project to what is theirs to run."""
    app.register_blueprint(blueprint)
    account_links.add(app, AccountLink(24, "projects.mine", running.label_of_mine))
