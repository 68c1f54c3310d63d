"""Nobody on the staff judges the own words: a colleague does, and only the colleague knows who reported."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.cases.models import Case, HandoverReason
from participation.cases.services.ownership import assign
from participation.discussions import services as discussions
from participation.foundation.authorization import can
from participation.foundation.errors import Forbidden
from participation.ideas.models import Idea
from participation.ideas.services import writing
from participation.ideas.services.moves import Details, move
from participation.ideas.services.versions import IdeaText
from participation.moderation.lifecycle import DeletionReason
from participation.moderation.queries import held
from participation.moderation.queries import reports as matters
from participation.moderation.services import closing, hiding, holding, updates
from participation.moderation.services.appeals import appeal
from participation.moderation.services.deleting import propose
from participation.moderation.services.reports import ReportText, report
from participation.organisations.lifecycle import MembershipRole
from participation.organisations.models import Organisation
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.factories.projects import UpdateFactory

TEXT = IdeaText(title="Bænke ved søen", body="Så kan man hvile sig.", is_outside_strategy=True)
WHY = {"reason_code": "offensive", "sentence": "Tonen er for hård."}
AGAIN = {"sentence": "Jeg synes selv, at den er god."}


@pytest.fixture
def own(moderator: Person) -> Idea:
    """The moderator's own idea."""
    return IdeaFactory(author_id=moderator.id)


def test_what_a_colleague_hid_stays_hidden(own: Idea, moderator: Person, colleague: Person) -> None:
    comment = CommentFactory(author_id=moderator.id, discussion_id=own.discussion_id)
    update = UpdateFactory(author_id=moderator.id)
    hiding.hide_comment(actor=colleague, comment=comment, **WHY)
    updates.hide_update(actor=colleague, update=update, **WHY)
    closing.close_discussion(actor=colleague, idea=own, **WHY)
    hiding.hide_idea(actor=colleague, idea=own, **WHY)
    attempts: list[Callable[[], Any]] = [
        lambda: hiding.show_comment(actor=moderator, comment=comment, **AGAIN),
        lambda: updates.show_update(actor=moderator, update=update, **AGAIN),
        lambda: closing.open_discussion(actor=moderator, idea=own, **AGAIN),
        lambda: hiding.show_idea(actor=moderator, idea=own, **AGAIN),
    ]
    for attempt in attempts:
        with pytest.raises(Forbidden):
            attempt()


def test_what_was_held_before_they_came_to_the_staff(citizen: Person, colleague: Person) -> None:
    idea = IdeaFactory()
    waiting = discussions.comment(actor=citizen, discussion=idea.discussion, body="Ring til 010190-1234")
    citizen.role = colleague.role
    found = held.find(waiting.case_id or 0)
    assert found is not None
    with pytest.raises(Forbidden):
        holding.release(actor=citizen, held=found)
    holding.release(actor=colleague, held=found)


def test_who_reported_it_is_not_shown_to_them(
    own: Idea, citizen: Person, moderator: Person, colleague: Person, client_of: Callable[[Person], Any]
) -> None:
    citizen.display_name = "Zenia Anmelder"
    made = report(actor=citizen, subject=own, text=ReportText("offensive", "Det er løgn om vores gård."))
    address = f"/vallensbaek/opgaver/anmeldelser/{made.matter_id}"
    page = client_of(moderator).get(address).text
    assert "Du har selv del i det" in page
    assert not [word for word in ("Zenia", "vores gård", "1 anmeldelse") if word in page]
    assert "Zenia" in client_of(colleague).get(address).text


@pytest.fixture
def club(moderator: Person, citizen: Person, colleague: Person) -> Organisation:
    """Answered for by a resident and by a colleague of the moderator's."""
    club = OrganisationFactory()
    for person in (citizen, colleague):
        MembershipFactory(person_id=person.id, organisation_id=club.id, role=MembershipRole.OWNER)
    return club


def test_a_colleague_who_answers_for_it_does_not_look_again(
    club: Organisation, citizen: Person, moderator: Person, colleague: Person
) -> None:
    other = PersonFactory(role=colleague.role)
    hidden = hiding.hide_organisation(actor=moderator, organisation=club, **WHY)
    made = appeal(actor=citizen, act=hidden, body="Se igen.")
    assert made.case.owner_id == other.id
    assert [can(person, "moderation.decide_appeal", made) for person in (moderator, colleague, other)] == [
        False,
        False,
        True,
    ]


def test_nor_settles_reports_of_it(club: Organisation, moderator: Person, colleague: Person) -> None:
    made = report(actor=PersonFactory(), subject=club, text=ReportText("offensive"))
    matter = matters.find(made.matter_id)
    assert [can(person, "moderation.settle", matter) for person in (colleague, moderator)] == [False, True]
    assert not can(colleague, "moderation.report", club)


def appealed(author: Person, moderator: Person) -> tuple[str, Any, Case]:
    idea = IdeaFactory(author_id=author.id)
    act = hiding.hide_idea(actor=moderator, idea=idea, **WHY)
    made = appeal(actor=author, act=act, body="Se igen.")
    return "moderation.decide_appeal", (made,), made.case


def reported(author: Person, _moderator: Person) -> tuple[str, Any, Case]:
    made = report(actor=author, subject=IdeaFactory(), text=ReportText("offensive"))
    matter = matters.find(made.matter_id)
    assert matter is not None
    return "moderation.settle", (matter,), matter.case


def waiting(author: Person, _moderator: Person) -> tuple[str, Any, Case]:
    added = discussions.comment(actor=author, discussion=IdeaFactory().discussion, body="010190-1234")
    found = held.find(added.case_id or 0)
    assert found is not None
    return "moderation.decide_held", (found.case, found.author), found.case


def proposed(_author: Person, moderator: Person) -> tuple[str, Any, Case]:
    why = {"reason_code": DeletionReason.CPR, "sentence": "Der stod et nummer på en nabo."}
    deletion = propose(actor=moderator, subject=IdeaFactory(), **why)
    return "moderation.agree_to_deletion", (deletion,), deletion.case


@pytest.mark.parametrize("make", [appealed, reported, waiting, proposed])
def test_who_is_disqualified_decides_nothing(
    author: Person, moderator: Person, colleague: Person, administrator: Person, make: Callable[..., Any]
) -> None:
    name, subject, case = make(author, moderator)
    seen = {"seen_owner_id": case.owner_id, "reason": HandoverReason.DISQUALIFIED}
    assert can(colleague, name, *subject)
    assign(actor=colleague, case=case, person=administrator, **seen)
    assert not can(colleague, name, *subject)
    assert can(administrator, name, *subject)


def test_nobody_on_the_staff_decides_about_the_own_idea(
    moderator: Person, colleague: Person, client_of: Callable[[Person], Any]
) -> None:
    own = writing.propose(actor=moderator, text=TEXT)
    writing.submit(actor=moderator, idea=own)
    assert own.case is not None
    assert own.case.disqualifies(moderator.id)
    acts = ("ideas.move_publish", "ideas.move_return", "ideas.decide_version", "ideas.undo")
    assert not any(can(moderator, act, own) for act in acts)
    page = client_of(moderator).get(f"/vallensbaek/opgaver/{own.id}").text
    assert "Du har selv del i idéen" in page
    move(actor=colleague, idea=own, name="publish", details=Details(is_outside_strategy=True))
    assert not can(moderator, "ideas.answer_for_now", own)
    assert can(colleague, "ideas.answer_for_now", own)


def test_who_comes_to_the_staff_later_does_not_either(author: Person, colleague: Person) -> None:
    idea = IdeaFactory(author_id=author.id)
    author.role = colleague.role
    assert not can(author, "ideas.move_accept", idea)
    assert can(author, "ideas.add_to", idea)
