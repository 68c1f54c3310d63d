"""Who runs projects, and which of them have been silent."""

from datetime import datetime, timedelta

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import joinedload

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.clock import now, today
from participation.organisations import queries as organisations
from participation.organisations.lifecycle import ACTING
from participation.organisations.models import Membership, Organisation, in_force
from participation.projects.lifecycle import PROJECTS
from participation.projects.models import Project, ProjectMove

GOING_ON = PROJECTS.statuses_where("is_going_on")
RESTING = PROJECTS.statuses_where("is_resting")
OPEN = PROJECTS.statuses_where("is_open")
MOST_NUDGES = 2
# For a worker that was down on the day; the outbox knows for longer whom it has reminded.
REMINDED_FOR = timedelta(days=7)


def run_by(actor: Actor) -> list[Project]:
    """The projects that a person runs, as steward or for an organisation: what is open first."""
    order = (Project.status.not_in(sorted(OPEN)), Project.changed_at.desc(), Project.id)
    whole = select(Project).options(joinedload(Project.organisation))
    acting = organisations.of_person(actor.actor_id, ACTING)
    active = select(Organisation.id).where(Organisation.id.in_(acting), organisations.is_active())
    mine = or_(Project.steward_id == actor.actor_id, Project.organisation_id.in_(active))
    return list(db.session.scalars(whole.where(mine).order_by(*order)))


def stewarded(organisation: Organisation, person_id: int) -> list[Project]:
    """The organisation's projects whose steward the person is."""
    theirs = (Project.organisation_id == organisation.id, Project.steward_id == person_id)
    return list(db.session.scalars(select(Project).where(*theirs).order_by(Project.id)))


def stewards_of(project: Project) -> list[Person]:
    """Whom to ask about a project: its steward, or who acts for its organisation; nobody may be left."""
    if project.steward_id is not None:
        wanted = Person.id == project.steward_id
    else:
        wanted = Person.id.in_(_acting_for(project.id))
    reached = (Person.closed_at.is_(None), Person.email.is_not(None))
    return list(db.session.scalars(select(Person).where(wanted, *reached).order_by(Person.id)))


def silent(*, first: timedelta, again: timedelta) -> list[Project]:
    """Projects that go on, have told nothing for `first`, and whose steward was not asked within `again`."""
    moment = now()
    moved = exists().where(ProjectMove.project_id == Project.id, ProjectMove.at >= moment - first)
    is_silent = and_(func.coalesce(Project.news_at, Project.created_at) < moment - first, ~moved)
    is_due = or_(Project.nudged_at.is_(None), Project.nudged_at < moment - again)
    wanted = (Project.status.in_(sorted(GOING_ON)), Project.nudges < MOST_NUDGES, is_silent, is_due)
    return list(db.session.scalars(select(Project).where(*wanted).order_by(Project.id)))


def to_return() -> list[Project]:
    """Projects whose pause ends today or has just ended."""
    just_ended = Project.resumes_on.between(today() - REMINDED_FOR, today())
    wanted = (Project.status.in_(sorted(RESTING)), just_ended)
    return list(db.session.scalars(select(Project).where(*wanted).order_by(Project.id)))


def has_not_answered(project: Project, *, again: timedelta, moment: datetime) -> bool:
    """Whether the steward was asked twice, and the second time so long ago that it may be said."""
    is_asked = project.nudges >= MOST_NUDGES
    return is_asked and project.nudged_at is not None and project.nudged_at < moment - again


def steward_ids(project_id: int) -> Select[int]:
    """Who runs a project on the spot: its steward, and who acts for its organisation today."""
    steward = select(Project.steward_id).where(Project.id == project_id)
    return select(Person.id).where(or_(Person.id.in_(_acting_for(project_id)), Person.id.in_(steward)))


def _acting_for(project_id: int) -> Select[int]:
    return (
        select(Membership.person_id)
        .join(Project, Project.organisation_id == Membership.organisation_id)
        .where(Project.id == project_id, Membership.role.in_(sorted(ACTING)), in_force())
    )
