"""`flask notifications tell`, and the worker's round: people hear of what has happened."""

from flask.cli import AppGroup, with_appcontext

from participation.extensions import db
from participation.notifications.services import news
from participation.web import worker

commands = AppGroup("notifications", help="Messages on the site and by mail.")


def tell() -> None:
    """Tell the present municipality's people of everything that waits, a page in each transaction."""
    while news.tell_next():
        db.session.commit()


@commands.command("tell")
@with_appcontext
def tell_everywhere() -> None:
    """Tell people now, in every municipality."""
    worker.do_now(tell)


worker.register(every=1, work=tell)
