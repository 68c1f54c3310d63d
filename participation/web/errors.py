"""Error pages in the reader's language: what happened, and what to do now."""

from contextlib import suppress
from typing import Any

from flask import Flask, g, redirect, render_template, request
from flask_babel import gettext
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from participation.foundation.errors import (
    Erased,
    Forbidden,
    Missing,
    Moved,
    RuleViolation,
    StaleVersion,
    TooMany,
)
from participation.foundation.text import N_
from participation.web.application import is_busy
from participation.web.sessions import browser

# status → (title, what to do)
TEXTS = {
    400: (
        N_("We could not read that"),
        N_("Something in the address or the form was not as it should be. Go back and try again."),
    ),
    401: (
        N_("You are signed out"),
        N_("It happened while the page stood open. Copy what you wrote, sign in, and put it in again."),
    ),
    403: (
        N_("You do not have access to this"),
        N_("Sign in with an account that has access, or go to the front page."),
    ),
    404: (
        N_("We cannot find the page"),
        N_(
            "Perhaps it has moved, or the address has a typing error. "
            "Try the search, or start from the front page."
        ),
    ),
    405: (N_("That cannot be done here"), N_("Go back and use the button on the page.")),
    409: (
        N_("Somebody was faster"),
        N_("The page has changed since you opened it. Look at it again, then try once more."),
    ),
    410: (N_("This is deleted"), N_("The content is deleted for good.")),
    413: (
        N_("That was too much at once"),
        N_("What you sent is larger than we can receive. Make it shorter and try again."),
    ),
    419: (
        N_("The page had been open for a long time"),
        N_("For safety the form must be sent once more. Go back, copy your text, and load the page again."),
    ),
    422: (N_("That could not be done"), N_("Go back and try again.")),
    429: (N_("A little too fast"), N_("Wait a little and try again.")),
    500: (
        N_("Something went wrong with us"),
        N_("It is our fault, not yours. Try again in a little while. If it goes on, write or call us."),
    ),
    503: (N_("We are busy right now"), N_("Nothing was saved. Try again in a moment.")),
}


def page(status: int, message: str | None = None) -> tuple[str, int]:
    """An error page; `message` replaces the second sentence. What was written stands on it."""
    known = status if status in TEXTS else (500 if status >= 500 else 400)
    title, advice = TEXTS[known]
    words: dict[str, Any] = {
        "title": gettext(title),
        "text": message or gettext(advice),
        "written": written(),
    }
    words |= {"is_lost": known == 404, "is_signed_out": known == 401}
    try:
        return render_template("errors/error.html", **words), status
    except SQLAlchemyError:
        # The menu asks the database too; without a municipality there is none.
        g.pop("site", None)
        return render_template("errors/error.html", **words), status


def written() -> list[str]:
    """The texts of a form that one of our own pages sent: from another site comes no cookie with it."""
    if request.method != "POST" or not browser().has_cookie:
        return []
    with suppress(HTTPException):
        return [text for text in request.form.values() if len(text.split()) > 1]
    return []  # What could not be read the first time cannot be read now.


def _violation(error: RuleViolation) -> Any:
    status = 409 if isinstance(error, StaleVersion) else 422
    return page(status, gettext(error.message, **error.values))


def _too_many(error: TooMany) -> Any:
    return *page(429, gettext(error.message, **error.values)), {"Retry-After": str(error.retry_after)}


def _database(error: DBAPIError) -> Any:
    if is_busy(error):
        return page(503)
    if isinstance(error, IntegrityError):
        return page(409)
    raise error


def _forbidden(_error: Forbidden) -> Any:
    """To a visitor it does not exist; only who is signed in is told that it is not theirs."""
    return page(403 if current_user.is_authenticated else 404)


def register(app: Flask) -> None:
    """Bind the pages to the exceptions."""
    app.register_error_handler(Moved, lambda error: redirect(error.location, 301))
    app.register_error_handler(Missing, lambda _error: page(404))
    app.register_error_handler(Erased, lambda error: page(410, gettext(error.message)))
    app.register_error_handler(Forbidden, _forbidden)
    app.register_error_handler(TooMany, _too_many)
    app.register_error_handler(RuleViolation, _violation)
    app.register_error_handler(StaleDataError, lambda _error: page(409))
    app.register_error_handler(CSRFError, lambda _error: (page(419)[0], 400))
    app.register_error_handler(DBAPIError, _database)
    app.register_error_handler(
        HTTPException, lambda error: error if _is_redirect(error) else page(error.code or 500)
    )
    app.register_error_handler(500, lambda _error: page(500))


def _is_redirect(error: HTTPException) -> bool:
    return error.code is not None and error.code < 400 and bool(request)
