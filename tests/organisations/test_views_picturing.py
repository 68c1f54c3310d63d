"""The picture of an organisation: chosen with words, kept over a refusal, and seen with its page alone."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.files.models import StoredFile
from participation.foundation.clock import now
from participation.organisations.lifecycle import OrganisationStatus
from participation.organisations.models import Organisation
from tests.conftest import Client
from tests.factories.files import PictureFactory, picture_bytes

AT = "/vallensbaek/foreninger"
WORDS = "Ti naboer om et langbord"
GROUP = {
    "name": "Gadefesten",
    "kind": "group",
    "purpose": "Vi spiser.",
    "contact_name": "Mette K.",
    "is_adult": "y",
}
Browsers = Callable[[Person], Client]


def sent(content: bytes, **said: str) -> dict[str, Any]:
    return {**GROUP, "picture": (BytesIO(content), "IMG_1.jpg"), **said}


def page(organisation: Organisation) -> str:
    return f"{AT}/{organisation.id}-{organisation.slug}"


@pytest.fixture
def picture(organisation: Organisation) -> StoredFile:
    """The one that the organisation shows."""
    organisation.picture_id = PictureFactory(alternative_text=WORDS).id
    db.session.flush()
    db.session.expire(organisation, ["picture"])
    assert organisation.picture is not None
    return organisation.picture


def address(picture: StoredFile) -> str:
    return f"/vallensbaek/filer/{picture.id}-{picture.digest}/stor"


def test_it_is_chosen_in_the_application_and_seen_with_the_page(
    client: Client, client_of: Browsers, citizen: Person, moderator: Person
) -> None:
    client_of(citizen).post(f"{AT}/ny", data=sent(picture_bytes(), alternative_text=WORDS))
    made = db.session.scalars(db.select(Organisation)).one()
    assert made.picture is not None
    assert client.get(address(made.picture)).status_code == 404
    desk = client_of(moderator)
    place = f"/vallensbaek/opgaver/foreninger/{made.id}"
    assert WORDS in desk.get(place).text
    desk.post(place, data={"move": "approve"})
    assert f'alt="{WORDS}"' in client.get(page(made)).text
    assert client.get(address(made.picture)).mimetype == "image/webp"


def test_without_words_it_waits_with_the_form(
    client_of: Browsers, citizen: Person, organisation: Organisation
) -> None:
    browser, place = client_of(citizen), f"{AT}/{organisation.id}/ret"
    refused = browser.post(place, data=sent(picture_bytes()))
    kept = re.search(r'name="kept" value="(\d+)"', refused.text)
    assert (refused.status_code, kept is not None) == (422, True)
    assert kept is not None
    browser.post(place, data={**GROUP, "kept": kept[1], "alternative_text": WORDS})
    assert (organisation.picture_id, organisation.picture.alternative_text) == (int(kept[1]), WORDS)  # type: ignore[union-attr]


@pytest.mark.parametrize(("kept", "is_left"), [(True, True), (False, False)])
def test_a_tick_taken_away_takes_it_away(
    client_of: Browsers,
    citizen: Person,
    organisation: Organisation,
    picture: StoredFile,
    kept: bool,
    is_left: bool,
) -> None:
    browser, place = client_of(citizen), f"{AT}/{organisation.id}/ret"
    assert f'value="{WORDS}"' in browser.get(place).text
    said = {**GROUP, "alternative_text": "Ti naboer", **({"kept": str(picture.id)} if kept else {})}
    assert browser.post(place, data=said).status_code == 302
    assert (organisation.picture_id == picture.id) is is_left


def test_a_picture_of_somebody_elses_is_not_taken(
    client_of: Browsers, citizen: Person, author: Person, organisation: Organisation
) -> None:
    theirs = PictureFactory(created_by_id=author.id)
    said = {**GROUP, "alternative_text": WORDS, "kept": str(theirs.id)}
    client_of(citizen).post(f"{AT}/{organisation.id}/ret", data=said)
    assert organisation.picture_id is None


def test_what_is_no_picture_is_said_at_the_field(client_of: Browsers, citizen: Person) -> None:
    answer = client_of(citizen).post(f"{AT}/ny", data=sent(b"PK\x03\x04", alternative_text=WORDS))
    assert (answer.status_code, 'id="picture-error"' in answer.text) == (422, True)


def test_a_hidden_organisations_picture_is_gone(
    client: Client, client_of: Browsers, citizen: Person, organisation: Organisation, picture: StoredFile
) -> None:
    assert client.get(address(picture)).status_code == 200
    organisation.hidden_at = now()
    db.session.flush()
    assert client.get(address(picture)).status_code == 404
    assert client_of(citizen).get(address(picture)).status_code == 200


def test_a_closed_organisations_picture_stays(
    client: Client, organisation: Organisation, picture: StoredFile
) -> None:
    organisation.status, organisation.archived_at = OrganisationStatus.ARCHIVED, now()
    db.session.flush()
    assert client.get(address(picture)).status_code == 200
    assert WORDS in client.get(page(organisation)).text


def test_staff_change_the_name_that_was_approved(
    client_of: Browsers, citizen: Person, moderator: Person, organisation: Organisation
) -> None:
    place, said = f"{AT}/{organisation.id}/ret", {**GROUP, "name": "Gryden og Grillen"}
    client_of(citizen).post(place, data=said)
    assert organisation.name == "Foreningen Gryden"
    desk = client_of(moderator)
    assert 'name="name"' in desk.get(place).text
    assert desk.post(place, data=said).status_code == 302
    assert (organisation.name, organisation.slug) == ("Gryden og Grillen", "gryden-og-grillen")
