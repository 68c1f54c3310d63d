"""Two workers at once send each mail once, and end when they are told to."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask_migrate import upgrade
from sqlalchemy import func, select

from participation import create_app
from participation.config import ROOT, Settings
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.mail import services
from participation.mail.models import OutgoingMail
from tests.databases import fresh_database
from tests.factories.municipalities import MunicipalityFactory
from tests.servers import environment

MAILS = 60
WORKER = [sys.executable, "-m", "flask", "--app", "wsgi", "worker"]


@pytest.fixture
def waiting(tmp_path: Path) -> Iterator[str]:
    """The address of a database with mails that wait, for all processes to see."""
    with fresh_database(tmp_path) as address:
        app = create_app(Settings(environment="development", database_url=address))
        with app.app_context():
            upgrade()
            with municipality_context(MunicipalityFactory().id):
                write_mails()
                yield address
            db.session.remove()
            db.engine.dispose()


def write_mails() -> None:
    for mail in range(MAILS):
        services.post(
            kind="accounts.email_changed", recipient=f"p{mail}@example.org", language="da", context={}
        )
    db.session.commit()


@pytest.mark.processes
def test_two_workers_send_each_mail_once(postbox: Any, waiting: str) -> None:
    settings = environment(waiting, 8000, MAIL_URL=f"smtp://127.0.0.1:{postbox.port}")
    workers = [subprocess.Popen(WORKER, cwd=ROOT, env=settings) for _ in range(2)]
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
