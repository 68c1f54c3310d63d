"""`flask moderation verify-log`: proves that nobody has changed the internal log, or names where."""

import re

import click
from flask.cli import AppGroup

from participation.foundation.tenancy import municipality_context
from participation.moderation.queries import log
from participation.web.places import Place, everywhere

KNOWN = re.compile(r"\S+ [0-9]{1,18} [0-9a-f]{64}")
commands = AppGroup("moderation", help="Moderation: prove the internal log.")


@commands.command("verify-log")
@click.option("--municipality", "slug", help="Only the municipality with this name in its address.")
@click.option("--known", help="A line that this command wrote before: the log must still hold its entry.")
def verify_log(slug: str | None, known: str | None) -> None:
    """Check every entry's hash and place, in each municipality; the exit code is 1 when one is broken.

    Keep a line of it outside the server: against it, even a log that was written anew from end to end is
    found out.
    """
    places = [place for place in everywhere() if slug in (None, place.slug)]
    if not places:
        raise click.ClickException(f"There is no municipality {slug}.")
    if known and not any(KNOWN.fullmatch(known) and known.startswith(f"{place.slug} ") for place in places):
        raise click.ClickException("The known line is not one of theirs.")
    results = [_verify(place, known or "") for place in places]
    if not all(results):
        raise SystemExit(1)


def _verify(place: Place, known: str) -> bool:
    with municipality_context(place.municipality_id):
        broken = log.broken_entry()
        number, last = log.end_of_chain()
        is_known = not known.startswith(f"{place.slug} ") or log.holds(known)
    if broken is not None:
        click.echo(f"{place.slug}: {broken.words % {'number': broken.number}}", err=True)
    elif not is_known:
        click.echo(f"{place.slug}: The log is not the one that the known line was written about.", err=True)
    else:
        click.echo(f"{place.slug} {number} {last}")
    return broken is None and is_known
