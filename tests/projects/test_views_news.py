"""The steward's telephone: news with pictures, described, mended and taken back."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.files.models import StoredFile
from participation.foundation.clock import today
from participation.projects import queries
from participation.projects.lifecycle import ProjectStatus
from participation.projects.models import Project, ProjectUpdate
from participation.projects.services.answering import TAKE_BACK
from participation.web.application import MOST_WITH_FILES
from participation.web.tokens import sealed
from tests.factories.files import PDF, picture_bytes
from tests.factories.projects import MilestoneFactory, ProjectFactory, UpdateFactory

START = "/vallensbaek/projekter"


@pytest.fixture
def project(citizen: Person) -> Project:
    return ProjectFactory(steward_id=citizen.id, status=ProjectStatus.ACTIVE)


@pytest.fixture
def phone(citizen: Person, client_of: Callable[[Person], Any]) -> Any:
    return client_of(citizen)


def sent(body: str, *contents: bytes, **more: Any) -> dict[str, Any]:
    files = [(BytesIO(content), f"../../{n}.php") for n, content in enumerate(contents)]
    return {"body": body, "pictures": files, **more}


def page(project: Project) -> str:
    return f"{START}/{project.id}-{project.slug}"


def test_news_with_a_picture_are_described_and_seen_by_all(phone: Any, client: Any, project: Project) -> None:
    answer = phone.post(f"{START}/{project.id}/nyheder", data=sent("Træerne står der.", picture_bytes()))
    update = queries.updates_of(project)[0]
    assert answer.location == f"{START}/nyheder/{update.id}/billeder"
    file_id = update.pictures[0].file_id
    assert phone.get(answer.location).status_code == 200
    assert phone.post(answer.location, data={f"picture-{file_id}": "Ti træer på række"}).status_code == 302
    shown = client.get(page(project)).text
    assert 'alt="Ti træer på række"' in shown
    address = re.search(r'src="([^"]*/stor)"', shown)
    assert address is not None
    assert client.get(address[1]).mimetype == "image/webp"


def test_pictures_outlive_a_form_that_is_refused(phone: Any, project: Project) -> None:
    address = f"{START}/{project.id}/nyheder"
    answer = phone.post(address, data=sent("", picture_bytes(), b"no picture at all"))
    assert answer.status_code == 422
    assert "Vælg et JPEG-, PNG- eller WebP-billede" in answer.text
    kept = db.session.scalars(select(StoredFile)).one()
    assert f'name="kept" value="{kept.id}" checked' in answer.text
    assert phone.post(address, data=sent("Nu!", kept=str(kept.id))).status_code == 302
    assert [each.file_id for each in queries.updates_of(project)[0].pictures] == [kept.id]


def test_nobody_takes_somebody_elses_picture(phone: Any, project: Project, author: Person) -> None:
    other = StoredFile(
        kind="picture", media_type="image/webp", digest="0" * 64, byte_size=1, created_by_id=author.id
    )
    db.session.add(other)
    db.session.flush()
    phone.post(f"{START}/{project.id}/nyheder", data=sent("Nu!", kept=str(other.id)))
    assert queries.updates_of(project)[0].pictures == []


def test_seventh_picture_is_refused_and_six_are_kept(phone: Any, project: Project) -> None:
    contents = [picture_bytes(size=(20 + n, 20)) for n in range(7)]
    answer = phone.post(f"{START}/{project.id}/nyheder", data=sent("Nu!", *contents))
    assert answer.status_code == 422
    assert answer.text.count('name="kept"') == 6


def test_more_than_the_limit_is_not_even_read(phone: Any, project: Project) -> None:
    answer = phone.post(
        f"{START}/{project.id}/nyheder",
        data=sent("Nu!", picture_bytes()),
        environ_overrides={"CONTENT_LENGTH": str(MOST_WITH_FILES + 1)},
    )
    assert answer.status_code == 413


def test_number_is_asked_about_with_the_picture_kept_and_then_held(
    phone: Any, client: Any, project: Project
) -> None:
    address = f"{START}/{project.id}/nyheder"
    asked = phone.post(address, data=sent("Ring til 010190-1234", picture_bytes()))
    assert asked.status_code == 422
    kept = re.findall(r'name="kept" value="(\d+)"', asked.text)
    assert len(kept) == 1
    phone.post(address, data=sent("Ring til 010190-1234", kept=kept[0], seen="cpr"))
    assert queries.updates_to_run(project)[0].awaits_look
    assert "010190" not in client.get(page(project)).text


def test_telephone_number_is_masked_for_readers(phone: Any, client: Any, project: Project) -> None:
    asked = {"body": "Ring 22 34 56 78", "seen": "phone"}
    phone.post(f"{START}/{project.id}/nyheder", data=asked)
    assert "22 34 56 78" not in client.get(page(project)).text


def test_mended_and_taken_back(phone: Any, client: Any, project: Project, citizen: Person) -> None:
    update: ProjectUpdate = UpdateFactory(project_id=project.id, author_id=citizen.id)
    phone.post(f"{START}/nyheder/{update.id}/ret", data={"body": "Alle huller er gravet."})
    assert "Alle huller er gravet." in client.get(page(project)).text
    assert phone.get(f"{START}/nyheder/{update.id}/tag-tilbage").status_code == 200
    phone.post(f"{START}/nyheder/{update.id}/tag-tilbage")
    assert "Alle huller er gravet." not in client.get(page(project)).text


def test_link_in_the_mail_takes_back_without_signing_in(
    client: Any, app: Any, project: Project, citizen: Person
) -> None:
    update = UpdateFactory(project_id=project.id, author_id=citizen.id)
    other = UpdateFactory(project_id=project.id, author_id=citizen.id, body="Det andet.")
    note = sealed(TAKE_BACK, [update.id, citizen.id])
    assert client.get(f"{START}/nyheder/{other.id}/tag-tilbage/{note}").status_code == 404
    assert client.get(f"{START}/nyheder/{update.id}/tag-tilbage/{note}x").status_code == 404
    assert client.get(f"{START}/nyheder/{update.id}/tag-tilbage/{note}").status_code == 200
    assert queries.find_update(update.id) == update
    assert client.post(f"{START}/nyheder/{update.id}/tag-tilbage/{note}").status_code == 200
    assert queries.find_update(update.id) is None


def test_milestone_is_done_with_one_press(phone: Any, client: Any, project: Project) -> None:
    phone.post(f"{START}/{project.id}/milepaele", data={"title": "Grav huller", "due_on": "2020-05-01"})
    milestone = queries.milestones_of(project)[0]
    assert "Skulle have været færdig" in client.get(page(project)).text
    phone.post(f"{START}/milepaele/{milestone.id}/naaet")
    assert milestone.done_on == today()
    phone.post(f"{START}/milepaele/{milestone.id}/ret", data={"title": "Grav ti huller"})
    assert "Grav ti huller" in client.get(page(project)).text
    phone.post(f"{START}/milepaele/{milestone.id}/fjern")
    assert queries.milestones_of(project) == []


def test_document_is_added_and_taken_away(phone: Any, client: Any, project: Project) -> None:
    address = f"{START}/{project.id}/dokumenter"
    wrong = phone.post(address, data={"name": "Plan", "file": (BytesIO(picture_bytes()), "plan.pdf")})
    assert wrong.status_code == 422
    phone.post(address, data={"name": "Plan for stien", "file": (BytesIO(PDF), "x.exe")})
    assert "Plan for stien" in client.get(page(project)).text
    document = queries.documents_of(project)[0]
    assert phone.get(f"{START}/dokumenter/{document.id}/fjern").status_code == 200
    phone.post(f"{START}/dokumenter/{document.id}/fjern")
    assert queries.documents_of(project) == []


def test_pause_says_until_when(phone: Any, client: Any, project: Project) -> None:
    back = today() + timedelta(days=90)
    words = {"version": str(project.version), "sentence": "Jorden er frossen."}
    assert phone.post(f"{START}/{project.id}/status/pause", data=words).status_code == 422
    phone.post(f"{START}/{project.id}/status/pause", data=words | {"resumes_on": str(back)})
    assert "Vi er tilbage" in client.get(page(project)).text


@pytest.mark.parametrize(
    "page_", ["mine", "{}/arbejde", "{}/ret", "{}/nyheder", "{}/milepaele", "{}/dokumenter"]
)
def test_steward_sees_the_own_pages(phone: Any, project: Project, page_: str) -> None:
    MilestoneFactory(project_id=project.id)
    assert phone.get(f"{START}/{page_.format(project.id)}").status_code == 200


@pytest.mark.parametrize(
    "page_", ["{}/arbejde", "{}/nyheder", "{}/milepaele", "{}/dokumenter", "{}/tovholder"]
)
def test_others_do_not(
    author: Person, client_of: Callable[[Person], Any], project: Project, page_: str
) -> None:
    assert client_of(author).get(f"{START}/{page_.format(project.id)}").status_code == 403


def test_staff_entrust_a_project_to_somebody(
    moderator: Person, author: Person, client_of: Callable[[Person], Any], project: Project
) -> None:
    desk, address = client_of(moderator), f"{START}/{project.id}/tovholder"
    form = {"organisation": "", "steward": "Anna", "version": str(project.version)}
    assert desk.get(address).status_code == 200
    assert desk.post(address, data=form | {"email": "ingen@example.org"}).status_code == 422
    assert desk.post(address, data=form | {"email": author.email}).status_code == 302
    assert project.steward_id == author.id
