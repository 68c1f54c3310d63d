"""Applying and deciding in the browser, and what each reader sees."""

from collections.abc import Callable

from participation.accounts.models import Person
from participation.extensions import db
from participation.organisations import queries
from participation.organisations.lifecycle import OrganisationStatus
from participation.organisations.models import Membership, Organisation
from tests.conftest import Client

AT = "/vallensbaek/foreninger"
GROUP = {"name": "Gadefesten", "kind": "group", "contact_name": "Mette K.", "is_adult": "y"}


def test_a_group_applies_with_a_name_and_an_adult(
    client_of: Callable[[Person], Client], citizen: Person
) -> None:
    browser = client_of(citizen)
    answer = browser.post(f"{AT}/ny", data=GROUP, follow_redirects=True)
    assert "Gadefesten" in answer.text
    assert [(each.name, member.role.value) for each, member in queries.mine(citizen.id)] == [
        ("Gadefesten", "owner")
    ]
    assert "Gadefesten" in browser.get("/vallensbaek/min-side/foreninger").text


def test_a_wrong_cvr_number_comes_back_with_the_form_filled_in(
    client_of: Callable[[Person], Client], citizen: Person
) -> None:
    answer = client_of(citizen).post(f"{AT}/ny", data={**GROUP, "cvr": "12345678"})
    assert answer.status_code == 422
    assert 'value="12345678"' in answer.text
    assert 'id="cvr-error"' in answer.text


def test_a_moderator_approves_and_everybody_sees_the_page(
    client: Client, client_of: Callable[[Person], Client], applied: Organisation, moderator: Person
) -> None:
    desk = client_of(moderator)
    place = f"/vallensbaek/opgaver/foreninger/{applied.id}"
    page = f"{AT}/{applied.id}-{applied.slug}"
    assert client.get(page).status_code == 404
    assert "Gadefesten" in desk.get(place).text
    assert desk.post(place, data={"move": "approve"}).status_code == 302
    assert client.get(page).status_code == 200
    assert "Gadefesten" in client.get(f"{AT}/?q=gade&kind=group").text


def test_the_same_cvr_number_is_seen_at_the_desk(
    client_of: Callable[[Person], Client],
    applied: Organisation,
    organisation: Organisation,
    moderator: Person,
) -> None:
    applied.cvr = organisation.cvr = "35257691"
    db.session.flush()
    text = client_of(moderator).get(f"/vallensbaek/opgaver/foreninger/{applied.id}").text
    assert ("35 25 76 91" in text, organisation.name in text) == (True, True)


def test_asking_for_more_needs_a_sentence(
    client_of: Callable[[Person], Client], applied: Organisation, moderator: Person
) -> None:
    place = f"/vallensbaek/opgaver/foreninger/{applied.id}"
    answer = client_of(moderator).post(place, data={"move": "return", "sentence": ""})
    assert answer.status_code == 422
    assert 'id="sentence-error"' in answer.text


def test_mending_sends_it_again(
    client_of: Callable[[Person], Client], applied: Organisation, citizen: Person
) -> None:
    applied.status, applied.sentence = OrganisationStatus.RETURNED, "Hvor holder I til?"
    browser = client_of(citizen)
    assert "Hvor holder I til?" in browser.get(f"{AT}/{applied.id}/ret").text
    browser.post(f"{AT}/{applied.id}/ret", data={**GROUP, "purpose": "Vi holder fest."})
    assert db.session.get_one(Organisation, applied.id).status is OrganisationStatus.APPLIED


def test_the_page_shows_only_those_who_chose_it(
    client: Client,
    organisation: Organisation,
    belonging_as: Callable[[Person, str], Membership],
    author: Person,
) -> None:
    belonging_as(author, "editor").is_shown = True
    text = client.get(f"{AT}/{organisation.id}-{organisation.slug}").text
    assert "Author" in text
    assert "Citizen" not in text


def test_its_own_people_and_staff_see_the_page_inside(
    client_of: Callable[[Person], Client],
    organisation: Organisation,
    citizen: Person,
    author: Person,
    moderator: Person,
) -> None:
    inside = f"{AT}/{organisation.id}/indefra"
    answers = [client_of(person).get(inside).status_code for person in (citizen, moderator, author)]
    assert answers == [200, 200, 403]
