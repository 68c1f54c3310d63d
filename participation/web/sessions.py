"""The session cookie: a random token that names a server-side row, and holds nothing else.

The token for forms is derived from the cookie, so a page with a form writes no row. Short notices
("Gemt.") travel to the next page in a signed cookie of their own.
"""

import hashlib
import hmac
import secrets
from typing import Any

from flask import Flask, Request, Response, current_app
from flask.globals import request_ctx
from flask.sessions import SessionInterface, SessionMixin
from itsdangerous import BadSignature, URLSafeTimedSerializer

NOTICE_SECONDS = 300
YEAR = 365 * 24 * 3600


def token_hash(token: str) -> str:
    """What is stored of a random token: useless to whoever reads the database."""
    return hashlib.sha256(token.encode()).hexdigest()


def keyed_hash(text: str) -> str:
    """What is stored of something short, such as six digits: useless without the installation's key."""
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, b"code:" + text.encode(), hashlib.sha256).hexdigest()


def browser() -> "TokenSession":
    """This browser's session."""
    session = request_ctx.session
    assert isinstance(session, TokenSession)
    return session


class TokenSession(dict[str, Any], SessionMixin):
    """Flask's session: the browser's token, the derived form token, and notices."""

    def __init__(self, token: str | None, form_token: str, notices: dict[str, Any]) -> None:
        super().__init__(notices)
        self.had_notices = bool(notices)
        self.form_token = form_token
        self.has_cookie = token is not None
        self.token = token or secrets.token_urlsafe(32)
        self.needs_cookie = False
        self.accessed = False
        self.modified = False

    def __contains__(self, key: object) -> bool:
        self.accessed = True
        return key == "csrf_token" or super().__contains__(key)

    def __getitem__(self, key: str) -> Any:
        self.accessed = True
        if key != "csrf_token":
            return super().__getitem__(key)
        self.needs_cookie = True
        return self.form_token

    def get(self, key: str, default: Any = None) -> Any:
        try:
            return self[key]
        except KeyError:
            return default

    def __setitem__(self, key: str, value: Any) -> None:
        self.accessed = self.modified = True
        super().__setitem__(key, value)

    def pop(self, key: str, *default: Any) -> Any:
        self.accessed = True
        self.modified = self.modified or key in self
        return super().pop(key, *default)

    def rotate(self, app: Flask) -> None:
        """A new token, as at every sign-in and sign-out: an old one can't be planted."""
        self.token = secrets.token_urlsafe(32)
        self.form_token = _form_token(app, self.token)
        self.has_cookie, self.needs_cookie, self.accessed = False, True, True


def _form_token(app: Flask, token: str) -> str:
    key = str(app.config["SECRET_KEY"]).encode()
    return hmac.new(key, b"form:" + token.encode(), hashlib.sha256).hexdigest()


class TokenSessionInterface(SessionInterface):
    """Opens and saves TokenSession."""

    def open_session(self, app: Flask, request: Request) -> TokenSession:
        token = request.cookies.get(self.get_cookie_name(app))
        token = token if token and 40 <= len(token) <= 64 and token.isascii() else None
        session = TokenSession(token, "", self._notices(app, request))
        session.form_token = _form_token(app, session.token)
        return session

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        assert isinstance(session, TokenSession)
        if session.accessed:
            response.vary.add("Cookie")
        if session.needs_cookie and not session.has_cookie:
            self._set(app, response, self.get_cookie_name(app), session.token, YEAR)
        if session.modified:
            self._save_notices(app, session, response)

    def _notices(self, app: Flask, request: Request) -> dict[str, Any]:
        text = request.cookies.get(self._notice_name(app))
        try:
            return dict(self._signer(app).loads(text, max_age=NOTICE_SECONDS)) if text else {}
        except (BadSignature, ValueError, TypeError):
            return {}

    def _save_notices(self, app: Flask, session: TokenSession, response: Response) -> None:
        name = self._notice_name(app)
        if session:
            self._set(app, response, name, str(self._signer(app).dumps(dict(session))), NOTICE_SECONDS)
        elif session.had_notices:
            response.delete_cookie(name, path="/", secure=self.get_cookie_secure(app), samesite="Lax")

    def _notice_name(self, app: Flask) -> str:
        return self.get_cookie_name(app).replace("session", "notice")

    def _signer(self, app: Flask) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(str(app.config["SECRET_KEY"]), salt="notice")

    def _set(self, app: Flask, response: Response, name: str, value: str, seconds: int) -> None:
        response.set_cookie(
            name,
            value,
            max_age=seconds,
            path="/",
            httponly=True,
            secure=self.get_cookie_secure(app),
            samesite="Lax",
        )
