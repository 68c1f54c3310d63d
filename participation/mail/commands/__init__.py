"""Sending what waits in the outbox: by the worker, or now by `flask mail send`."""

import click
from flask import current_app
from flask.cli import with_appcontext

from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.mail import services
from participation.mail.commands.delivery import deliver
from participation.web import worker
from participation.web.places import everywhere


@click.group("mail")
def commands() -> None:
    """The outbox."""


@commands.command("send")
@with_appcontext
def send() -> None:
    """Send what is due, once, in every municipality."""
    for place in everywhere():
        with current_app.app_context(), municipality_context(place.municipality_id):
            deliver()
            db.session.commit()


worker.register(every=1, work=deliver)
worker.register(every=3600, work=services.forget_old)
