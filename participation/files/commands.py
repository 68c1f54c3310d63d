"""Looking after the stored files."""

import click
from flask.cli import with_appcontext

from participation.files import queries
from participation.files.services import sweeping
from participation.web import storage, worker


@click.group("files")
def commands() -> None:
    """Stored files."""


@commands.command("sweep")
@with_appcontext
def sweep() -> None:
    """Take away what belongs to nothing."""
    worker.do_now(_sweep)


@commands.command("verify")
@with_appcontext
def verify() -> None:
    """Whether every file's bytes are there and are what they are called."""
    broken: list[str] = []

    def look() -> None:
        broken.extend(digest for digest in set(queries.all_digests()) if not storage.is_whole(digest))

    worker.do_now(look)
    for digest in sorted(broken):
        click.echo(f"{digest} is missing or damaged")
    if broken:
        raise SystemExit(1)
    click.echo("All files are there and whole.")


def _sweep() -> None:
    sweeping.sweep()


worker.register(every=60, work=sweeping.remove_erased)
worker.register(every=6 * 3600, work=_sweep)
