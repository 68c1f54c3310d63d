"""How many statements an answer took, told in a header; only in the bench environment."""

from typing import Any

from flask import Flask, Response, g, has_request_context
from sqlalchemy import event

from participation.extensions import db

HEADER = "X-Queries"


def register(app: Flask) -> None:
    """Count what the driver is asked to do, wherever in the request that happens."""
    if app.config["SETTINGS"].environment != "bench":
        return
    with app.app_context():
        for engine in db.engines.values():
            event.listen(engine, "before_cursor_execute", _count)

    @app.after_request
    def tell(response: Response) -> Response:
        response.headers[HEADER] = str(g.get("statements", 0))
        return response


def _count(*_arguments: Any) -> None:
    if has_request_context():
        g.statements = g.get("statements", 0) + 1
