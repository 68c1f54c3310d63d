"""The desk's pages: the queue, a case, and a form for each act."""

from flask import Flask

from participation.triage.views import (
    bulk,
    case,
    changes,
    contributions,
    corrections,
    drafts,
    keys,
    merging,
    moving,
    notes,
    ownership,
    queue,
    templates,
)
from participation.triage.views.blueprint import blueprint
from participation.web.account_links import AccountLink, add
from participation.web.words import gettext

__all__ = [
    "bulk",
    "case",
    "changes",
    "contributions",
    "corrections",
    "drafts",
    "keys",
    "merging",
    "moving",
    "notes",
    "ownership",
    "queue",
    "register",
    "templates",
]


def register(app: Flask) -> None:
    """Bind the blueprint; the modules have put their views on it."""
    app.register_blueprint(blueprint)
    add(app, AccountLink(10, "triage.queue", lambda reader: gettext("Tasks") if reader.is_staff else None))
