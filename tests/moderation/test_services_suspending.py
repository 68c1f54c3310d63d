"""Who is suspended writes nothing, keeps every other right, and writes again afterwards."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.cases.lifecycle import HeldState
from participation.discussions.models import Comment
from participation.foundation.actors import Nobody
from participation.foundation.authorization import PERMISSIONS, WRITING, can, require
from participation.foundation.clock import at, end_of_day, now
from participation.foundation.errors import Forbidden, RuleViolation, Suspended
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.meetings.services.signing_up import sign_up
from participation.moderation.services.suspending import lift, suspend
from participation.organisations.lifecycle import MembershipRole, OrganisationStatus
from participation.organisations.models import Organisation
from participation.projects.lifecycle import PROJECTS
from participation.projects.models import ProjectUpdate
from tests.architecture.routes import ROUTES
from tests.factories.adoptions import OfferFactory
from tests.factories.ideas import AdditionFactory, CommentFactory, IdeaFactory
from tests.factories.meetings import MeetingFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.factories.projects import ProjectFactory, UpdateFactory
from tests.moderation.dates import in_days

VISITOR = Nobody()
WHY = {"reason_code": "offensive", "sentence": "Tredje gang på en uge."}
STAYS = ["votes.support", "votes.withdraw", "follows.follow", "discussions.delete", "accounts.edit"]


LIVES: dict[str, Any] = {"ideas": IDEAS, "projects": PROJECTS}


def _led_by(person: Person, status: str) -> Organisation:
    standing = {} if status == "approved" else {"approved_at": None}
    organisation = OrganisationFactory(status=OrganisationStatus(status), **standing)
    MembershipFactory(person_id=person.id, organisation_id=organisation.id, role=MembershipRole.OWNER)
    return organisation


def _news_of(person: Person) -> ProjectUpdate:
    project = ProjectFactory(steward_id=person.id)
    return UpdateFactory(project_id=project.id, author_id=person.id)


def _held_addition_of(person: Person) -> tuple[Any, ...]:
    idea = IdeaFactory(author_id=person.id)
    return idea, AdditionFactory(idea_id=idea.id, held_at=now(), held_state=HeldState.WAITING)


SUBJECTS: dict[str, Callable[[Person], tuple[Any, ...]]] = {
    "ideas": lambda person: (IdeaFactory(author_id=person.id, reviewed_at=None),),
    "ideas.propose": lambda person: (),
    "ideas.choose_organisation": lambda person: (IdeaFactory(author_id=person.id, status="draft"),),
    "ideas.mend_addition": lambda person: _held_addition_of(person),
    "ideas.move": lambda person: (IdeaFactory(author_id=person.id), "withdraw"),
    "accounts": lambda person: (person,),
    "discussions": lambda person: (CommentFactory(author_id=person.id),),
    "discussions.comment": lambda person: (CommentFactory(author_id=person.id).discussion,),
    "organisations": lambda person: (_led_by(person, "approved"),),
    "organisations.apply": lambda person: (),
    "adoptions.change_offer": lambda person: (OfferFactory(organisation_id=_led_by(person, "approved").id),),
    "adoptions.join": lambda person: (OfferFactory(),),
    "adoptions.offer": lambda person: (IdeaFactory(status="accepted", decided_at=now()),),
    "outcomes": lambda person: (ProjectFactory(steward_id=person.id, status="completed"),),
    "files": lambda person: (),
    "meetings": lambda person: (MeetingFactory(project_id=ProjectFactory(steward_id=person.id).id),),
    "meetings.arrange": lambda person: (ProjectFactory(steward_id=person.id),),
    "projects": lambda person: (ProjectFactory(steward_id=person.id),),
    "projects.move": lambda person: (ProjectFactory(steward_id=person.id), "cancel"),
    "projects.change_update": lambda person: (_news_of(person),),
    "volunteering": lambda person: (ProjectFactory(),),
    "organisations.send_again": lambda person: (_led_by(person, "returned"),),
    "votes": lambda person: (IdeaFactory(),),
    "follows": lambda person: (IdeaFactory(),),
}


def subject_of(name: str, person: Person) -> tuple[Any, ...]:
    """Something of the person's own that the permission is about, where it would be given."""
    feature, verb = name.split(".")
    made = SUBJECTS.get(name) or SUBJECTS[feature]
    subject = made(person)
    if verb.startswith("move_"):
        subject[0].status = min(LIVES[feature].move(verb.removeprefix("move_")).sources)
    return subject


def is_for_citizens(name: str) -> bool:
    """All but the moves that a moderator makes."""
    feature, _, move = name.partition(".move_")
    return not move or bool(LIVES[feature].move(move).by & {"author", "steward"})


# The routes are read from the application, which has registered every permission by then.
WRITTEN = sorted(filter(is_for_citizens, WRITING)) if ROUTES else []


@pytest.fixture
def suspended(author: Person, moderator: Person) -> Person:
    suspend(actor=moderator, person=author, until=in_days(7), **WHY)
    return author


@pytest.mark.parametrize("name", WRITTEN)
def test_each_permission_to_write_is_given_and_taken(author: Person, moderator: Person, name: str) -> None:
    subject = subject_of(name, author)
    assert can(author, name, *subject)
    suspend(actor=moderator, person=author, until=in_days(7), **WHY)
    assert not can(author, name, *subject)
    with pytest.raises(Suspended):
        require(author, name, *subject)


def test_whatever_citizens_write_is_among_them() -> None:
    verbs = {"propose", "edit", "add_to", "move", "comment", "reply", "name"}
    written = {name for name in PERMISSIONS if name.split(".")[1] in verbs}
    of_citizens = {name for name in written if name.split(".")[0] in {"ideas", "discussions"}}
    assert of_citizens | {"accounts.name"} <= WRITING


@pytest.mark.parametrize("name", STAYS)
def test_other_rights_stay(suspended: Person, name: str) -> None:
    assert can(suspended, name, *subject_of(name, suspended))


def test_a_meeting_is_open_to_them_without_a_word(suspended: Person) -> None:
    meeting = MeetingFactory()
    with pytest.raises(Suspended):
        sign_up(actor=suspended, meeting=meeting, message="Jeg kommer med min mening.")
    assert sign_up(actor=suspended, meeting=meeting).has_place


def test_reporting_stays(suspended: Person, comment: Comment) -> None:
    assert can(suspended, "moderation.report", CommentFactory())


def test_it_ends_by_itself_after_its_last_day(suspended: Person) -> None:
    assert suspended.suspended_until == end_of_day(in_days(7))
    with at(end_of_day(in_days(6))):
        assert not can(suspended, "ideas.propose")
    with at(end_of_day(in_days(8))):
        assert can(suspended, "ideas.propose")


def test_it_is_lifted_at_once(suspended: Person, moderator: Person) -> None:
    lift(actor=moderator, person=suspended, sentence="Vi har talt sammen.")
    assert can(suspended, "ideas.propose")
    with pytest.raises(RuleViolation):
        lift(actor=moderator, person=suspended, sentence="Igen.")


@pytest.mark.parametrize("days", [0, -1, 91])
def test_it_has_an_end_within_the_longest_time(author: Person, moderator: Person, days: int) -> None:
    with pytest.raises(RuleViolation):
        suspend(actor=moderator, person=author, until=in_days(days), **WHY)
    assert author.may_write


def test_a_second_one_does_not_lengthen_the_first(suspended: Person, moderator: Person) -> None:
    with pytest.raises(RuleViolation):
        suspend(actor=moderator, person=suspended, until=in_days(90), **WHY)


def test_never_staff_and_only_by_staff(moderator: Person, administrator: Person, citizen: Person) -> None:
    for actor, person in ((administrator, moderator), (moderator, administrator), (citizen, moderator)):
        with pytest.raises(Forbidden):
            suspend(actor=actor, person=person, until=in_days(7), **WHY)
    assert VISITOR.may_write


def test_the_idea_that_waits_stays_where_it_is(author: Person, moderator: Person) -> None:
    waiting = IdeaFactory(author_id=author.id, status=IdeaStatus.SUBMITTED, published_at=None)
    suspend(actor=moderator, person=author, until=in_days(7), **WHY)
    assert can(moderator, "ideas.move_publish", waiting)
