"""“Did it help?”: asking once about a project, and taking the answers of those who were asked."""

from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite

from participation.accounts.models import Person
from participation.cases import services as cases
from participation.cases.models import CaseKind
from participation.extensions import db, lock
from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import require
from participation.foundation.calendar import add_working_days
from participation.foundation.clock import end_of_day, now, today
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.personal import has_cpr
from participation.foundation.text import N_
from participation.outcomes import queries, rules
from participation.outcomes.events import HelpAsked, HelpReplied, ReplyReceived
from participation.outcomes.lifecycle import Helped
from participation.outcomes.models import HelpAnswer, HelpQuestion
from participation.projects.models import Project

CLOSED = N_("The question is closed. Thank you all the same.")
HAS_CPR = N_("This looks like a CPR number. Take it out, and we can read the rest.")
ANSWERED = N_("A colleague was faster: the person has been answered.")


def ask_about_what_is_done() -> None:
    """Ask about each project whose time has come; who is told of it is the routing table's."""
    for project in queries.to_ask_about():
        ask(actor=SYSTEM, project=project)


def ask(*, actor: Actor, project: Project) -> None:
    """Put the question about a project, unless it has been put: the key lets nobody put it twice."""
    require(actor, "outcomes.ask")
    dialect = postgresql if db.session.get_bind().dialect.name == "postgresql" else sqlite
    closes_on = today() + rules.ANSWERED_WITHIN
    row = dialect.insert(HelpQuestion).values(project_id=project.id, closes_on=closes_on)
    put = db.session.scalar(row.on_conflict_do_nothing().returning(HelpQuestion.project_id))
    if put is not None:
        publish(HelpAsked(project=project, actor=actor))


def answer(*, person: Person, project: Project, said: Helped, reason: str = "") -> HelpAnswer:
    """Store the person's one answer; a reason for “no” goes to staff, and stands once it is answered."""
    lock(project)
    if queries.open_question(project) is None:
        raise RuleViolation(CLOSED)
    if has_cpr(reason):
        raise RuleViolation(HAS_CPR)
    given = queries.answer_of(project.id, person.id)
    if given is None:
        given = HelpAnswer(project_id=project.id, person_id=person.id, answer=said)
        db.session.add(given)
    given.answer, given.answered_at = said, now()
    if not given.reply:
        given.reason = reason if said.takes_reason else ""
        _settle_case(given, project)
    db.session.flush()
    return given


def reply(*, actor: Actor, answer: HelpAnswer, words: str) -> None:
    """Answer somebody for whom it did not help, without knowing who it is."""
    require(actor, "outcomes.reply", answer)
    lock(answer)
    if answer.reply or not answer.reason or answer.case is None:
        raise RuleViolation(ANSWERED)
    answer.reply, answer.replied_at = words, now()
    cases.close(case=answer.case)
    db.session.flush()
    publish(HelpReplied(project=answer.project, help_answer=answer, actor=actor))
    publish(ReplyReceived(project=answer.project, help_answer=answer, person_id=answer.person_id))


def forget_words(*, person_id: int) -> None:
    """An account is closed: the answers still count, what was written beside them goes."""
    for given in queries.answers_by(person_id):
        given.reason = given.reply = ""
        if given.case is not None:
            cases.close(case=given.case)
    db.session.flush()


def _settle_case(given: HelpAnswer, project: Project) -> None:
    """A reason waits for staff; without one nothing waits."""
    db.session.flush()
    if given.case is None and given.reason:
        case = cases.open_case(kind=CaseKind.FEEDBACK, due_at=_due(), title=project.title)
        case.place = f"opgaver/tilbagemeldinger/{given.id}"
        given.case = case
    elif given.case is not None and given.reason and not given.case.is_open:
        cases.reopen(case=given.case, kind=CaseKind.FEEDBACK, due_at=_due())
    elif given.case is not None and not given.reason:
        cases.close(case=given.case)


def _due() -> datetime:
    return end_of_day(add_working_days(today(), rules.REPLY_WORKING_DAYS))
