"""Two workers at once send each mail once, and end when they are told to."""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import func, select

from participation.config import ROOT
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.mail import services
from participation.mail.models import OutgoingMail
from tests.factories.municipalities import MunicipalityFactory

MAILS = 60
WORKER = [sys.executable, "-m", "flask", "--app", "wsgi", "worker"]


@pytest.fixture
def waiting(own_database: str) -> Iterator[str]:
    """Mails that wait, for all processes to see; the database's address."""
    with municipality_context(MunicipalityFactory().id):
        for mail in range(MAILS):
            services.post(
                kind="accounts.email_changed", recipient=f"p{mail}@example.org", language="da", context={}
            )
        db.session.commit()
        yield own_database


@pytest.mark.processes
def test_two_workers_send_each_mail_once(postbox: Any, waiting: str) -> None:
    more = {"DATABASE_URL": waiting, "MAIL_URL": f"smtp://127.0.0.1:{postbox.port}"}
    environment = {**os.environ, "PARTICIPATION_ENV": "development", **more}
    workers = [subprocess.Popen(WORKER, cwd=ROOT, env=environment) for _ in range(2)]
    try:
        assert postbox.wait_for(MAILS)
    finally:
        for worker in workers:
            worker.terminate()
        codes = [worker.wait(timeout=20) for worker in workers]
    assert codes == [0, 0]
    assert len(postbox.messages) == MAILS
    assert len({message["Message-ID"] for message in postbox.messages}) == MAILS
    sent = select(func.count()).select_from(OutgoingMail).where(OutgoingMail.sent_at.is_not(None))
    assert db.session.scalar(sent) == MAILS
