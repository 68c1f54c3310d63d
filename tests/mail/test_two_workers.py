"""Two workers at once send each mail once, and end when they are told to."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.mail import services
from participation.mail.models import OutgoingMail
from tests.factories.municipalities import MunicipalityFactory
from tests.processes import start
from tests.servers import environment

MAILS = 60
WORKER = ("flask", "--app", "wsgi", "worker")


@pytest.fixture
def waiting(own_app: Flask) -> Iterator[str]:
    """The address of a database with mails that wait, for all processes to see."""
    with municipality_context(MunicipalityFactory().id):
        write_mails()
        yield own_app.config["SETTINGS"].database_url


def write_mails() -> None:
    for mail in range(MAILS):
        services.post(
            kind="accounts.email_changed", recipient=f"p{mail}@example.org", language="da", context={}
        )
    db.session.commit()


@pytest.mark.processes
def test_two_workers_send_each_mail_once(postbox: Any, waiting: str) -> None:
    settings = environment(waiting, 8000, MAIL_URL=f"smtp://127.0.0.1:{postbox.port}")
    workers = [start(*WORKER, settings=settings) for _ in range(2)]
    try:
        assert postbox.wait_for(MAILS)
    finally:
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join(timeout=20)
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert len(postbox.messages) == MAILS
    assert len({message["Message-ID"] for message in postbox.messages}) == MAILS
    sent = select(func.count()).select_from(OutgoingMail).where(OutgoingMail.sent_at.is_not(None))
    assert db.session.scalar(sent) == MAILS
