"""Arranging something, and signing up; everybody's pages are in `pages`."""

from flask import Flask

from participation.foundation.text import N_
from participation.meetings.views import arranging, participants, signing_up
from participation.meetings.views.blueprint import blueprint
from participation.web import account_links
from participation.web.account_links import AccountLink
from participation.web.words import gettext

__all__ = ["arranging", "participants", "register", "signing_up"]

MINE = N_("What I have signed up for")


def register(app: Flask) -> None:
    """Bind the blueprint, and lead everybody to what they have signed up for."""
    app.register_blueprint(blueprint)
    account_links.add(app, AccountLink(26, "meetings.mine", lambda _reader: gettext(MINE)))
