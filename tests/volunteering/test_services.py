"""Joining, waiting, moving up, leaving, and writing to those who joined."""

from dataclasses import replace

import pytest
from hypothesis import given
from sqlalchemy import event, func, select

from participation.accounts.models import Person
from participation.accounts.services.profile import close_account
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, RuleViolation
from participation.mail.models import OutgoingMail
from participation.places.rules import LetterText
from participation.projects.lifecycle import ProjectStatus
from participation.projects.models import Project
from participation.volunteering import queries
from participation.volunteering.models import Need, NeedKind, Volunteer
from participation.volunteering.services import joining, letters, needs
from participation.volunteering.services.needs import NeedText
from participation.web.letters import RENDERERS, desk
from tests import lines
from tests.factories.accounts import PersonFactory
from tests.factories.projects import ProjectFactory
from tests.factories.volunteering import NeedFactory


def names(need: Need) -> list[tuple[str | None, bool]]:
    rows = db.session.scalars(select(Volunteer).where(Volunteer.need_id == need.id).order_by(Volunteer.id))
    return [(row.person.display_name, row.has_place) for row in rows]


@pytest.fixture
def need(municipality: object) -> Need:
    return NeedFactory(capacity=2)


@pytest.fixture
def people(municipality: object) -> list[Person]:
    return [PersonFactory(display_name=name) for name in ("Anna", "Bent", "Carla", "Dan")]


def test_who_comes_after_the_last_place_waits_and_moves_up(need: Need, people: list[Person]) -> None:
    joined = [joining.join(actor=person, need=need) for person in people]
    assert names(need) == [("Anna", True), ("Bent", True), ("Carla", False), ("Dan", False)]
    joining.leave(actor=people[0], volunteer=joined[0])
    assert names(need) == [("Bent", True), ("Carla", True), ("Dan", False)]
    assert (need.taken, need.waiting) == (2, 1)


def test_joining_twice_is_joining_once(need: Need, citizen: Person) -> None:
    first = joining.join(actor=citizen, need=need, message="Jeg tager en spade med.")
    assert joining.join(actor=citizen, need=need) is first
    assert (need.taken, first.message) == (1, "Jeg tager en spade med.")


def test_more_room_lets_those_who_wait_in_and_never_throws_out(
    need: Need, people: list[Person], moderator: Person
) -> None:
    for person in people:
        joining.join(actor=person, need=need)
    text = NeedText(kind=NeedKind.PEOPLE, title=need.title, capacity=3)
    needs.edit_need(actor=moderator, need=need, text=text)
    assert (need.taken, need.waiting) == (3, 1)
    with pytest.raises(RuleViolation):
        needs.edit_need(actor=moderator, need=need, text=NeedText(NeedKind.PEOPLE, need.title, capacity=2))


def test_a_closed_need_takes_nobody_more(need: Need, citizen: Person, moderator: Person) -> None:
    needs.close_need(actor=moderator, need=need, is_closed=True)
    with pytest.raises(RuleViolation):
        joining.join(actor=citizen, need=need)


def test_nobody_joins_what_has_ended(citizen: Person) -> None:
    project = ProjectFactory(status=ProjectStatus.COMPLETED)
    with pytest.raises(Forbidden):
        joining.join(actor=citizen, need=NeedFactory(project_id=project.id))


def test_the_project_as_a_whole_is_one_need(citizen: Person) -> None:
    project = ProjectFactory()
    general = needs.general_need(project=project)
    assert needs.general_need(project=project) is general
    assert joining.join(actor=citizen, need=general).has_place


def test_a_closed_account_gives_its_place_on(need: Need, people: list[Person]) -> None:
    for person in people[:3]:
        joining.join(actor=person, need=need)
    close_account(actor=people[0], person=people[0])
    assert names(need) == [("Bent", True), ("Carla", True)]


def test_two_accounts_that_close_at_once_do_not_lock_each_other_out(citizen: Person) -> None:
    first, second = NeedFactory(capacity=2), NeedFactory(capacity=2)
    for need in (first, second):
        joining.join(actor=citizen, need=need)
    locked: list[int] = []

    def note(_mapper: object, _connection: object, need: Need) -> None:
        locked.append(need.id)

    event.listen(Need, "after_update", note)
    joining.leave_everything(person_id=citizen.id)
    event.remove(Need, "after_update", note)
    assert locked == [first.id, second.id]


def test_who_has_left_or_waits_by_then_gets_no_letter(
    need: Need, people: list[Person], moderator: Person
) -> None:
    joined = [joining.join(actor=person, need=need) for person in people[:3]]
    letters.write_to_volunteers(actor=moderator, project=need.project, text=LetterText("Hej", "Kl. 10."))
    joining.leave(actor=people[0], volunteer=joined[0])
    mails = db.session.scalars(select(OutgoingMail).where(OutgoingMail.kind == letters.MAIL)).all()
    with desk("da"):
        written = [RENDERERS[mail.kind](mail.context, "da") for mail in mails]
    assert [each is None for each in written] == [True, False]


def test_a_letter_goes_to_those_with_a_place(need: Need, people: list[Person], moderator: Person) -> None:
    for person in people[:3]:
        joining.join(actor=person, need=need)
    text = LetterText("På lørdag", "Vi mødes kl. 10.")
    letter = letters.write_to_volunteers(actor=moderator, project=need.project, text=text)
    mails = db.session.scalars(select(OutgoingMail).where(OutgoingMail.kind == letters.MAIL)).all()
    assert (letter.recipients, {mail.recipient for mail in mails}) == (
        2,
        {people[0].email, people[1].email},
    )


def test_residents_neither_see_nor_write_to_volunteers(need: Need, citizen: Person) -> None:
    with pytest.raises(Forbidden):
        letters.write_to_volunteers(actor=citizen, project=need.project, text=LetterText("Hej", "Hej"))


@lines.ANY_SEQUENCE
@given(steps=lines.STEPS)
def test_any_sequence_keeps_the_counts_and_the_order(
    municipality: object, moderator: Person, steps: list[tuple[str, int]]
) -> None:
    savepoint = db.session.begin_nested()
    need = NeedFactory(capacity=1)
    doors = lines.Doors(
        need,
        Volunteer,
        join=lambda person: joining.join(actor=person, need=need),
        leave=lambda mine: joining.leave(actor=mine.person, volunteer=mine),
        widen=lambda room: needs.edit_need(
            actor=moderator, need=need, text=NeedText(NeedKind.PEOPLE, "x", capacity=room)
        ),
        line=lambda: queries.volunteers_of(need.project),
        recounted=queries.recounted,
    )
    lines.check(doors, steps)
    savepoint.rollback()


def test_a_recount_finds_what_is_wrong(need: Need, citizen: Person) -> None:
    joining.join(actor=citizen, need=need)
    assert queries.recounted() == []
    need.waiting = 1
    db.session.flush()
    assert queries.recounted() == [need.id]


def test_people_are_counted_once_in_a_project(citizen: Person) -> None:
    project: Project = ProjectFactory()
    for _ in range(2):
        joining.join(actor=citizen, need=NeedFactory(project_id=project.id))
    assert queries.people_count_of([project.id]) == 1
    assert db.session.scalar(select(func.count()).select_from(Volunteer)) == 2


def test_words_that_would_be_held_are_refused(citizen: Person) -> None:
    project = ProjectFactory(steward_id=citizen.id)
    text = NeedText(kind=NeedKind.PEOPLE, title="Grav med")
    need = needs.add_need(actor=citizen, project=project, text=text)
    citizen.posts_held_at = now()
    with pytest.raises(RuleViolation, match="Somebody has to look"):
        needs.add_need(actor=citizen, project=project, text=text)
    with pytest.raises(RuleViolation, match="Somebody has to look"):
        needs.edit_need(actor=citizen, need=need, text=replace(text, details="Tag spade med."))
    needs.edit_need(actor=citizen, need=need, text=replace(text, capacity=8))
    assert need.capacity == 8
