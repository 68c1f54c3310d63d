"""Writing an idea, and the author's own pages."""

from flask import Flask

from participation.ideas.views import (  # noqa: F401 - they bind themselves
    changing,
    merging,
    own,
    proposing,
    similar,
    visiting,
)
from participation.ideas.views.blueprint import blueprint
from participation.web.account_links import AccountLink, add
from participation.web.words import gettext


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)
    add(app, AccountLink(30, "ideas.mine", lambda _reader: gettext("My ideas")))
