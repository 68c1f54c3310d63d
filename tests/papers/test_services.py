"""What comes on paper counts as anything else, once each, and can be claimed once."""

from datetime import timedelta

import pytest

from participation.accounts.models import Person
from participation.accounts.services.profile import close_account
from participation.extensions import db
from participation.foundation.clock import end_of_day, local_date, now, today
from participation.foundation.errors import Forbidden, RuleViolation
from participation.foundation.tenancy import municipality_context
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Channel, Idea
from participation.ideas.rules import TOLD_AFTER
from participation.ideas.services.moves import move
from participation.ideas.services.needs import Details
from participation.ideas.services.taking_back import undo
from participation.ideas.services.versions import IdeaText
from participation.municipalities.models import Municipality
from participation.papers.models import Signature
from participation.papers.queries import code_of, fingerprint
from participation.papers.services.claiming import claim
from participation.papers.services.entering import Sender, enter_idea
from participation.papers.services.sheets import Sheet, enter_sheet, invalidate_sheet
from participation.votes.queries import is_supporting, recounted
from participation.votes.services import support
from tests.factories.ideas import IdeaFactory

ANNA, BENT = "Anna Ås, Skolevej 3", "Bent Bæk, Havnen 12, 2. tv"
TEXT = IdeaText(title="Flere bænke", body="Til alle.", is_outside_strategy=True)


def entered(moderator: Person, days_ago: int = 4, **words: str) -> Idea:
    day = today() - timedelta(days=days_ago)
    return enter_idea(actor=moderator, text=TEXT, sender=Sender(Channel.PAPER, day, **words))


def sheet_of(moderator: Person, idea: Idea, *lines: str, others: int = 0) -> tuple[object, int]:
    return enter_sheet(actor=moderator, idea=idea, sheet=Sheet(today(), lines, others))


def count(idea: Idea) -> int:
    assert recounted() == []
    return idea.support_count


def test_promises_count_from_the_day_it_came_in(moderator: Person) -> None:
    idea = entered(moderator)
    assert idea.submitted_at is not None and idea.review_due_at is not None
    assert local_date(idea.submitted_at) == today() - timedelta(days=4)
    move(actor=moderator, idea=idea, name="publish", details=Details(is_outside_strategy=True))
    assert idea.answer_due_at == end_of_day(today() + timedelta(days=26))


def test_its_publication_is_taken_back_as_any_other(moderator: Person) -> None:
    idea = entered(moderator)
    details = Details(is_outside_strategy=True, told_from=now() + TOLD_AFTER)
    logged = move(actor=moderator, idea=idea, name="publish", details=details)
    undo(actor=moderator, idea=idea, logged=logged)
    assert (idea.status, idea.answer_due_at, count(idea)) == (IdeaStatus.SUBMITTED, None, 0)


def test_its_sender_supports_it_and_cannot_sign_in(moderator: Person) -> None:
    idea = entered(moderator, name="Anna", email="anna@example.org")
    move(actor=moderator, idea=idea, name="publish", details=Details(is_outside_strategy=True))
    assert (idea.author.email_key, idea.author.is_paper, count(idea)) == (None, True, 1)


@pytest.mark.parametrize("days_ago", [-1, 400])
def test_it_came_in_on_a_likely_day(moderator: Person, days_ago: int) -> None:
    with pytest.raises(RuleViolation):
        entered(moderator, days_ago)


def test_residents_enter_nothing(citizen: Person) -> None:
    with pytest.raises(Forbidden):
        entered(citizen)


def test_each_counts_once_across_sheets(moderator: Person) -> None:
    idea = IdeaFactory()
    assert sheet_of(moderator, idea, ANNA, BENT, "anna  ås – skolevej 3")[1] == 2
    assert sheet_of(moderator, idea, ANNA.upper(), others=3)[1] == 3
    assert count(idea) == 5


def test_the_same_hand_is_one_person_for_two_ideas(moderator: Person) -> None:
    ideas = [IdeaFactory(), IdeaFactory()]
    for idea in ideas:
        sheet_of(moderator, idea, ANNA)
    assert db.session.query(Signature).count() == 1


def test_name_and_address_are_not_kept(moderator: Person, other_municipality: Municipality) -> None:
    sheet_of(moderator, IdeaFactory(), ANNA)
    [signature] = db.session.query(Signature).all()
    people = db.session.query(Person).filter(Person.is_paper).all()
    assert [(person.display_name, person.email) for person in people] == [(None, None)]
    assert signature.fingerprint == fingerprint(ANNA)
    with municipality_context(other_municipality.id):
        assert signature.fingerprint != fingerprint(ANNA)


@pytest.mark.parametrize("lines", [[], ["Anna uden adresse"], [ANNA] * 201])
def test_a_sheet_that_cannot_be_counted_is_refused(moderator: Person, lines: list[str]) -> None:
    with pytest.raises(RuleViolation):
        sheet_of(moderator, IdeaFactory(), *lines)


def test_a_sheet_set_aside_leaves_who_stands_elsewhere(moderator: Person, citizen: Person) -> None:
    idea = IdeaFactory()
    first, _ = sheet_of(moderator, idea, ANNA, BENT, others=1)
    sheet_of(moderator, idea, ANNA)
    assert invalidate_sheet(actor=moderator, sheet=first, idea=idea, reason="Samme hånd.") == 2
    assert count(idea) == 1
    with pytest.raises(Forbidden):
        invalidate_sheet(actor=moderator, sheet=first, idea=idea, reason="Igen.")


def test_a_claimed_idea_is_the_accounts_own(moderator: Person, citizen: Person) -> None:
    idea = entered(moderator, name="Anna", email="anna@example.org")
    move(actor=moderator, idea=idea, name="publish", details=Details(is_outside_strategy=True))
    paper = idea.author
    claim(actor=citizen, code=code_of(paper).lower().replace("-", " "))
    assert (idea.author_id, paper.email, paper.is_active) == (citizen.id, None, False)
    assert is_supporting(citizen, idea) and count(idea) == 1


def test_a_support_is_not_counted_twice(moderator: Person, citizen: Person) -> None:
    idea = IdeaFactory()
    support(actor=citizen, idea=idea)
    sheet_of(moderator, idea, ANNA)
    assert count(idea) == 2
    person = db.session.query(Person).filter(Person.is_paper).one()
    claim(actor=citizen, code=code_of(person))
    assert count(idea) == 1
    assert sheet_of(moderator, idea, ANNA)[1] == 0
    assert count(idea) == 1


def test_a_code_works_once(moderator: Person, citizen: Person, author: Person) -> None:
    code = code_of(entered(moderator).author)
    claim(actor=citizen, code=code)
    with pytest.raises(RuleViolation):
        claim(actor=author, code=code)


@pytest.mark.parametrize("wrong", ["", "1", "1-AAAA-AAAA", "x-K7MP-3XQA", "9" * 30 + "-K7MP-3XQA"])
def test_a_wrong_code_says_so(citizen: Person, wrong: str) -> None:
    with pytest.raises(RuleViolation):
        claim(actor=citizen, code=wrong)


def test_the_code_of_an_account_claims_nothing(citizen: Person, author: Person) -> None:
    with pytest.raises(RuleViolation):
        claim(actor=citizen, code=code_of(author))


def test_a_closed_account_leaves_no_signature(moderator: Person, citizen: Person) -> None:
    sheet_of(moderator, IdeaFactory(), ANNA)
    person = db.session.query(Person).filter(Person.is_paper).one()
    claim(actor=citizen, code=code_of(person))
    close_account(actor=citizen, person=citizen)
    assert db.session.query(Signature).count() == 0
