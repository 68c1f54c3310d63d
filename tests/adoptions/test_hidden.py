"""What becomes of the offers and projects of an association that is hidden, or that has closed."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.adoptions.lifecycle import OfferStatus
from participation.adoptions.models import Offer
from participation.adoptions.services import adopting
from participation.adoptions.services.offering import join
from participation.extensions import db
from participation.foundation.clock import now, today
from participation.foundation.errors import RuleViolation
from participation.organisations.models import Organisation
from participation.organisations.services.applying import archive
from tests.adoptions.conftest import led_by
from tests.factories.accounts import PersonFactory
from tests.factories.adoptions import AgreementFactory

HOME = "/vallensbaek"
HIDDEN = "[forening skjult]"
Open = Callable[[Person], Any]


def hide(organisation: Organisation) -> None:
    organisation.hidden_at = now()
    db.session.flush()


def page_of(offer: Offer) -> str:
    return f"{HOME}/ideer/{offer.idea_id}-{offer.idea.slug}"


def test_its_offer_is_nowhere(client: Any, client_of: Open, offered: Offer) -> None:
    resident = PersonFactory(display_name="Alt Astrid")
    assert "Gryden" in client.get(page_of(offered)).text
    hide(offered.organisation)
    text = client.get(page_of(offered)).text
    assert ("Gryden" in text, offered.body in text) == (False, False)
    assert client_of(resident).get(f"{HOME}/tilbud/{offered.id}/vaer-med").status_code == 403


def test_those_who_joined_read_no_hidden_name(
    client_of: Open, citizen: Person, author: Person, offered: Offer, haven: Organisation
) -> None:
    join(actor=author, offer=offered, organisation=haven)
    resident = PersonFactory(display_name="Alt Astrid")
    join(actor=resident, offer=offered)
    browser, where = client_of(resident), f"{HOME}/tilbud/{offered.id}"
    assert "Rørhaven" in browser.get(where).text
    hide(offered.organisation)
    hide(haven)
    text = browser.get(where).text
    assert ("Gryden" in text, "Rørhaven" in text, HIDDEN in text) == (False, False, True)
    assert "Gryden" in client_of(citizen).get(where).text


def test_nobody_agrees_to_its_offer(client_of: Open, moderator: Person, offered: Offer, rival: Offer) -> None:
    hide(offered.organisation)
    desk, place = client_of(moderator), f"{HOME}/opgaver/tilbud/{offered.id}"
    answer = desk.post(place, data={"move": "agree"})
    assert (answer.status_code, offered.status) == (422, OfferStatus.WAITING)
    beside = desk.get(f"{HOME}/opgaver/tilbud/{rival.id}").text
    assert 'name="joined"' not in beside
    adopting.agree(actor=moderator, offer=rival, joined_ids=[offered.id])
    assert offered.status is OfferStatus.NOT_CHOSEN


def test_a_closed_one_has_taken_its_offers_back(
    client: Any, citizen: Person, moderator: Person, offered: Offer
) -> None:
    archive(actor=citizen, organisation=offered.organisation)
    assert (offered.status, offered.case is not None and offered.case.is_open) == (
        OfferStatus.WITHDRAWN,
        False,
    )
    assert offered.body not in client.get(page_of(offered)).text
    with pytest.raises(RuleViolation):
        adopting.agree(actor=moderator, offer=offered)


def test_its_project_says_neither_its_name_nor_its_contact(
    client: Any, citizen: Person, author: Person, moderator: Person, offered: Offer, haven: Organisation
) -> None:
    join(actor=author, offer=offered, organisation=haven)
    project = adopting.agree(actor=moderator, offer=offered)
    where = f"{HOME}/projekter/{project.id}-{project.slug}"
    shown = client.get(where).text
    assert ("Gryden" in shown, f"/foreninger/{offered.organisation_id}-" in shown) == (True, True)
    hide(offered.organisation)
    hide(haven)
    text = client.get(where).text
    assert ("Gryden" in text, "Rørhaven" in text, HIDDEN in text) == (False, False, True)
    assert f"/foreninger/{offered.organisation_id}-" not in text


def test_a_partner_that_has_closed_stays_on_the_project(
    client: Any, author: Person, moderator: Person, offered: Offer, haven: Organisation
) -> None:
    join(actor=author, offer=offered, organisation=haven)
    project = adopting.agree(actor=moderator, offer=offered)
    archive(actor=author, organisation=haven)
    assert "Rørhaven" in client.get(f"{HOME}/projekter/{project.id}-{project.slug}").text


def test_an_agreement_that_has_ended_says_so(client: Any, client_of: Open, citizen: Person) -> None:
    club = led_by(citizen, "Foreningen Gryden")
    both = {"municipality_at": now(), "organisation_at": now()}
    people = {"municipality_by_id": citizen.id, "organisation_by_id": citizen.id}
    written = AgreementFactory(ends_on=today() - timedelta(days=1), **both, **people)
    written.project.organisation_id = club.id
    db.session.flush()
    project = written.project
    assert "Med kommunen, sluttede" in client.get(f"{HOME}/projekter/{project.id}-{project.slug}").text
    assert "Sluttet" in client_of(citizen).get(f"{HOME}/projekter/{project.id}/aftale").text
