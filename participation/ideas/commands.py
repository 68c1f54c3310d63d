"""`flask ideas index`: write the text index anew, after a bulk load or a restored backup without it."""

import click
from flask.cli import AppGroup
from sqlalchemy import select

from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.ideas.models import Idea
from participation.ideas.queries import searched_texts
from participation.municipalities.queries import all_municipalities
from participation.search import services as search

BATCH = 500
commands = AppGroup("ideas", help="Ideas: write the text index anew.")


@commands.command("index")
def index() -> None:
    """Index every idea by its present text; safe at any time, municipality by municipality."""
    for municipality_id, slug in [(each.id, each.slug) for each in all_municipalities()]:
        with municipality_context(municipality_id):
            count = _index_all()
            db.session.commit()
        click.echo(f"{slug}: {count} ideas")


def _index_all() -> int:
    ids = list(db.session.scalars(select(Idea.id).order_by(Idea.id)))
    for start in range(0, len(ids), BATCH):
        for idea in db.session.scalars(select(Idea).where(Idea.id.in_(ids[start : start + BATCH]))):
            search.index(subject_id=idea.id, title=idea.title, texts=searched_texts(idea))
        db.session.expunge_all()
    return len(ids)
