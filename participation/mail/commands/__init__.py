"""Sending what waits in the outbox: by the worker, or now by `flask mail send`."""

import click
from flask.cli import with_appcontext

from participation.mail import services
from participation.mail.commands.delivery import deliver
from participation.web import worker


@click.group("mail")
def commands() -> None:
    """The outbox."""


@commands.command("send")
@with_appcontext
def send() -> None:
    """Send what is due, once, in every municipality."""
    worker.do_now(deliver)


worker.register(every=1, work=deliver)
worker.register(every=3600, work=services.forget_old)
