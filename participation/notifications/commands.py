"""`flask notifications tell`, and the worker's round: people hear of what has happened."""

from flask import current_app
from flask.cli import AppGroup, with_appcontext

from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.notifications.services import news
from participation.web import worker
from participation.web.places import everywhere

commands = AppGroup("notifications", help="Messages on the site and by mail.")


def tell() -> None:
    """Tell the present municipality's people of everything that waits, a page in each transaction."""
    while news.tell_next():
        db.session.commit()


@commands.command("tell")
@with_appcontext
def tell_everywhere() -> None:
    """Tell people now, in every municipality."""
    for place in everywhere():
        with current_app.app_context(), municipality_context(place.municipality_id):
            tell()


worker.register(every=1, work=tell)
