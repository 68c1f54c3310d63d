"""News by answering a mail: who may, what is used, and that two machines never quarrel."""

from email.message import EmailMessage
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest
from flask import Flask
from flask_babel import gettext
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import at, now
from participation.foundation.tenancy import municipality_context
from participation.mail.commands import receiving
from participation.mail.models import OutgoingMail
from participation.municipalities.models import Municipality
from participation.projects import queries
from participation.projects.lifecycle import ProjectStatus
from participation.projects.models import Project
from participation.projects.services import answering
from participation.web.letters import RENDERERS, desk
from tests.factories.files import picture_bytes
from tests.factories.projects import ProjectFactory

DOMAIN = "svar.example.dk"


@pytest.fixture
def project(citizen: Person, app: Flask, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Of an installation that takes mail."""
    object.__setattr__(app.config["SETTINGS"], "incoming_mail_domain", DOMAIN)
    monkeypatch.setitem(app.config, "SERVER_NAME", None)
    return ProjectFactory(steward_id=citizen.id, status=ProjectStatus.ACTIVE)


def address(project: Project, person: Person) -> str:
    written = answering.address_for(project=project, person=person)
    assert written is not None
    return written


def mail(to: str, sender: str, body: str = "Hullerne er gravet.", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = f"Anna <{sender}>", to, "Sv: Hvordan går det?"
    message["Message-ID"] = headers.pop("message_id", "<1@example.org>")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    return message


def receive(message: EmailMessage) -> bool:
    db.session.commit()
    return receiving.receive(message.as_bytes())


def answers() -> list[tuple[str, str, dict[str, Any]]]:
    rows = db.session.scalars(select(OutgoingMail).order_by(OutgoingMail.id))
    return [(row.kind, row.recipient, row.context) for row in rows]


def test_answer_becomes_news_with_its_picture(project: Project, citizen: Person) -> None:
    message = mail(address(project, citizen), str(citizen.email), "Træerne står der.\n\n> Hvordan går det?\n")
    message.add_attachment(picture_bytes(), maintype="image", subtype="jpeg", filename="../../x.jpg")
    message.add_attachment(b"torn", maintype="image", subtype="png", filename="y.png")
    assert receive(message)
    update = queries.updates_of(project)[0]
    assert (update.body, update.author_id, len(update.pictures)) == ("Træerne står der.", citizen.id, 1)
    kind, recipient, context = answers()[0]
    assert (kind, recipient, context["spoilt"]) == (answering.PUBLISHED, citizen.email, 1)
    with desk("da"):
        written = RENDERERS[kind](context, "da")
    assert written is not None
    assert f"/vallensbaek/projekter/nyheder/{update.id}/tag-tilbage/" in written.text
    assert written.headers["Reply-To"].endswith(DOMAIN)


def test_same_mail_twice_is_taken_once(project: Project, citizen: Person) -> None:
    for body in ("Først.", "Først, men leveret igen."):
        receive(mail(address(project, citizen), str(citizen.email), body))
    assert [update.body for update in queries.updates_of(project)] == ["Først."]
    assert len(answers()) == 1


REFUSALS = {
    "sender": {"sender": "somebody@example.org"},
    "empty": {"body": "> Hvordan går det?\n"},
    "too_long": {"body": "Nyt. " * 1000},
}


@pytest.mark.parametrize("reason", REFUSALS)
def test_refused_politely_and_only_to_the_account(project: Project, citizen: Person, reason: str) -> None:
    words = {"sender": str(citizen.email), "body": "Nyt.", **REFUSALS[reason]}
    receive(mail(address(project, citizen), **words))
    assert queries.updates_of(project) == []
    (kind, recipient, context), *others = answers()
    assert (kind, recipient, context["reason"], others) == (answering.REFUSED, citizen.email, reason, [])
    with desk("da"):
        written = RENDERERS[kind](context, "da")
    assert written is not None
    assert project.title in written.subject
    with desk("da"):
        assert all(gettext(answering.REFUSALS[reason]) in part for part in (written.text, written.html))


def test_old_mail_suspension_and_a_lost_role_are_refused(
    project: Project, citizen: Person, author: Person
) -> None:
    to = address(project, citizen)
    with at(now() + answering.GOOD_FOR * 1.1):
        receive(mail(to, str(citizen.email), message_id="<a@x>"))
    project.steward_id = author.id
    receive(mail(to, str(citizen.email), message_id="<b@x>"))
    project.steward_id, citizen.suspended_until = citizen.id, now() + answering.GOOD_FOR
    receive(mail(to, str(citizen.email), message_id="<c@x>"))
    assert [context["reason"] for _, _, context in answers()] == ["late", "not_yours", "suspended"]
    assert queries.updates_of(project) == []


AUTOMATIC = [
    {"Auto_Submitted": "auto-replied"},
    {"Precedence": "bulk"},
    {"Return_Path": "<>"},
    {"List_Id": "<liste.example.org>"},
    {"X_Auto_Response_Suppress": "All"},
]


@pytest.mark.parametrize("headers", AUTOMATIC, ids=lambda each: next(iter(each)))
def test_machine_is_never_answered(project: Project, citizen: Person, headers: dict[str, str]) -> None:
    receive(mail(address(project, citizen), str(citizen.email), **headers))
    assert (answers(), queries.updates_of(project)) == ([], [])


def test_too_many_mails_are_dropped_without_an_answer(project: Project, citizen: Person) -> None:
    for number in range(answering.MAILS.count + 3):
        receive(mail(address(project, citizen), "other@example.org", message_id=f"<{number}@x>"))
    assert len(answers()) == answering.MAILS.count


def test_forged_address_is_nothing(project: Project, citizen: Person, author: Person) -> None:
    true = address(project, citizen)
    local = true.partition("@")[0]
    forged = [
        *(f"{local[:-1]}{other}@{DOMAIN}" for other in ascii_lowercase if other != local[-1]),
        f"{local}@elsewhere.example.org",
        f"svar-@{DOMAIN}",
        f"svar-{'a' * 50}@{DOMAIN}",
        f"svar-{'0189' * 9}@{DOMAIN}",
        f"{'x' * 70}@{DOMAIN}",
    ]
    for to in forged:
        assert not receive(mail(to, str(citizen.email)))
    assert (answers(), queries.updates_of(project)) == ([], [])


def test_address_of_another_municipality_reaches_nothing_here(
    project: Project, citizen: Person, other_municipality: Municipality
) -> None:
    with municipality_context(other_municipality.id):
        elsewhere = address(project, citizen)
    assert receive(mail(elsewhere, str(citizen.email)))
    assert (answers(), queries.updates_of(project)) == ([], [])


def test_number_in_a_mail_is_held(project: Project, citizen: Person) -> None:
    receive(mail(address(project, citizen), str(citizen.email), "Spørg 010190-1234"))
    assert queries.updates_of(project) == []
    assert queries.updates_to_run(project)[0].awaits_look


def test_maildir_is_emptied_and_what_is_not_ours_put_aside(
    project: Project, citizen: Person, app: Flask, tmp_path: Path
) -> None:
    object.__setattr__(app.config["SETTINGS"], "incoming_maildir", tmp_path)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "1").write_bytes(mail(address(project, citizen), str(citizen.email)).as_bytes())
    (tmp_path / "new" / "2").write_bytes(mail("nobody@example.org", str(citizen.email)).as_bytes())
    (tmp_path / "new" / "3").write_bytes(b"\xff\xfe no mail at all")
    db.session.commit()
    receiving.empty_maildir()
    object.__setattr__(app.config["SETTINGS"], "incoming_maildir", None)
    assert [update.body for update in queries.updates_of(project)] == ["Hullerne er gravet."]
    assert sorted(path.name for path in (tmp_path / "cur").iterdir()) == ["2:2,TS", "3:2,TS"]
    assert list((tmp_path / "new").iterdir()) == []


@pytest.fixture(autouse=True)
def _no_mail_elsewhere(app: Flask) -> Any:
    yield
    object.__setattr__(app.config["SETTINGS"], "incoming_mail_domain", "")
