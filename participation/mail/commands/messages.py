"""A letter as a message: the headers that every mail has."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, g

from participation.foundation.clock import now
from participation.mail.models import OutgoingMail
from participation.web.letters import Letter


class OnOneLine(EmailPolicy):
    """Leaves a header with an address of the web whole: in an encoded word no mail program finds it."""

    def fold(self, name: str, value: Any) -> str:
        return self._whole(name, value) or super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        return self._whole(name, value).encode("ascii") or super().fold_binary(name, value)

    def _whole(self, name: str, value: Any) -> str:
        return f"{name}: {value}{self.linesep}" if name == "List-Unsubscribe" else ""


POLICY = OnOneLine(linesep="\r\n")


def message_of(mail: OutgoingMail, letter: Letter) -> EmailMessage:
    """The message; its Message-ID stays the same however often it is tried."""
    sender = _sender()
    message = EmailMessage(policy=POLICY)
    message["From"] = Address(g.site.site_name, addr_spec=sender)
    message["To"] = Address(addr_spec=mail.recipient)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(now())
    moment = int(mail.created_at.timestamp())
    message["Message-ID"] = f"<{mail.municipality_id}.{mail.id}.{moment}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    for name, value in letter.headers.items():
        message[name] = value
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    return message


def _sender() -> str:
    settings = current_app.config["SETTINGS"]
    return settings.mail_from or f"no-reply@{urlsplit(settings.base_url).hostname}"
