"""`flask demo load` and `flask demo accounts`: as if people had been here for months."""

import click
from flask import current_app
from flask.cli import AppGroup, with_appcontext

from participation.accounts import queries as accounts
from participation.demo.commands import loading
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.municipalities import queries as municipalities
from participation.web.places import Place, everywhere

commands = AppGroup("demo", help="The demonstration: invented people, ideas, answers and projects.")


@commands.command("load")
@with_appcontext
def load() -> None:
    """Load what each municipality's file tells, unless it is there already."""
    if current_app.config["SETTINGS"].environment == "production":
        raise click.ClickException("This is production: invented people have no place here.")
    for place in _places():
        with current_app.app_context(), municipality_context(place.municipality_id):
            said = loading.load(place.slug)
            db.session.commit()
        click.echo(f"{place.slug}: {said}")


@commands.command("accounts")
@with_appcontext
def print_accounts() -> None:
    """Say where to look, and as whom one can sign in with one click."""
    settings = current_app.config["SETTINGS"]
    for place in _places():
        with current_app.app_context(), municipality_context(place.municipality_id):
            home = f"{place.home(settings.base_url)}/{place.slug}/"
            click.echo(f"{municipalities.current().name}: {home} (English: {_english(home, place)})")
            for person in accounts.demonstration_people():
                click.echo(f"  {person.role.value:<14} {person.display_name:<32} {person.email}")
    click.echo(f"Sign in with one click: {settings.base_url}/vallensbaek/log-ind")


def _english(home: str, place: Place) -> str:
    return home.removesuffix(f"/{place.slug}/") + f"/en/{place.slug}/"


def _places() -> list[Place]:
    """Asked once, and let go: a command that works in other sessions holds no lock in its own."""
    places = everywhere()
    db.session.rollback()
    return places
