"""`flask outcomes recount` and `ask`: do ideas, projects and places agree, and the question put now."""

import click
from flask.cli import AppGroup

from participation.foundation.tenancy import municipality_context
from participation.municipalities.queries import all_municipalities
from participation.outcomes import queries
from participation.outcomes.services.asking import ask_about_what_is_done
from participation.volunteering.queries import recounted
from participation.web import worker

commands = AppGroup("outcomes", help="What came of projects, and whether it helped.")


@commands.command("recount")
def recount() -> None:
    """Say which ideas stand elsewhere than their projects say, and which needs count wrongly; only reads."""
    is_wrong = False
    for municipality_id, slug in [(each.id, each.slug) for each in all_municipalities()]:
        with municipality_context(municipality_id):
            ideas, needs = queries.strayed(), recounted()
        is_wrong = is_wrong or bool(ideas or needs)
        click.echo(f"{slug}: ideas astray {ideas or 'none'}, needs that count wrongly {needs or 'none'}")
    if is_wrong:
        raise SystemExit(1)


@commands.command("ask")
def ask_everywhere() -> None:
    """Ask now about what was completed four weeks ago, in every municipality."""
    worker.do_now(ask_about_what_is_done)
