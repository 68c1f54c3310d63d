"""The commands `flask demo …`: load the invented content, and tell who can be tried."""

import click
from flask import current_app
from flask.cli import AppGroup

from participation.accounts.queries import demonstration_people
from participation.config import Settings
from participation.demo.rules import content_of
from participation.demo.services.playing import is_played, play
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.municipalities.queries import all_municipalities

commands = AppGroup("demo", help="The demonstration: invented ideas, people and answers.")


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings


@commands.command("load")
def load() -> None:
    """Let the story happen in each municipality that has one; refuses in production."""
    if _settings().environment == "production":
        raise click.ClickException("Invented content does not belong in production.")
    for municipality in all_municipalities():
        with municipality_context(municipality.id):
            click.echo(f"{municipality.slug}: {_load(municipality.slug)}")


def _load(slug: str) -> str:
    if is_played():
        return "there already"
    try:
        content = content_of(slug)
    except FileNotFoundError:
        return "has no story"
    stage = play(content=content, domain=f"{slug}.example")
    db.session.commit()
    return f"{len(stage.ideas)} ideas, {len(stage.projects)} projects, {len(stage.people)} people"


@commands.command("accounts")
def accounts() -> None:
    """Where to look, and as whom."""
    base = _settings().base_url
    for municipality in all_municipalities():
        click.echo(f"{municipality.name}: {base}/{municipality.slug}/")
        with municipality_context(municipality.id):
            for person in demonstration_people():
                click.echo(f"  {person.demo_key or '':<14} {person.display_name or '':<34} {person.email}")
        click.echo(f"  one click signs you in: {base}/{municipality.slug}/log-ind")
        click.echo(f"  mails that were sent:   {base}/{municipality.slug}/_post/")
