"""Addresses of pages, and those with an id in them: bounded numbers, and a slug that may change."""

from functools import lru_cache
from typing import Any

import flask
from flask import Flask, request
from werkzeug.routing import BaseConverter, IntegerConverter, Map

from participation.foundation.errors import Moved
from participation.foundation.numbers import LARGEST_ID

REMEMBERED = 20_000


class IdConverter(IntegerConverter):
    """A row's id: nothing that a database cannot hold reaches it."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, min=1, max=LARGEST_ID)


class SlugConverter(BaseConverter):
    """The words after an id; there may be none, as in a title of signs only."""

    regex = "[^/]*"
    part_isolating = True


def register(app: Flask) -> None:
    """Make `<id:idea_id>` and `<slug:slug>` known to the routes."""
    app.url_map.converters.update(id=IdConverter, slug=SlugConverter)


def url_for(endpoint: str, **values: Any) -> str:
    """The path of one of our pages, as Flask builds it, remembered; a list of cards asks for many.

    It depends on where the reader is only by the language and the municipality, with which the path begins.
    A whole address depends on the host name as well, which a visitor may invent, and is made each time.
    """
    if "_external" in values:
        return flask.url_for(endpoint, **values)
    municipality = request.path.split("/", 2)[1]
    return _path(request.script_root, municipality, endpoint, tuple(values.items()))


@lru_cache(maxsize=REMEMBERED)
def _path(_root: str, _municipality: str, endpoint: str, values: tuple[tuple[str, Any], ...]) -> str:
    return flask.url_for(endpoint, **dict(values))


def settle(slug: str) -> None:
    """Raise Moved to the address with the right slug, once the reader may see the thing."""
    assert request.endpoint is not None
    assert request.view_args is not None
    if request.view_args.get("slug") != slug:
        # The query follows as it came: as arguments of url_for its names would steer the address itself.
        query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
        raise Moved(url_for(request.endpoint, **{**request.view_args, "slug": slug}) + query)
