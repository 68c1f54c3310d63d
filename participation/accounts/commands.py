"""What the worker does for accounts: forgetting codes and sign-ins that time has ended."""

import click
from flask.cli import AppGroup

from participation.accounts import queries
from participation.accounts.models import Role
from participation.accounts.services import codes, roles, sessions, suspensions
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.tenancy import municipality_context
from participation.web import limits, worker
from participation.web.places import everywhere

commands = AppGroup("accounts", help="Accounts: tidy up, give roles.")


@commands.command("forget")
def forget() -> None:
    """Drop what is old, in every municipality, as the worker does each hour."""
    for place in everywhere():
        with municipality_context(place.municipality_id):
            forget_old()
            db.session.commit()


def forget_old() -> None:
    """Codes, sign-ins and counted tries that can no longer matter."""
    codes.forget_codes()
    sessions.forget_sign_ins()
    suspensions.forget_ended()
    limits.forget_old()


@commands.command("give-role")
@click.argument("municipality")
@click.argument("email")
@click.argument("role", type=click.Choice([role.value for role in Role]))
def give_role(municipality: str, email: str, role: str) -> None:
    """Give somebody who has signed in once a role: so the first administrator is made."""
    place = next((each for each in everywhere() if each.slug == municipality), None)
    if place is None:
        raise click.ClickException(f"There is no municipality {municipality}.")
    with municipality_context(place.municipality_id):
        person = queries.by_email(email)
        if person is None:
            raise click.ClickException(f"Nobody has signed in to {municipality} as {email}.")
        roles.change_role(actor=SYSTEM, person=person, role=Role(role))
        db.session.commit()
    click.echo(f"{email}: {role}")


worker.register(every=3600, work=forget_old)
