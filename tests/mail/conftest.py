"""A real mail server, and the application told to use it."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask

from participation.mail import services
from participation.municipalities.models import Municipality
from participation.web import letters
from tests.servers import free_port


class Postbox:
    """Takes mails in; refuses recipients that begin with `refused`, and once those that begin with `busy`."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.port = 0
        self.has_changed = threading.Condition()

    def wait_for(self, count: int) -> bool:
        """Whether that many mails have come within half a minute."""
        with self.has_changed:
            return self.has_changed.wait_for(lambda: len(self.messages) >= count, timeout=120)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address.startswith("refused"):
            return "550 no such person"
        if address.startswith("busy"):
            return "451 later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        with self.has_changed:
            self.messages.append(message)
            self.has_changed.notify_all()
        return "250 OK"


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    """A mail server on a free port."""
    box = Postbox()
    box.port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    yield box
    controller.stop()


@pytest.fixture
def mail_to(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Tell the application where the mail server listens."""

    def use(port: int) -> None:
        settings = replace(app.config["SETTINGS"], mail_url=f"smtp://127.0.0.1:{port}", mail_from="hi@x.dk")
        monkeypatch.setitem(app.config, "SETTINGS", settings)

    return use


@pytest.fixture
def post(municipality: Municipality, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put a plain mail in the outbox."""

    def write(context: Any, _language: str) -> letters.Letter | None:
        text = context["text"]
        if text is None:
            return None
        return letters.Letter(text, f"{text}\n", f"<p>{text}</p>", {"List-Unsubscribe": "<https://x.dk/>"})

    monkeypatch.setitem(letters.RENDERERS, "test.plain", write)

    def post(recipient: str, text: str | None = "Hej", key: str | None = None) -> None:
        services.post(kind="test.plain", recipient=recipient, language="da", context={"text": text}, key=key)

    return post
