"""Reports: one matter for each thing, nothing by itself, an answer to everybody who reported."""

import pytest
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.cases.models import Case, CaseKind
from participation.discussions.models import Comment
from participation.discussions.services import delete
from participation.extensions import db
from participation.foundation.actors import Nobody
from participation.foundation.authorization import can
from participation.foundation.clock import FAR_FUTURE
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas.models import Idea
from participation.mail.models import OutgoingMail
from participation.moderation.lifecycle import Outcome
from participation.moderation.models import Matter, Report
from participation.moderation.queries import reports as queries
from participation.moderation.rules import Reportable
from participation.moderation.services.hiding import hide_comment, hide_idea
from participation.moderation.services.reports import ReportText, leave, report
from participation.moderation.services.suspending import suspend
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory
from tests.factories.organisations import OrganisationFactory
from tests.moderation.dates import in_days

VISITOR = Nobody()
TEXT = ReportText(reason_code="offensive", body="Han håner min mor.")
WHY = {"reason_code": "offensive", "sentence": "Tonen er for hård."}


def matter_of(subject: Reportable) -> Matter:
    found = queries.open_matter(subject)
    assert found is not None
    return found


def count(model: type[Matter] | type[Report]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_many_reports_of_a_thing_are_one_case(comment: Comment, citizen: Person) -> None:
    report(actor=citizen, subject=comment, text=TEXT)
    report(actor=PersonFactory(), subject=comment, text=TEXT)
    report(actor=VISITOR, subject=comment, text=TEXT)
    case = db.session.scalars(select(Case).where(Case.kind == CaseKind.REPORT)).one()
    matter = matter_of(comment)
    assert (case.place, case.is_open) == (f"opgaver/anmeldelser/{matter.id}", True)
    assert case.due_at < FAR_FUTURE
    assert (count(Matter), count(Report)) == (1, 3)


def test_no_number_of_reports_hides_anything(comment: Comment) -> None:
    for _ in range(30):
        report(actor=PersonFactory(), subject=comment, text=TEXT)
    assert comment.hidden_at is None


def test_the_same_person_counts_once(comment: Comment, citizen: Person) -> None:
    first = report(actor=citizen, subject=comment, text=TEXT)
    assert report(actor=citizen, subject=comment, text=TEXT) is first
    report(actor=VISITOR, subject=comment, text=TEXT)
    report(actor=VISITOR, subject=comment, text=TEXT)
    assert count(Report) == 2


@pytest.mark.parametrize("kind", ["idea", "comment", "person", "organisation"])
def test_each_kind_of_thing_is_reported(idea: Idea, comment: Comment, citizen: Person, kind: str) -> None:
    things: dict[str, Reportable] = {
        "idea": idea,
        "comment": comment,
        "person": idea.author,
        "organisation": OrganisationFactory(),
    }
    report(actor=citizen, subject=things[kind], text=TEXT)
    assert matter_of(things[kind]).subject is things[kind]


def test_what_is_hidden_or_the_own_is_not_reported(comment: Comment, moderator: Person) -> None:
    with pytest.raises(Forbidden):
        report(actor=comment.author, subject=comment, text=TEXT)
    hide_comment(actor=moderator, comment=comment, **WHY)
    with pytest.raises(Forbidden):
        report(actor=PersonFactory(), subject=comment, text=TEXT)


def test_hiding_answers_those_who_reported(idea: Idea, citizen: Person, moderator: Person) -> None:
    report(actor=citizen, subject=idea, text=TEXT)
    matter = matter_of(idea)
    entry = hide_idea(actor=moderator, idea=idea, **WHY)
    assert (matter.outcome, matter.entry_id, matter.case.is_open) == (Outcome.HIDDEN, entry.id, False)


def test_suspending_answers_those_who_reported_the_person(
    author: Person, citizen: Person, moderator: Person
) -> None:
    report(actor=citizen, subject=author, text=TEXT)
    matter = matter_of(author)
    suspend(actor=moderator, person=author, until=in_days(7), **WHY)
    assert matter.outcome is Outcome.SUSPENDED


def test_leaving_it_ends_the_matter_and_the_next_report_begins_one(
    comment: Comment, citizen: Person, moderator: Person
) -> None:
    report(actor=citizen, subject=comment, text=TEXT)
    matter = matter_of(comment)
    leave(actor=moderator, matter=matter, sentence="Den er skarp, men inden for reglerne.")
    assert (matter.outcome, matter.settled_by_id) == (Outcome.LEFT, moderator.id)
    with pytest.raises(RuleViolation):
        leave(actor=moderator, matter=matter, sentence="Igen.")
    report(actor=citizen, subject=comment, text=TEXT)
    assert matter_of(comment) is not matter


def test_nobody_settles_reports_about_the_own_words(citizen: Person, moderator: Person) -> None:
    own = CommentFactory(author_id=moderator.id)
    report(actor=citizen, subject=own, text=TEXT)
    assert not can(moderator, "moderation.settle", matter_of(own))
    assert not can(citizen, "moderation.settle", matter_of(own))


def test_a_visitors_address_is_written_to_once_and_forgotten(comment: Comment, moderator: Person) -> None:
    made = report(
        actor=VISITOR,
        subject=comment,
        text=ReportText(reason_code="offensive", body="Led.", email="nabo@example.org"),
    )
    hide_comment(actor=moderator, comment=comment, **WHY)
    assert made.email is None
    assert list(db.session.scalars(select(OutgoingMail.recipient))) == ["nabo@example.org"]


def test_a_reported_comment_can_be_deleted_and_leaves_its_row(comment: Comment, citizen: Person) -> None:
    report(actor=citizen, subject=comment, text=TEXT)
    delete(actor=comment.author, comment=comment)
    assert (comment.body, matter_of(comment).comment_id) == ("", comment.id)
