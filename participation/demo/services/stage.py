"""Who and what the story is about, found by the keys of the content."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from participation.accounts.models import Person, Role
from participation.accounts.queries import email_key
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.text import slugify
from participation.ideas.models import Idea
from participation.moderation.models import ModerationEntry
from participation.organisations.models import Membership, MembershipRole, Organisation, OrganisationKind
from participation.projects.models import Project
from participation.strategies.models import Effort, Goal
from participation.triage.models import Contribution


@dataclass
class Stage:
    """The cast and the props, by key."""

    content: dict[str, Any]
    domain: str
    people: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    ideas: dict[str, Idea] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)
    goals: dict[str, int] = field(default_factory=dict)
    efforts: dict[str, int] = field(default_factory=dict)
    supporters: list[int] = field(default_factory=list)
    comments: dict[str, Comment] = field(default_factory=dict)
    hidings: dict[str, ModerationEntry] = field(default_factory=dict)
    asked: dict[str, Contribution] = field(default_factory=dict)

    def idea_entry(self, key: str) -> dict[str, Any]:
        """The content's own words about an idea."""
        return next(entry for entry in self.content["ideas"] if entry["key"] == key)

    def name_of(self, key: str | None) -> str:
        """A person's public name, or nothing."""
        return (self.people[key].display_name or "") if key else ""


def set_stage(*, content: dict[str, Any], domain: str) -> Stage:
    """Make the people and organisations; their addresses come last, so that no mail tells of the past."""
    stage = Stage(content, domain)
    for entry in content["people"]:
        stage.people[entry["key"]] = _person(entry)
    crowd = [Person(age_confirmed_at=now()) for _ in range(_largest_crowd(content))]
    db.session.add_all([*stage.people.values(), *crowd])
    db.session.flush()
    stage.supporters = [person.id for person in crowd]
    for entry in content["organisations"]:
        stage.organisations[entry["key"]] = _organisation(entry, stage.people[entry["owner"]])
    stage.goals = {row.key: row.id for row in db.session.execute(select(Goal.key, Goal.id))}
    stage.efforts = {row.key: row.id for row in db.session.execute(select(Effort.key, Effort.id))}
    return stage


def give_addresses(*, stage: Stage) -> None:
    """Write the people's addresses, so that they can sign in and hear what happens from now on."""
    for entry in stage.content["people"]:
        person = stage.people[entry["key"]]
        person.email = f"{entry['email']}@{stage.domain}"
        person.email_key = email_key(person.email)


def _person(entry: dict[str, Any]) -> Person:
    return Person(
        display_name=entry["name"],
        role=Role(entry["role"]),
        language=entry["language"],
        demo_key=entry["key"] if entry.get("sign_in") else None,
        age_confirmed_at=now(),
    )


def _organisation(entry: dict[str, Any], owner: Person) -> Organisation:
    organisation = Organisation(
        name=entry["name"],
        slug=slugify(entry["name"]),
        kind=OrganisationKind(entry["kind"]),
        purpose=entry["purpose"],
        approved_at=now(),
    )
    db.session.add(organisation)
    db.session.flush()
    db.session.add(Membership(person_id=owner.id, organisation_id=organisation.id, role=MembershipRole.OWNER))
    return organisation


def _largest_crowd(content: dict[str, Any]) -> int:
    ends = (int(idea.get("support", 0)) + int(idea.get("support_from", 0)) for idea in content["ideas"])
    return max(ends)
