"""The pages of offers and agreements, for each side."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.adoptions.lifecycle import OfferStatus
from participation.adoptions.models import Agreement, Offer
from participation.adoptions.services.offering import change, join
from participation.extensions import db
from participation.foundation.clock import today
from participation.ideas.models import Idea
from participation.organisations.models import Organisation
from participation.projects.models import Project
from participation.projects.queries import projects_of_idea
from tests.adoptions.conftest import HOW
from tests.factories.accounts import PersonFactory
from tests.factories.projects import ProjectFactory

HOME = "/vallensbaek"
Open = Callable[[Person], Any]
TEXT = {
    "seen": "0",
    "contact": "Park og Vej",
    "provides": "Jord og vand.",
    "insurance": "Egen.",
    "ends_on": str(today() + timedelta(days=90)),
}


def page_of(idea: Idea) -> str:
    return f"{HOME}/ideer/{idea.id}-{idea.slug}"


def test_the_list_is_everybodys(client: Any, idea: Idea) -> None:
    assert idea.title in client.get(f"{HOME}/ideer/mangler-tovholder").text
    assert idea.title in client.get(f"{HOME}/").text


def test_a_visitor_is_led_to_signing_in(client: Any, idea: Idea) -> None:
    assert f"{HOME}/ideer/{idea.id}/tilbyd" in client.get(page_of(idea)).text
    assert "log-ind" in client.get(f"{HOME}/ideer/{idea.id}/tilbyd").location


def test_who_acts_for_nobody_is_told_how(client_of: Open, author: Person, idea: Idea) -> None:
    browser, where = client_of(author), f"{HOME}/ideer/{idea.id}/tilbyd"
    page = browser.get(where)
    assert (page.status_code, f"{HOME}/foreninger/ny" in page.text) == (200, True)
    assert browser.post(where, data={"body": HOW}).status_code == 200
    assert db.session.scalars(select(Offer)).all() == []


def test_an_offer_is_sent_and_read(
    client_of: Open, client: Any, citizen: Person, idea: Idea, gryden: Organisation
) -> None:
    browser, where = client_of(citizen), f"{HOME}/ideer/{idea.id}/tilbyd"
    assert browser.post(where, data={"organisation": gryden.id, "body": ""}).status_code == 422
    answer = browser.post(where, data={"organisation": gryden.id, "body": HOW})
    made = db.session.scalars(select(Offer)).one()
    assert answer.location == f"{HOME}/tilbud/{made.id}"
    assert HOW in browser.get(answer.location).text
    assert HOW in client.get(page_of(idea)).text


def test_who_has_offered_is_led_to_the_offer(client_of: Open, citizen: Person, offered: Offer) -> None:
    browser, where = client_of(citizen), f"{HOME}/ideer/{offered.idea_id}/tilbyd"
    again = browser.post(where, data={"organisation": offered.organisation_id, "body": HOW})
    for page, status in ((browser.get(where), 200), (again, 422)):
        assert page.status_code == status
        assert (f"{HOME}/tilbud/{offered.id}" in page.text, "foreninger/ny" in page.text) == (True, False)


def test_a_foreign_organisation_is_no_choice(
    client_of: Open, citizen: Person, idea: Idea, gryden: Organisation, haven: Organisation
) -> None:
    data = {"organisation": haven.id, "body": HOW}
    assert client_of(citizen).post(f"{HOME}/ideer/{idea.id}/tilbyd", data=data).status_code == 422


def test_the_offer_is_mended_and_taken_back(client_of: Open, citizen: Person, offered: Offer) -> None:
    browser, where = client_of(citizen), f"{HOME}/tilbud/{offered.id}"
    assert browser.post(f"{where}/ret", data={"body": "Vi er ti."}).location == where
    assert offered.body == "Vi er ti."
    assert browser.post(f"{where}/traek-tilbage").location == where
    assert browser.post(f"{where}/traek-tilbage").location == where
    assert offered.status == OfferStatus.WITHDRAWN


def test_a_passer_by_joins_in_and_leaves(client_of: Open, client: Any, offered: Offer) -> None:
    resident = PersonFactory(display_name="Alt Astrid")
    browser, where = client_of(resident), f"{HOME}/tilbud/{offered.id}"
    browser.post(f"{where}/vaer-med", data={})
    assert "1 person" in client.get(page_of(offered.idea)).text
    assert "Astrid" not in client.get(page_of(offered.idea)).text
    assert client_of(PersonFactory()).get(where).status_code == 403
    assert browser.get(where).status_code == 200
    browser.post(f"{where}/ikke-med")
    assert offered.supporters == []


def test_offers_stand_side_by_side(client_of: Open, moderator: Person, offered: Offer, rival: Offer) -> None:
    page = client_of(moderator).get(f"{HOME}/opgaver/tilbud/{offered.id}").text
    assert (offered.body in page, rival.body in page) == (True, True)


def test_agreeing_leads_to_the_project(
    client_of: Open, client: Any, moderator: Person, offered: Offer, rival: Offer
) -> None:
    data = {"move": "agree", "joined": [rival.id], "sentence": "", "version": offered.version}
    answer = client_of(moderator).post(f"{HOME}/opgaver/tilbud/{offered.id}", data=data)
    project = projects_of_idea(offered.idea)[0]
    assert answer.location == f"{HOME}/projekter/{project.id}/arbejde"
    page = client.get(f"{HOME}/projekter/{project.id}-{project.slug}").text
    assert ("Foreningen Gryden" in page, "Rørhaven" in page, offered.idea.title in page) == (True, True, True)
    assert "tilbyd" not in client.get(page_of(offered.idea)).text


@pytest.mark.parametrize("data", [{"move": "return", "sentence": ""}, {"sentence": "Nej."}, {"move": "x"}])
def test_a_decision_that_lacks_something(
    client_of: Open, moderator: Person, offered: Offer, data: dict[str, str]
) -> None:
    answer = client_of(moderator).post(f"{HOME}/opgaver/tilbud/{offered.id}", data=data)
    assert (answer.status_code, offered.status) == (422, OfferStatus.WAITING)


def test_only_staff_see_the_case(client_of: Open, citizen: Person, offered: Offer) -> None:
    assert client_of(citizen).get(f"{HOME}/opgaver/tilbud/{offered.id}").status_code == 403


def test_staff_keep_an_idea_and_let_it_go(
    client_of: Open, client: Any, moderator: Person, idea: Idea
) -> None:
    desk = client_of(moderator)
    desk.post(f"{HOME}/ideer/{idea.id}/selv")
    assert f"{HOME}/ideer/{idea.id}/tilbyd" not in client.get(page_of(idea)).text
    desk.post(f"{HOME}/ideer/{idea.id}/slip")
    assert f"{HOME}/ideer/{idea.id}/tilbyd" in client.get(page_of(idea)).text


@pytest.fixture
def project(gryden: Organisation) -> Project:
    return ProjectFactory(organisation_id=gryden.id)


def test_both_sides_confirm_the_agreement(
    client_of: Open, client: Any, moderator: Person, citizen: Person, project: Project
) -> None:
    desk, owner, where = client_of(moderator), client_of(citizen), f"{HOME}/projekter/{project.id}/aftale"
    assert desk.post(f"{where}/skriv", data=TEXT).location == where
    written = db.session.scalars(select(Agreement)).one()
    owner.post(f"{HOME}/projekter/aftaler/{written.id}/foreningen-bekraefter")
    desk.post(f"{HOME}/projekter/aftaler/{written.id}/kommunen-bekraefter")
    assert written.is_confirmed
    assert "Bekræftet af Citizen" in owner.get(where).text
    page = client.get(f"{HOME}/projekter/{project.id}-{project.slug}").text
    assert ("Med kommunen, til og med" in page, "Jord og vand" in page) == (True, False)


def test_others_do_not_read_the_agreement(client_of: Open, author: Person, project: Project) -> None:
    assert client_of(author).get(f"{HOME}/projekter/{project.id}/aftale").status_code == 403


def test_children_want_certificates(client_of: Open, moderator: Person, project: Project) -> None:
    where = f"{HOME}/projekter/{project.id}/aftale/skriv"
    answer = client_of(moderator).post(where, data=TEXT | {"has_children": "y"})
    assert (answer.status_code, "Jord og vand." in answer.text) == (422, True)


def test_an_old_form_is_told_of_the_newer_version(
    client_of: Open, moderator: Person, project: Project
) -> None:
    desk, where = client_of(moderator), f"{HOME}/projekter/{project.id}/aftale/skriv"
    desk.post(where, data=TEXT)
    assert desk.post(where, data=TEXT).status_code == 409


def test_joined_offers_are_listed_inside(
    client_of: Open, citizen: Person, author: Person, offered: Offer
) -> None:
    join(actor=author, offer=offered)
    browser = client_of(citizen)
    assert "Author" in browser.get(f"{HOME}/tilbud/{offered.id}").text
    inside = browser.get(f"{HOME}/foreninger/{offered.organisation_id}/indefra").text
    assert offered.idea.title in inside


def test_words_that_were_changed_meanwhile_are_read_before_they_are_answered(
    client_of: Open, moderator: Person, citizen: Person, offered: Offer
) -> None:
    browser, page = client_of(moderator), f"{HOME}/opgaver/tilbud/{offered.id}"
    opened = offered.version
    assert f'name="version" type="hidden" value="{opened}"' in browser.get(page).text
    change(actor=citizen, offer=offered, body="Vi gør noget ganske andet.")
    for data in ({"move": "agree"}, {"move": "refuse", "sentence": "Nej."}):
        answer = browser.post(page, data={**data, "version": opened})
        assert (answer.status_code, offered.status) == (409, OfferStatus.WAITING)
        assert "Vi gør noget ganske andet." in answer.text
    offered.held_reason = "link"
    assert browser.post(f"{page}/vis", data={"version": opened}).status_code == 409
    assert offered.held_reason == "link"
    assert browser.post(f"{page}/vis", data={"version": offered.version}).status_code == 302
