"""The calendar with its filters, an arrangement, and who comes."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.listing import Filter, Listing, Sort
from participation.foundation.numbers import row_id
from participation.foundation.text import N_
from participation.meetings import rules
from participation.meetings.models import Meeting, ParticipantLetter, SignUp
from participation.places import queries as places
from participation.places.models import Place
from participation.projects.models import Project, ProjectGoal
from participation.strategies.models import Goal

PAST = "past"


def _serving(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    linked = select(ProjectGoal.project_id).join(Goal, Goal.id == ProjectGoal.goal_id).where(condition)
    return Meeting.project_id.in_(linked)


def under_goal(goal_id: int) -> ColumnElement[bool]:
    """Tied to the goal itself, or of a project that serves it."""
    return or_(Meeting.goal_id == goal_id, _serving(Goal.id == goal_id))


def under_theme(theme_id: int) -> ColumnElement[bool]:
    """Tied to the theme, to one of its goals, or of a project that serves one."""
    goals = select(Goal.id).where(Goal.theme_id == theme_id)
    return or_(Meeting.theme_id == theme_id, Meeting.goal_id.in_(goals), _serving(Goal.theme_id == theme_id))


def of_organisation(organisation_id: int) -> ColumnElement[bool]:
    """Its own, and those of the projects that it carries out."""
    theirs = select(Project.id).where(Project.organisation_id == organisation_id)
    return or_(Meeting.organisation_id == organisation_id, Meeting.project_id.in_(theirs))


def of_project(project_id: int) -> ColumnElement[bool]:
    """The project's own."""
    return Meeting.project_id == project_id


def _by_number(condition: object) -> Filter:
    def read(value: str) -> ColumnElement[bool] | None:
        found = row_id(value)
        return None if found is None else condition(found)  # type: ignore[operator]

    return Filter(read)


CALENDAR: Listing[Meeting] = Listing(
    identity=Meeting.id,
    filters={
        "theme": _by_number(under_theme),
        "goal": _by_number(under_goal),
        "project": _by_number(of_project),
        "organisation": _by_number(of_organisation),
    },
    sorts={
        "soonest": Sort(N_("Soonest first"), Meeting.starts_at, is_descending=False),
        "latest": Sort(N_("Latest first"), Meeting.starts_at),
    },
)


def everybodys() -> Select[Meeting]:
    """All arrangements: each of them is public; with whose they are."""
    return select(Meeting).options(
        joinedload(Meeting.project).joinedload(Project.organisation), joinedload(Meeting.organisation)
    )


def coming() -> Select[Meeting]:
    """What is not over yet."""
    return everybodys().where(Meeting.ends_at > now())


def past() -> Select[Meeting]:
    """What is over."""
    return everybodys().where(Meeting.ends_at <= now())


def for_feed(arguments: Mapping[str, str]) -> tuple[list[Meeting], dict[str, str]]:
    """What a subscribed calendar holds: what comes, and the latest past; cancelled ones too.

    Beside it the filters that made sense.
    """
    reach = everybodys().where(Meeting.ends_at > now() - rules.FEED_REACHES_BACK)
    statement, filters = CALENDAR.whole(reach, {**arguments, "sort": "latest"})
    return list(db.session.scalars(statement.limit(rules.MOST_IN_FEED))), filters


def find(meeting_id: int) -> Meeting | None:
    """The arrangement of that number."""
    whole = everybodys().options(joinedload(Meeting.theme), joinedload(Meeting.goal))
    return db.session.scalar(whole.where(Meeting.id == meeting_id))


def next_of(condition: ColumnElement[bool], *, limit: int) -> list[Meeting]:
    """The next ones of a project, goal, theme or organisation, for its page."""
    statement = coming().where(condition).order_by(Meeting.starts_at, Meeting.id)
    return list(db.session.scalars(statement.limit(limit)))


def held_count(condition: ColumnElement[bool]) -> int:
    """How many are over and were not cancelled."""
    held = (condition, Meeting.ends_at <= now(), Meeting.cancelled_at.is_(None))
    return db.session.scalar(select(func.count(Meeting.id)).where(*held)) or 0


def standing_of(project_id: int) -> list[Meeting]:
    """The project's arrangements that are still to come and not cancelled."""
    wanted = (Meeting.project_id == project_id, Meeting.cancelled_at.is_(None))
    return list(db.session.scalars(coming().where(*wanted).order_by(Meeting.id)))


def sign_up_of(person_id: int | None, meeting: Meeting) -> SignUp | None:
    """A person's place at an arrangement."""
    return places.place_of(SignUp, person_id, meeting)


def sign_up(sign_up_id: int) -> SignUp | None:
    """The sign-up of that number."""
    return db.session.scalar(select(SignUp).where(SignUp.id == sign_up_id))


def sign_ups_of(meeting: Meeting) -> list[SignUp]:
    """Everybody who has signed up or waits, in the order in which they came, each with the person."""
    statement = select(SignUp).where(SignUp.meeting_id == meeting.id).options(joinedload(SignUp.person))
    return list(db.session.scalars(statement.order_by(SignUp.id)))


def signed_up_for(person_id: int) -> list[SignUp]:
    """What a person has signed up for: what is to come, the soonest first, then what is over."""
    statement = select(SignUp).join(SignUp.meeting).where(SignUp.person_id == person_id)
    order = (Meeting.ends_at <= now(), Meeting.starts_at, Meeting.id)
    return list(db.session.scalars(statement.options(contains_eager(SignUp.meeting)).order_by(*order)))


def participants(meeting_id: int, *, with_waiting: bool = True) -> Select[int]:
    """The ids of those who signed up, for telling them."""
    statement = select(SignUp.person_id).where(SignUp.meeting_id == meeting_id)
    return statement if with_waiting else statement.where(SignUp.place == Place.TAKEN)


def people_coming(meeting: Meeting) -> list[Person]:
    """Those with a place who can be written to."""
    coming = participants(meeting.id, with_waiting=False)
    people = select(Person).where(Person.id.in_(coming), Person.email.is_not(None))
    return list(db.session.scalars(people.order_by(Person.id)))


def letter(letter_id: int) -> ParticipantLetter | None:
    """The letter of that number."""
    return db.session.scalar(select(ParticipantLetter).where(ParticipantLetter.id == letter_id))


def letters_of(meeting: Meeting) -> list[ParticipantLetter]:
    """What has been written to those who come, newest first."""
    statement = select(ParticipantLetter).where(ParticipantLetter.meeting_id == meeting.id)
    return list(db.session.scalars(statement.order_by(ParticipantLetter.id.desc())))


def near(before: datetime, *, limit: int) -> list[Meeting]:
    """What begins before then, stands, and nobody has been reminded of; locked against other workers."""
    statement = select(Meeting).where(
        Meeting.starts_at > now(),
        Meeting.starts_at < before,
        Meeting.cancelled_at.is_(None),
        Meeting.reminded_at.is_(None),
    )
    ordered = statement.order_by(Meeting.id).limit(limit)
    return list(db.session.scalars(ordered.with_for_update(skip_locked=True)))


def long_over(*, limit: int) -> list[Meeting]:
    """What was over so long ago that nobody needs to know any more who came."""
    statement = select(Meeting).where(
        Meeting.ends_at <= now() - rules.CONTACTS_KEPT_FOR, Meeting.forgotten_at.is_(None)
    )
    return list(db.session.scalars(statement.order_by(Meeting.id).limit(limit)))


def recounted() -> list[int]:
    """The arrangements whose counters differ from their rows, until these are forgotten."""
    return places.recounted(Meeting, SignUp, Meeting.forgotten_at.is_(None))
