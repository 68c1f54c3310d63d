"""Applying, one's own organisations, their people, invitations, and the desk's page about each."""

from flask import Flask

from participation.organisations.views import (  # noqa: F401 - they bind themselves
    applying,
    deciding,
    inside,
    invitations,
    people,
)
from participation.organisations.views.blueprint import blueprint
from participation.web.account_links import AccountLink, add
from participation.web.words import gettext


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)
    add(app, AccountLink(35, "organisations.mine", lambda _reader: gettext("My organisations")))
