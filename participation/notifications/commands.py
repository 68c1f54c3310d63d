"""`flask notifications tell`, and the worker's round: people hear of what has happened."""

from flask.cli import AppGroup

from participation.extensions import db
from participation.notifications.models import News
from participation.notifications.services import news
from participation.notifications.services.monday import post_on_monday
from participation.web import worker

commands = AppGroup("notifications", help="Messages on the site and by mail.")


def tell() -> None:
    """Tell the present municipality's people of everything that waits, a page in each transaction."""
    while (due := news.next_due()) is not None:
        _tell(due)


def _tell(due: News) -> None:
    """One that cannot be told does not hold up the next."""
    number, kind = due.id, due.kind
    try:
        news.tell_page(news=due)
        db.session.commit()
    except Exception as error:
        db.session.rollback()
        worker.report(f"telling of news {number} ({kind})", error)
        news.put_off(news_id=number)
        db.session.commit()


@commands.command("tell")
def tell_everywhere() -> None:
    """Tell people now, in every municipality."""
    worker.do_now(tell)


@commands.command("monday")
def post_everywhere() -> None:
    """Post the mails of this week, where its first working day is today."""
    worker.do_now(post_on_monday)


worker.register(every=1, work=tell)
worker.register(every=300, work=post_on_monday)
