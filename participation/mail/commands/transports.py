"""The two ways out: a mail server named by MAIL_URL, or in development a folder that /_post shows."""

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from email.message import EmailMessage
from urllib.parse import SplitResult, unquote, urlsplit

from participation.config import ConfigurationError, Settings
from participation.mail.models import OutgoingMail
from participation.mail.queries import letters_of

Send = Callable[[OutgoingMail, EmailMessage], None]
PATIENCE = 20


def transport(settings: Settings) -> AbstractContextManager[Send]:
    """A connection for one pass."""
    if settings.keeps_letters:
        return folder(settings)
    return server(settings.mail_url)


@contextmanager
def folder(settings: Settings) -> Iterator[Send]:
    """Each mail as a file, under its municipality."""

    def send(mail: OutgoingMail, message: EmailMessage) -> None:
        place = letters_of(settings.letters_folder, mail.municipality_id)
        place.mkdir(parents=True, exist_ok=True)
        half = place / f"{mail.id}.half"
        half.write_bytes(message.as_bytes())
        half.rename(place / f"{mail.id}.eml")

    yield send


@contextmanager
def server(mail_url: str) -> Iterator[Send]:
    """`smtp://user:password@host:port`, `smtps://…`, `smtp://…?starttls`."""
    address = urlsplit(mail_url)
    with _connected(address) as connection:
        if address.username:
            connection.login(unquote(address.username), unquote(address.password or ""))
        yield lambda _mail, message: _send(connection, message)


def _send(connection: smtplib.SMTP, message: EmailMessage) -> None:
    connection.send_message(message)


def _connected(address: SplitResult) -> smtplib.SMTP:
    host = address.hostname or "localhost"
    secure = ssl.create_default_context()
    if address.scheme == "smtps":
        return smtplib.SMTP_SSL(host, address.port or 465, timeout=PATIENCE, context=secure)
    if address.scheme != "smtp":
        raise ConfigurationError("MAIL_URL begins with smtp:// or smtps://")
    connection = smtplib.SMTP(host, address.port or 25, timeout=PATIENCE)
    if "starttls" in address.query:
        connection.starttls(context=secure)
    return connection
