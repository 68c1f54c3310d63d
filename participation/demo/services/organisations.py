"""The story's associations and groups with their people, and the applications that wait today."""

from typing import Any

from participation.accounts.models import Person
from participation.demo.rules import moment_of
from participation.demo.rules.drawing import drawn
from participation.extensions import db
from participation.files.services import store_picture
from participation.foundation.clock import at, now, today
from participation.foundation.text import slugify
from participation.organisations.lifecycle import MembershipRole, OrganisationKind, OrganisationStatus
from participation.organisations.models import Membership, Organisation
from participation.organisations.services.applying import apply
from participation.organisations.services.picturing import show_picture
from participation.organisations.services.texts import OrganisationText

DOMAIN = "eksempel.dk"


def found_organisation(*, entry: dict[str, Any], people: dict[str, Person]) -> Organisation:
    """One that was approved before the story begins."""
    organisation = Organisation(
        name=entry["name"],
        slug=slugify(entry["name"]),
        kind=OrganisationKind(entry["kind"]),
        purpose=entry["purpose"],
        contact_name=people[entry["owner"]].display_name or "",
        contact_email=_address(entry) if "contact" in entry else "",
        shows_contact="contact" in entry,
        applicant_id=people[entry["owner"]].id,
        status=OrganisationStatus.APPROVED,
        approved_at=now(),
    )
    db.session.add(organisation)
    db.session.flush()
    owner = {"person": entry["owner"], "role": "owner", "shown": True}
    for member in [owner, *entry.get("members", [])]:
        _join(organisation, people[member["person"]], member)
    if "picture" in entry:
        _show(organisation, people[entry["owner"]], entry["picture"])
    return organisation


def _show(organisation: Organisation, owner: Person, picture: dict[str, str]) -> None:
    db.session.flush()
    stored = store_picture(actor=owner, content=drawn(picture["scene"]))
    show_picture(actor=owner, organisation=organisation, picture=stored, words=picture["text"])


def _address(entry: dict[str, Any]) -> str:
    return f"{entry['contact']}@{DOMAIN}"


def _join(organisation: Organisation, person: Person, member: dict[str, Any]) -> None:
    db.session.add(
        Membership(
            organisation_id=organisation.id,
            person_id=person.id,
            role=MembershipRole(member["role"]),
            is_shown=member.get("shown", False),
        )
    )


def apply_lately(*, entries: list[dict[str, Any]], people: dict[str, Person]) -> None:
    """What has been applied for and nobody has answered yet."""
    for entry in entries:
        applicant = people[entry["owner"]]
        text = OrganisationText(
            name=entry["name"],
            kind=OrganisationKind(entry["kind"]),
            purpose=entry["purpose"],
            contact_name=applicant.display_name or "",
            contact_email=_address(entry),
            is_adult=True,
        )
        with at(moment_of(today(), entry["days_ago"])):
            apply(actor=applicant, text=text)
