"""Deleting for good by two people: one proposes, another agrees, and nothing is left but that it was done."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import update as sql_update

from participation.accounts.models import Person
from participation.cases import services as cases
from participation.cases.models import CaseKind
from participation.discussions import services as discussions
from participation.discussions.models import Comment
from participation.extensions import db, lock
from participation.files.services.sweeping import erase
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.ideas.services.moves import settle
from participation.moderation import rules
from participation.moderation.events import ContentErased, DeletionDeclined, DeletionProposed
from participation.moderation.lifecycle import DeletionReason, Outcome
from participation.moderation.models import Deletion, ModerationAct
from participation.moderation.queries import deletions as queries
from participation.moderation.rules import Erasable
from participation.moderation.rules.deletion import NOTHING, column_of, name_of, repeats
from participation.moderation.services.entries import write_entry
from participation.moderation.services.erasing import comments_of, erase_copies, erase_quoted, erase_rows
from participation.moderation.services.reports import settle_by_act
from participation.organisations.models import Organisation
from participation.projects.models import ProjectUpdate
from participation.projects.services import news
from participation.search import services as search

WORKING_DAYS = 1
WAITS = N_("A colleague has proposed it already.")
REPEATS = N_(
    "The sentence repeats something of what is to be deleted, and the sentence stays. Use other words."
)
FASTER = N_("A colleague was faster: it has been decided.")


def propose(*, actor: Actor, subject: Erasable, reason_code: DeletionReason, sentence: str) -> Deletion:
    """Ask a colleague to agree that this is deleted for good."""
    require(actor, "moderation.propose_deletion", subject)
    assert actor.actor_id is not None
    lock(subject)
    if queries.open_deletion(subject) is not None:
        raise RuleViolation(WAITS)
    if repeats(sentence, text=f"{rules.title_of(subject)}\n{name_of(subject)}"):
        raise RuleViolation(REPEATS)
    case = cases.open_case(
        kind=CaseKind.DELETION, due_at=rules.promise(WORKING_DAYS), title=rules.title_of(subject)
    )
    deletion = Deletion(
        case_id=case.id, reason_code=reason_code, sentence=sentence, proposed_by_id=actor.actor_id
    )
    setattr(deletion, column_of(subject), subject.id)
    db.session.add(deletion)
    db.session.flush()
    case.place = f"opgaver/sletninger/{deletion.id}"
    publish(DeletionProposed(actor=actor, deletion=deletion))
    return deletion


def decline(*, actor: Actor, deletion: Deletion) -> None:
    """Let it stand; whoever proposed it may take it back like this too."""
    require(actor, "moderation.decline_deletion", deletion)
    _decide(actor, deletion, is_agreed=False)
    publish(DeletionDeclined(actor=actor, deletion=deletion))


def agree(*, actor: Actor, deletion: Deletion) -> None:
    """Delete it everywhere, at once and for good."""
    require(actor, "moderation.agree_to_deletion", deletion)
    _decide(actor, deletion, is_agreed=True)
    subject, person_id = deletion.subject, rules.writer_of(deletion.subject)
    db.session.flush()
    ERASERS[type(subject)](subject, deletion.reason_code)
    entry = write_entry(
        actor=actor,
        act=ModerationAct.DELETE,
        subject=subject,
        reason_code=deletion.reason_code,
        sentence=deletion.sentence,
    )
    if not isinstance(subject, ProjectUpdate):
        settle_by_act(actor=actor, subject=subject, outcome=Outcome.HIDDEN, entry=entry)
    publish(ContentErased(actor=actor, deletion=deletion, entry=entry, person_id=person_id))


def _decide(actor: Actor, deletion: Deletion, *, is_agreed: bool) -> None:
    lock(deletion)
    if deletion.decided_at is not None:
        raise StaleVersion(FASTER)
    deletion.decided_at, deletion.decided_by_id, deletion.is_agreed = now(), actor.actor_id, is_agreed
    cases.close(case=deletion.case)


def _erase_comment(comment: Comment, reason_code: str) -> None:
    _erase_comments([comment], reason_code)


def _erase_comments(comments: list[Comment], reason_code: str) -> None:
    """All together, so that a long thread takes no longer."""
    numbers = [comment.id for comment in comments]
    discussions.bury(comments=comments)
    erase_rows(kind=Comment, ids=numbers)
    erased = {"erased_at": now(), "hidden_reason": reason_code}
    emptied = sql_update(Comment).where(Comment.id.in_(numbers)).values(erased)
    db.session.execute(emptied, execution_options={"synchronize_session": False})


def _erase_idea(idea: Idea, reason_code: str) -> None:
    """With all that was said about it: comments and answers may repeat it."""
    _erase_comments(comments_of(discussion_id=idea.discussion_id), reason_code)
    erase_quoted(idea=idea)
    erase_rows(kind=Idea, ids=[idea.id])
    idea.erased_at, idea.hidden_at, idea.hidden_reason = now(), idea.hidden_at or now(), reason_code
    settle(idea=idea)
    if idea.discussion is not None:
        idea.discussion.place = f"ideer/{idea.id}"
    search.forget(subject_id=idea.id)
    db.session.flush()


def _erase_update(update: Any, reason_code: str) -> None:
    erase_rows(kind=ProjectUpdate, ids=[update.id])
    update.erased_at, update.hidden_at, update.hidden_reason = now(), update.hidden_at or now(), reason_code
    news.settle(project=update.project)


def _erase_name(subject: Any, attribute: str, nothing: str | None) -> None:
    name = getattr(subject, attribute)
    setattr(subject, attribute, nothing)
    db.session.flush()
    if name:
        erase_copies(name=name)


def _erase_person(person: Any, _reason_code: str) -> None:
    _erase_name(person, "display_name", None)


def _erase_organisation(organisation: Any, _reason_code: str) -> None:
    organisation.slug = ""
    erase(files=[organisation.picture] if organisation.picture else [])
    _erase_name(organisation, "name", NOTHING)


ERASERS: dict[type[Any], Callable[[Any, str], None]] = {
    Idea: _erase_idea,
    Comment: _erase_comment,
    ProjectUpdate: _erase_update,
    Organisation: _erase_organisation,
    Person: _erase_person,
}
