"""The people and organisations of the demonstration, as if they had signed up long ago."""

from participation.accounts.models import Person, Role
from participation.accounts.queries import email_key
from participation.demo.commands.world import Entry, World
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.text import slugify
from participation.organisations.models import Membership, MembershipRole, Organisation, OrganisationKind


def make_people(world: World) -> None:
    """Everybody who is named, and as many nameless neighbours as the most supported idea needs."""
    for entry in world.content["people"]:
        world.people[entry["key"]] = _person(world, entry)
    most = max(idea.get("support", 0) for idea in world.content["ideas"])
    neighbours = [Person(age_confirmed_at=now()) for _ in range(most)]
    db.session.add_all([*world.people.values(), *neighbours])
    db.session.flush()
    world.neighbours = [person.id for person in neighbours]


def _person(world: World, entry: Entry) -> Person:
    email = f"{entry['email']}@{world.slug}.example.org"
    return Person(
        email=email,
        email_key=email_key(email),
        display_name=entry["name"],
        language=entry["language"],
        role=Role(entry["role"]),
        demo_key=entry["key"] if entry.get("sign_in") else None,
        age_confirmed_at=now(),
    )


def make_organisations(world: World) -> None:
    """The organisations, approved, each with its owner."""
    for entry in world.content["organisations"]:
        organisation = Organisation(
            name=entry["name"],
            slug=slugify(entry["name"]),
            kind=OrganisationKind(entry["kind"]),
            purpose=entry["purpose"],
            approved_at=now(),
        )
        db.session.add(organisation)
        db.session.flush()
        owner = world.people[entry["owner"]].id
        db.session.add(
            Membership(person_id=owner, organisation_id=organisation.id, role=MembershipRole.OWNER)
        )
        world.organisations[entry["key"]] = organisation
