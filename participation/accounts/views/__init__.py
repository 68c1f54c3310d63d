"""Signing in and out, a person's own pages, and the way in which a request finds its person."""

from flask import Flask, Request, current_app
from flask.globals import request_ctx
from flask_login import AnonymousUserMixin

from participation.accounts import queries
from participation.accounts.models import Person
from participation.accounts.services import sessions
from participation.accounts.views import profile, roles, signing_in  # noqa: F401 - they bind themselves
from participation.accounts.views.blueprint import blueprint
from participation.extensions import login_manager
from participation.foundation.actors import Nobody
from participation.foundation.tenancy import is_inside_municipality
from participation.web.account_links import AccountLink, add
from participation.web.sessions import TokenSession, token_hash
from participation.web.words import gettext


class Visitor(Nobody, AnonymousUserMixin):  # type: ignore[misc]
    """Flask-Login's anonymous user, who is also an actor."""


def register(app: Flask) -> None:
    """Bind the blueprint and the way in which a request finds its person."""
    login_manager.anonymous_user = Visitor
    login_manager.request_loader(_person_of)
    app.register_blueprint(blueprint)
    add(app, AccountLink(40, "accounts.profile", lambda _reader: gettext("My page")))


def _person_of(_request: Request) -> Person | None:
    browser = request_ctx.session
    if not isinstance(browser, TokenSession) or not browser.has_cookie or not is_inside_municipality():
        return None
    sign_in = queries.sign_in_of(token_hash(browser.token))
    if sign_in is None or (sign_in.person.is_staff and not current_app.config["SETTINGS"].admits_staff):
        return None
    sessions.note_seen(sign_in=sign_in)
    return sign_in.person
