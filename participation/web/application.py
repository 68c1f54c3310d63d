"""The Flask class: one request is one transaction, committed around the view."""

from typing import Any

from flask import Flask, Response, request
from sqlalchemy.exc import DBAPIError, OperationalError

from participation.extensions import db, is_reading
from participation.web.sessions import TokenSessionInterface

READING = frozenset({"GET", "HEAD", "OPTIONS"})
WRITING_VIEWS: set[Any] = set()
# Six pictures from a telephone, or a document.
MOST_WITH_FILES = 60 * 1024 * 1024
VIEWS_WITH_FILES: set[Any] = set()


def writes_on_get(view: Any) -> Any:
    """Mark a GET view that writes, such as an OpenID callback; all others must not."""
    WRITING_VIEWS.add(view)
    return view


def takes_files(view: Any) -> Any:
    """Mark a view whose form may hold files, outermost below its route; all others take far less."""
    VIEWS_WITH_FILES.add(view)
    return view


class Application(Flask):
    """Commits when the view has answered below 400, inside the reach of the error handlers."""

    session_interface = TokenSessionInterface()

    def full_dispatch_request(self) -> Response:
        view = self.view_functions.get(request.endpoint or "")
        if view in VIEWS_WITH_FILES:
            request.max_content_length = MOST_WITH_FILES
        token = is_reading.set(request.method in READING and view not in WRITING_VIEWS)
        try:
            return super().full_dispatch_request()
        finally:
            db.session.rollback()
            is_reading.reset(token)

    def dispatch_request(self) -> Response:
        response = self.make_response(super().dispatch_request())
        if response.status_code >= 400 or is_reading.get():
            db.session.rollback()
        else:
            db.session.commit()
        return response

    def handle_user_exception(self, error: Exception) -> Any:
        db.session.rollback()
        return super().handle_user_exception(error)


def is_busy(error: DBAPIError) -> bool:
    """Whether the database only cannot just now: a lock, a deadlock, a full disk, no connection.

    An OperationalError is that, but SQLite calls a mistaken statement one too.
    """
    is_our_mistake = getattr(error.orig, "sqlite_errorname", "") == "SQLITE_ERROR"
    return error.connection_invalidated or (isinstance(error, OperationalError) and not is_our_mistake)
