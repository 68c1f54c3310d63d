"""Who reads what: each page of an association that carries an idea out, for each kind of reader."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person, Role
from participation.adoptions.models import Offer
from participation.adoptions.services import adopting
from participation.adoptions.services.offering import join
from participation.organisations.models import MembershipRole, Organisation
from participation.projects.models import Project
from tests.adoptions.conftest import led_by
from tests.factories.accounts import PersonFactory
from tests.factories.organisations import MembershipFactory

HOME = "/vallensbaek"
ALL = frozenset(
    {"owner", "editor", "member", "helper", "partner", "resident", "moderator", "stranger", "nobody"}
)
OWNERS, ACTING = frozenset({"owner"}), frozenset({"owner", "editor"})
INSIDE = ACTING | {"member", "moderator"}
Browsers = dict[str, Any]
PAGES = [
    ("foreninger/{organisation}-{slug}", ALL),
    ("foreninger/{organisation}/indefra", INSIDE),
    ("foreninger/{organisation}/ret", ACTING | {"moderator"}),
    ("foreninger/{organisation}/inviter", OWNERS),
    ("foreninger/{organisation}/giv-videre", OWNERS),
    ("foreninger/{organisation}/luk", OWNERS | {"moderator"}),
    ("foreninger/{organisation}/forlad", ACTING | {"member"}),
    ("opgaver/foreninger/{organisation}", {"moderator"}),
    ("opgaver/tilbud/{offer}", {"moderator"}),
    ("tilbud/{offer}", INSIDE | {"helper", "partner"}),
    ("projekter/{project}/aftale", INSIDE),
    ("projekter/{project}/aftale/skriv", {"moderator"}),
    ("projekter/{project}/arbejde", ACTING | {"moderator"}),
]


@pytest.fixture
def members(gryden: Organisation, citizen: Person) -> dict[str, Person]:
    """The association's people, one of each role."""
    found = {role.value: PersonFactory(display_name=role.value) for role in MembershipRole}
    for name in ("editor", "member"):
        role = MembershipRole(name)
        MembershipFactory(person_id=found[name].id, organisation_id=gryden.id, role=role)
    return {**found, "owner": citizen}


@pytest.fixture
def project(offered: Offer, members: dict[str, Person], moderator: Person) -> Project:
    """What a moderator has agreed to, with somebody and another association in on it."""
    partner = PersonFactory(display_name="partner")
    members["partner"], members["helper"] = partner, PersonFactory(display_name="helper")
    join(actor=members["helper"], offer=offered)
    join(actor=partner, offer=offered, organisation=led_by(partner, "Rørhaven"))
    return adopting.agree(actor=moderator, offer=offered)


@pytest.fixture
def browsers(
    client: Any, client_of: Callable[[Person], Any], members: dict[str, Person], project: Project
) -> Browsers:
    """One for each kind of reader."""
    people = {**members, "resident": PersonFactory(), "moderator": PersonFactory(role=Role.MODERATOR)}
    return {"nobody": client, **{name: client_of(person) for name, person in people.items()}}


def test_who_reads_what(
    browsers: Browsers, client_of: Any, stranger: Person, offered: Offer, project: Project
) -> None:
    numbers = {"organisation": offered.organisation_id, "offer": offered.id, "project": project.id}
    slug = offered.organisation.slug
    everybody = {**browsers, "stranger": client_of(stranger)}
    for path, readers in PAGES:
        address = f"{HOME}/{path}".format(slug=slug, **numbers)
        seen = {name for name, browser in everybody.items() if browser.get(address).status_code == 200}
        assert seen == set(readers), path
