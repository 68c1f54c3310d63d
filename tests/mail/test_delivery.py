"""Mails leave once, wait while the server is down, and are given up only for a reason."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from participation.extensions import db
from participation.foundation.clock import FAR_FUTURE, now
from participation.foundation.tenancy import current_municipality_id, municipality_context
from participation.mail import rules, services
from participation.mail.commands.delivery import deliver
from participation.mail.commands.messages import POLICY
from participation.mail.models import OutgoingMail
from participation.web import letters, worker
from tests.servers import free_port

HOUR = 3600
ADDRESS = "ada@example.org"


def row() -> OutgoingMail:
    db.session.expire_all()
    return db.session.scalars(select(OutgoingMail)).one()


def test_a_mail_leaves_once(postbox: Any, mail_to: Callable[..., None], post: Callable[..., None]) -> None:
    mail_to(postbox.port)
    post(ADDRESS)
    db.session.commit()
    deliver()
    deliver()
    assert [message["Subject"] for message in postbox.messages] == ["Hej"]
    assert row().sent_at is not None
    assert row().due_at == FAR_FUTURE


def test_a_mail_has_its_headers(
    postbox: Any, mail_to: Callable[..., None], post: Callable[..., None]
) -> None:
    mail_to(postbox.port)
    post(ADDRESS)
    db.session.commit()
    deliver()
    message = postbox.messages[0]
    assert message["From"] == "Deltag <hi@x.dk>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe"] == "<https://x.dk/>"
    assert message["Message-ID"].endswith("@x.dk>")
    assert message["Date"]
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


def test_the_way_out_stays_whole_however_long_it_is() -> None:
    leave = f"<https://x.dk/beskeder/afmeld/{'a' * 100}>"
    message = EmailMessage(policy=POLICY)
    message["List-Unsubscribe"] = leave
    message["Subject"] = "Idéen " * 30
    assert f"List-Unsubscribe: {leave}\r\n" in message.as_string()
    lines = message.as_bytes().split(b"\r\n")
    assert f"List-Unsubscribe: {leave}".encode() in lines
    assert max(len(line) for line in lines if line.startswith((b"Subject", b" "))) <= 78


def test_a_second_mail_with_the_key_is_dropped(post: Callable[..., None]) -> None:
    post(ADDRESS, key="once")
    post(ADDRESS, key="once")
    assert row().key == "once"


def test_a_mail_waits_for_the_server(
    postbox: Any, mail_to: Callable[..., None], post: Callable[..., None]
) -> None:
    mail_to(free_port())
    post(ADDRESS)
    db.session.commit()
    deliver()
    assert row().last_error == "ConnectionRefusedError"
    mail_to(postbox.port)
    with time_machine.travel(now() + timedelta(seconds=6), tick=False):
        deliver()
    assert len(postbox.messages) == 1
    assert row().tries == 2


def test_a_refused_recipient_is_given_up_and_the_next_goes_out(
    postbox: Any, mail_to: Callable[..., None], post: Callable[..., None]
) -> None:
    mail_to(postbox.port)
    post("refused@example.org")
    post(ADDRESS)
    db.session.commit()
    deliver()
    refused, sent = db.session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)).all()
    assert refused.failed_at is not None
    assert refused.last_error == "SMTPRecipientsRefused 550"
    assert sent.sent_at is not None


def test_a_busy_server_is_tried_again(
    postbox: Any, mail_to: Callable[..., None], post: Callable[..., None]
) -> None:
    mail_to(postbox.port)
    post("busy@example.org")
    db.session.commit()
    deliver()
    assert row().failed_at is None
    assert row().last_error == "SMTPRecipientsRefused 451"
    assert row().due_at < FAR_FUTURE


def test_the_pauses_grow_and_end() -> None:
    moment = now()
    pauses = [rules.next_try(tries, moment) for tries in range(1, rules.MOST_TRIES + 1)]
    assert pauses[-1] is None
    seconds = [(pause - moment).total_seconds() for pause in pauses[:-1] if pause]
    assert seconds[:4] == [5, 10, 20, 40]
    assert max(seconds) == 6 * HOUR
    assert 4 * 24 * HOUR < sum(seconds) < 6 * 24 * HOUR


def test_an_unwanted_mail_is_not_sent(
    postbox: Any, mail_to: Callable[..., None], post: Callable[..., None]
) -> None:
    mail_to(postbox.port)
    post(ADDRESS, text=None)
    db.session.commit()
    deliver()
    assert postbox.messages == []
    assert row().due_at == FAR_FUTURE
    assert row().sent_at is None


def test_a_claimed_mail_is_nobody_elses_until_its_lease_ends(post: Callable[..., None]) -> None:
    post(ADDRESS)
    db.session.commit()
    assert len(services.claim()) == 1
    assert services.claim() == []
    with time_machine.travel(now() + rules.LEASE + timedelta(seconds=1), tick=False):
        assert len(services.claim()) == 1


def test_a_mail_that_cannot_be_written_is_logged_without_its_words(
    postbox: Any,
    mail_to: Callable[..., None],
    post: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(_context: Any, _language: str) -> letters.Letter:
        raise ValueError(ADDRESS)

    mail_to(postbox.port)
    monkeypatch.setitem(letters.RENDERERS, "test.plain", broken)
    post(ADDRESS)
    db.session.commit()
    deliver()
    assert row().last_error == "ValueError"
    assert "ValueError" in caplog.text
    assert ADDRESS not in caplog.text


def test_old_mails_are_forgotten(
    postbox: Any, mail_to: Callable[..., None], post: Callable[..., None]
) -> None:
    mail_to(postbox.port)
    post(ADDRESS)
    db.session.commit()
    deliver()
    services.forget_old()
    assert row().sent_at is not None
    with time_machine.travel(now() + timedelta(days=31), tick=False):
        services.forget_old()
    assert db.session.scalars(select(OutgoingMail)).all() == []


def test_the_worker_sends_in_every_municipality(
    app: Flask, postbox: Any, mail_to: Callable[..., None], post: Callable[..., None], other_municipality: Any
) -> None:
    mail_to(postbox.port)
    post(ADDRESS)
    with municipality_context(other_municipality.id):
        post(ADDRESS)
    db.session.commit()
    worker.do_now(deliver)
    assert len(postbox.messages) == 2


def test_what_fails_in_one_municipality_does_not_stop_the_others(
    app: Flask, other_municipality: Any, caplog: pytest.LogCaptureFixture
) -> None:
    done = []

    def broken_in_the_first() -> None:
        done.append(current_municipality_id())
        if len(done) == 1:
            raise RuntimeError(ADDRESS)

    db.session.commit()
    worker.do_now(broken_in_the_first)
    assert len(set(done)) == 2
    assert "RuntimeError" in caplog.text
    assert ADDRESS not in caplog.text


def test_an_urgent_mail_goes_before_those_that_wait(post: Callable[..., None]) -> None:
    for _ in range(rules.BATCH):
        post(ADDRESS)
    services.post(kind="test.plain", recipient="in@a.hurry", language="da", context={}, is_urgent=True)
    db.session.commit()
    assert services.claim()[0].recipient == "in@a.hurry"


def test_a_mail_is_not_begun_when_its_lease_is_nearly_over(
    postbox: Any,
    mail_to: Callable[..., None],
    post: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mail_to(postbox.port)
    post(ADDRESS)
    db.session.commit()
    monkeypatch.setattr(rules, "LEASE", rules.LATEST_START)
    deliver()
    assert postbox.messages == []
    assert row().due_at < FAR_FUTURE
