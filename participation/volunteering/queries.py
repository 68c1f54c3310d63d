"""What is needed, who has joined, and what a person takes part in."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import CompoundSelect, Select, func, null, select, union_all
from sqlalchemy.orm import joinedload

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.places import queries as places
from participation.places.models import Place
from participation.projects.models import Project, ProjectGoal
from participation.volunteering.models import Need, NeedKind, Volunteer, VolunteerLetter


def needs_of(project: Project) -> list[Need]:
    """What the project asks for, the general one first, then as they were written."""
    statement = select(Need).where(Need.project_id == project.id).options(joinedload(Need.project))
    found = list(db.session.scalars(statement.order_by(Need.id)))
    return sorted(found, key=lambda need: not need.is_general)


def need(need_id: int) -> Need | None:
    """The need of that number, with its project."""
    statement = select(Need).where(Need.id == need_id)
    return db.session.scalar(statement.options(joinedload(Need.project)))


def general_need(project: Project) -> Need | None:
    """What somebody joins who joins the project as a whole; None as long as nobody has."""
    wanted = (Need.project_id == project.id, Need.kind == NeedKind.GENERAL)
    return db.session.scalar(select(Need).where(*wanted))


def volunteer(volunteer_id: int) -> Volunteer | None:
    """The volunteer of that number."""
    return db.session.scalar(select(Volunteer).where(Volunteer.id == volunteer_id))


def places_of(actor: Actor, needs: Iterable[Need]) -> dict[int, Volunteer]:
    """The actor's own places, by the need's number."""
    wanted = [each.id for each in needs]
    if actor.actor_id is None or not wanted:
        return {}
    mine = (Volunteer.person_id == actor.actor_id, Volunteer.need_id.in_(wanted))
    return {each.need_id: each for each in db.session.scalars(select(Volunteer).where(*mine))}


def taken_part_in(person_id: int) -> list[Volunteer]:
    """All that a person has joined, newest first, each with its need and project."""
    statement = select(Volunteer).where(Volunteer.person_id == person_id)
    whole = joinedload(Volunteer.need).joinedload(Need.project)
    return list(db.session.scalars(statement.options(whole).order_by(Volunteer.id.desc())))


def volunteers_of(project: Project) -> list[Volunteer]:
    """Everybody who has joined or waits, in the order in which they came, each with the person."""
    statement = select(Volunteer).join(Volunteer.need).where(Need.project_id == project.id)
    return list(db.session.scalars(statement.options(joinedload(Volunteer.person)).order_by(Volunteer.id)))


def joined_people(project: Project, need: Need | None = None) -> list[Person]:
    """Those with a place, each once, who can be written to; those who wait are not among them."""
    joined = _joined(project)
    if need is not None:
        joined = joined.where(Need.id == need.id)
    people = select(Person).where(Person.id.in_(joined), Person.email.is_not(None))
    return list(db.session.scalars(people.order_by(Person.id)))


def has_joined(person_id: int, project: Project) -> bool:
    """Whether the person has a place in the project."""
    return db.session.scalar(_joined(project).where(Volunteer.person_id == person_id).limit(1)) is not None


def _joined(project: Project) -> Select[int]:
    whole = (Need.project_id == project.id, Volunteer.place == Place.TAKEN)
    return select(Volunteer.person_id).join(Volunteer.need).where(*whole)


def people_count_of(project_ids: Iterable[int]) -> int:
    """How many people have a place in any of the projects, each person once."""
    statement = (
        select(func.count(Volunteer.person_id.distinct()))
        .join(Volunteer.need)
        .where(Need.project_id.in_(list(project_ids)), Volunteer.place == Place.TAKEN)
    )
    return db.session.scalar(statement) or 0


def people_counts(project_ids: Iterable[int]) -> Counter[int]:
    """How many people have a place in each of the projects, each person once a project."""
    rows = db.session.execute(
        select(Need.project_id, func.count(Volunteer.person_id.distinct()))
        .join(Volunteer, Volunteer.need_id == Need.id)
        .where(Need.project_id.in_(list(project_ids)), Volunteer.place == Place.TAKEN)
        .group_by(Need.project_id)
    )
    return Counter({row[0]: row[1] for row in rows})


def people_under(goal_id: int) -> tuple[int, Counter[int]]:
    """How many people have a place in projects of the goal, each once; and in each of these projects."""
    serving = select(ProjectGoal.project_id).where(ProjectGoal.goal_id == goal_id)
    number = func.count(Volunteer.person_id.distinct())
    joined = (Volunteer.need_id == Need.id, Need.project_id.in_(serving), Volunteer.place == Place.TAKEN)
    each = select(Need.project_id, number).where(*joined).group_by(Need.project_id)
    both: CompoundSelect[Any] = union_all(each, select(null(), number).where(*joined))
    counts = Counter({row[0]: row[1] for row in db.session.execute(both)})
    return counts.pop(None), counts


def letter(letter_id: int) -> VolunteerLetter | None:
    """The letter of that number."""
    return db.session.scalar(select(VolunteerLetter).where(VolunteerLetter.id == letter_id))


def letters_of(project: Project) -> list[VolunteerLetter]:
    """What has been written to those who joined, newest first."""
    statement = select(VolunteerLetter).where(VolunteerLetter.project_id == project.id)
    return list(db.session.scalars(statement.order_by(VolunteerLetter.id.desc())))


def recounted() -> list[int]:
    """The needs whose counters differ from their rows; empty when all is well."""
    return places.recounted(Need, Volunteer)
