"""Arranging, signing up, waiting, moving up, leaving, cancelling, reminding and forgetting."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.accounts.services.profile import close_account
from participation.extensions import db
from participation.foundation.clock import LOCAL, at, now
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.meetings import queries
from participation.meetings.models import Meeting, SignUp
from participation.meetings.services import arranging, clockwork, signing_up
from participation.meetings.services.arranging import MeetingText
from participation.organisations.models import MembershipRole
from participation.projects.services import moves
from participation.projects.services.moves import Words
from tests import lines
from tests.factories.accounts import PersonFactory
from tests.factories.meetings import MeetingFactory, SignUpFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.factories.projects import ProjectFactory


def text_of(meeting: Meeting, **changes: object) -> MeetingText:
    names = ("title", "place", "starts_at", "ends_at", "description", "takes_sign_ups", "capacity")
    return MeetingText(**{name: getattr(meeting, name) for name in names} | changes)  # type: ignore[arg-type]


def names(meeting: Meeting) -> list[tuple[str | None, bool]]:
    return [(each.person.display_name, each.has_place) for each in queries.sign_ups_of(meeting)]


@pytest.fixture
def meeting(municipality: object) -> Meeting:
    return MeetingFactory(capacity=2)


@pytest.fixture
def people(municipality: object) -> list[Person]:
    return [PersonFactory(display_name=name) for name in ("Anna", "Bent", "Carla", "Dan")]


def test_who_comes_after_the_last_place_waits_and_moves_up(meeting: Meeting, people: list[Person]) -> None:
    joined = [signing_up.sign_up(actor=person, meeting=meeting) for person in people]
    assert names(meeting) == [("Anna", True), ("Bent", True), ("Carla", False), ("Dan", False)]
    signing_up.withdraw(actor=people[0], sign_up=joined[0])
    assert names(meeting) == [("Bent", True), ("Carla", True), ("Dan", False)]
    assert (meeting.taken, meeting.waiting) == (2, 1)


def test_signing_up_twice_is_signing_up_once(meeting: Meeting, citizen: Person) -> None:
    first = signing_up.sign_up(actor=citizen, meeting=meeting, message="Jeg kommer i kørestol.")
    assert signing_up.sign_up(actor=citizen, meeting=meeting) is first
    assert (meeting.taken, first.message) == (1, "Jeg kommer i kørestol.")


def test_more_room_lets_those_who_wait_in_and_never_throws_out(
    meeting: Meeting, people: list[Person], moderator: Person
) -> None:
    for person in people:
        signing_up.sign_up(actor=person, meeting=meeting)
    arranging.edit(actor=moderator, meeting=meeting, text=text_of(meeting, capacity=3))
    assert (meeting.taken, meeting.waiting) == (3, 1)
    with pytest.raises(RuleViolation):
        arranging.edit(actor=moderator, meeting=meeting, text=text_of(meeting, capacity=2))


@pytest.mark.parametrize(
    "facts",
    [{"takes_sign_ups": False}, {"cancelled_at": datetime(2026, 1, 1, tzinfo=UTC), "reason": "Sne"}],
)
def test_nobody_signs_up_where_one_cannot(
    municipality: object, citizen: Person, facts: dict[str, object]
) -> None:
    with pytest.raises(RuleViolation):
        signing_up.sign_up(actor=citizen, meeting=MeetingFactory(**facts))


def test_nobody_signs_up_for_what_has_begun(municipality: object, citizen: Person) -> None:
    meeting = MeetingFactory(starts_at=now() - timedelta(minutes=1))
    with pytest.raises(RuleViolation):
        signing_up.sign_up(actor=citizen, meeting=meeting)


def test_a_closed_account_gives_its_place_on(meeting: Meeting, people: list[Person]) -> None:
    for person in people[:3]:
        signing_up.sign_up(actor=person, meeting=meeting)
    close_account(actor=people[0], person=people[0])
    assert names(meeting) == [("Bent", True), ("Carla", True)]


def test_the_sequence_rises_with_each_change_and_with_nothing_else(
    meeting: Meeting, moderator: Person, citizen: Person
) -> None:
    signing_up.sign_up(actor=citizen, meeting=meeting)
    arranging.edit(actor=moderator, meeting=meeting, text=text_of(meeting), seen_sequence=0)
    assert meeting.sequence == 0
    arranging.edit(actor=moderator, meeting=meeting, text=text_of(meeting, place="Biblioteket"))
    arranging.cancel(actor=moderator, meeting=meeting, reason="Sne")
    arranging.cancel(actor=moderator, meeting=meeting, reason="Regn")
    assert (meeting.sequence, meeting.reason) == (2, "Sne")


def test_a_cancelled_or_stale_one_is_not_changed(meeting: Meeting, moderator: Person) -> None:
    with pytest.raises(StaleVersion):
        arranging.edit(actor=moderator, meeting=meeting, text=text_of(meeting), seen_sequence=99)
    arranging.cancel(actor=moderator, meeting=meeting, reason="Sne")
    with pytest.raises(RuleViolation):
        arranging.edit(actor=moderator, meeting=meeting, text=text_of(meeting, place="Her"))


def test_it_ends_after_it_begins_and_is_to_come(meeting: Meeting, moderator: Person) -> None:
    early, past = meeting.starts_at - timedelta(hours=1), now() - timedelta(days=2)
    for wrong in ({"ends_at": early}, {"starts_at": past, "ends_at": past + timedelta(hours=1)}):
        with pytest.raises(RuleViolation):
            arranging.arrange(actor=moderator, host=None, text=text_of(meeting, **wrong))


def test_owners_and_editors_arrange_for_their_organisation_only(
    meeting: Meeting, citizen: Person, moderator: Person
) -> None:
    own, other = (OrganisationFactory(approved_at=now()) for _ in range(2))
    MembershipFactory(person_id=citizen.id, organisation_id=own.id, role=MembershipRole.EDITOR)
    made = arranging.arrange(actor=citizen, host=own, text=text_of(meeting))
    arranging.edit(actor=citizen, meeting=made, text=text_of(made, place="Haven"))
    for host in (other, None, ProjectFactory()):
        with pytest.raises(Forbidden):
            arranging.arrange(actor=citizen, host=host, text=text_of(meeting))


def test_words_that_would_be_held_are_refused(meeting: Meeting, citizen: Person) -> None:
    own = ProjectFactory(steward_id=citizen.id)
    made = arranging.arrange(actor=citizen, host=own, text=text_of(meeting))
    citizen.posts_held_at = now()
    with pytest.raises(RuleViolation, match="Somebody has to look"):
        arranging.arrange(actor=citizen, host=own, text=text_of(meeting))
    with pytest.raises(RuleViolation, match="Somebody has to look"):
        arranging.edit(actor=citizen, meeting=made, text=text_of(made, description="Kom!"))
    later = made.ends_at + timedelta(hours=1)
    arranging.edit(actor=citizen, meeting=made, text=text_of(made, ends_at=later))
    assert made.ends_at == later


@pytest.mark.parametrize("facts", [{"role": MembershipRole.MEMBER}, {"to_day": date(2025, 1, 1)}])
def test_members_and_former_owners_arrange_nothing(
    meeting: Meeting, citizen: Person, facts: dict[str, object]
) -> None:
    own = OrganisationFactory(approved_at=now())
    membership = {"role": MembershipRole.OWNER} | facts
    MembershipFactory(person_id=citizen.id, organisation_id=own.id, **membership)
    with pytest.raises(Forbidden):
        arranging.arrange(actor=citizen, host=own, text=text_of(meeting))


def test_a_cancelled_project_meets_no_more(moderator: Person) -> None:
    project = ProjectFactory()
    meeting = MeetingFactory(project_id=project.id)
    moves.move(actor=moderator, project=project, name="cancel", words=Words(sentence="Ingen penge."))
    assert (meeting.is_cancelled, meeting.reason) == (True, "Ingen penge.")


def test_people_are_reminded_once_from_nine_the_day_before(municipality: object) -> None:
    start = datetime(2026, 3, 29, 10, tzinfo=LOCAL)
    meeting = MeetingFactory(starts_at=start)
    reminded = []
    for hour in (8, 9, 10):
        with at(datetime(2026, 3, 28, hour, 30, tzinfo=LOCAL)):
            clockwork.remind()
            reminded.append(meeting.reminded_at)
    assert (reminded[0], reminded[1] == reminded[2], reminded[1] is None) == (None, True, False)


def test_what_is_later_or_cancelled_is_not_reminded_of(municipality: object) -> None:
    later = MeetingFactory(starts_at=datetime(2026, 3, 30, 0, 0, tzinfo=LOCAL))
    off = MeetingFactory(starts_at=datetime(2026, 3, 29, 10, tzinfo=LOCAL), cancelled_at=now(), reason="Sne")
    with at(datetime(2026, 3, 28, 12, tzinfo=LOCAL)):
        clockwork.remind()
    assert (later.reminded_at, off.reminded_at) == (None, None)


def test_after_sixty_days_only_the_number_is_left(municipality: object) -> None:
    old = MeetingFactory(starts_at=now() - timedelta(days=61), taken=1)
    recent = MeetingFactory(starts_at=now() - timedelta(days=59), taken=1)
    for meeting in (old, recent):
        SignUpFactory(meeting_id=meeting.id)
    clockwork.forget()
    assert [each.meeting_id for each in db.session.scalars(select(SignUp))] == [recent.id]
    assert (old.taken, queries.recounted()) == (1, [])


@lines.ANY_SEQUENCE
@given(steps=lines.STEPS)
def test_any_sequence_keeps_the_counts_and_the_order(
    municipality: object, moderator: Person, steps: list[tuple[str, int]]
) -> None:
    savepoint = db.session.begin_nested()
    meeting = MeetingFactory(capacity=1)
    doors = lines.Doors(
        meeting,
        SignUp,
        join=lambda person: signing_up.sign_up(actor=person, meeting=meeting),
        leave=lambda mine: signing_up.withdraw(actor=mine.person, sign_up=mine),
        widen=lambda room: arranging.edit(
            actor=moderator, meeting=meeting, text=text_of(meeting, capacity=room)
        ),
        line=lambda: queries.sign_ups_of(meeting),
        recounted=queries.recounted,
    )
    lines.check(doors, steps)
    savepoint.rollback()


def test_a_recount_finds_what_is_wrong(meeting: Meeting, citizen: Person) -> None:
    signing_up.sign_up(actor=citizen, meeting=meeting)
    assert queries.recounted() == []
    meeting.waiting = 1
    db.session.flush()
    assert queries.recounted() == [meeting.id]
    assert db.session.scalar(select(func.count()).select_from(SignUp)) == 1
