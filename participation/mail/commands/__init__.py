"""Sending what waits in the outbox, and taking what comes in: by the worker, or now by a command."""

import sys

import click
from flask.cli import with_appcontext

from participation.extensions import db
from participation.mail import services
from participation.mail.commands.delivery import deliver
from participation.mail.commands.receiving import empty_maildir, receive
from participation.mail.rules.incoming import MOST_BYTES
from participation.web import worker


@click.group("mail")
def commands() -> None:
    """The outbox."""


@commands.command("send")
@with_appcontext
def send() -> None:
    """Send what is due, once, in every municipality."""
    worker.do_now(deliver)


# What a mail server understands as "try again later" (sysexits.h).
TEMPORARY = 75


@commands.command("receive")
@click.option("--recipient", default="", help="The address that the mail server delivers to.")
@with_appcontext
def receive_one(recipient: str) -> None:
    """Take one mail from standard input, as a mail server's pipe hands it over."""
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        receive(content, recipient)
    except Exception as error:
        db.session.rollback()
        worker.report("taking a mail", error)
        raise SystemExit(TEMPORARY) from error


worker.register(every=1, work=deliver)
worker.register(every=20, work=empty_maildir)
worker.register(every=3600, work=services.forget_old)
