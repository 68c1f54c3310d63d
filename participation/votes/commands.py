"""The command `flask votes recount`: it compares counters with rows, raises an alarm, repairs nothing."""

import click
from flask.cli import AppGroup

from participation.foundation.tenancy import municipality_context
from participation.municipalities.queries import all_municipalities
from participation.votes import queries

commands = AppGroup("votes", help="Support: check the counters.")


@commands.command("recount")
def recount() -> None:
    """Exit with 1 when a counter differs from its rows."""
    wrong = 0
    for municipality in all_municipalities():
        with municipality_context(municipality.id):
            for idea_id, counter, rows in queries.recounted():
                click.echo(f"{municipality.slug}: idea {idea_id} counts {counter}, has {rows} rows")
                wrong += 1
    click.echo("All counters equal their rows." if not wrong else f"{wrong} counters are wrong.")
    raise SystemExit(1 if wrong else 0)
