"""Joining a project, and running what it needs."""

from flask import Flask

from participation.foundation.text import N_
from participation.volunteering.views import joining, running
from participation.volunteering.views.blueprint import blueprint
from participation.web import account_links
from participation.web.account_links import AccountLink
from participation.web.words import gettext

__all__ = ["joining", "register", "running"]

MINE = N_("What I take part in")


def register(app: Flask) -> None:
    """Bind the blueprint, and lead everybody to what they take part in."""
    app.register_blueprint(blueprint)
    account_links.add(app, AccountLink(25, "pages.mine", lambda _reader: gettext(MINE)))
