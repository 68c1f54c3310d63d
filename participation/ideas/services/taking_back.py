"""Taking back what staff has just done, while nobody has been told: the idea is precisely what it was."""

from sqlalchemy import delete, func, select

from participation.discussions.models import Comment
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas import rules
from participation.ideas.events import IdeaAnswerUndone, IdeaMoveUndone
from participation.ideas.models import UNDO, Answer, Idea, IdeaMove, IdeaVersion
from participation.ideas.services.moves import settle
from participation.ideas.services.undoing import give_back, remembered

TOO_LATE = N_("It is too late to undo it: those concerned are being told.")
CHANGED = N_("Something has happened to the idea since. Look at it first.")
COMMENTED = N_("Somebody has commented on the idea already. Hide it if it cannot stand.")


def undo(*, actor: Actor, idea: Idea, logged: IdeaMove | Answer) -> None:
    """Take back the idea's last move or interim answer, with everything that came with it.

    RuleViolation when time is up or a resident has acted on it, StaleVersion when the idea has changed since.
    """
    require(actor, "ideas.undo", idea)
    lock(idea)
    _check(idea, logged)
    if isinstance(logged, IdeaMove):
        _undo_move(actor, idea, logged)
    else:
        _undo_answer(actor, idea, logged)


def _check(idea: Idea, logged: IdeaMove | Answer) -> None:
    if idea.id != logged.idea_id or idea.version != logged.left_version:
        raise StaleVersion(CHANGED)
    if not rules.is_revocable(logged):
        raise RuleViolation(TOO_LATE)


def _undo_move(actor: Actor, idea: Idea, logged: IdeaMove) -> None:
    if logged.name == "publish":
        _check_unread(idea, logged)
        _forget_last_version(idea)
    taking_back = IdeaMove(
        idea_id=idea.id,
        name=UNDO,
        from_status=idea.status,
        to_status=logged.from_status,
        actor_id=actor.actor_id,
        before=remembered(idea=idea),
        is_public=False,
    )
    db.session.add(taking_back)
    db.session.execute(delete(Answer).where(Answer.move_id == logged.id))
    logged.undone_at, logged.is_public = now(), False
    _restore(idea, logged)
    publish(IdeaMoveUndone(actor=actor, idea=idea, move=logged))


def _undo_answer(actor: Actor, idea: Idea, logged: Answer) -> None:
    answer_id = logged.id
    _restore(idea, logged)
    db.session.delete(logged)
    db.session.flush()
    publish(IdeaAnswerUndone(actor=actor, idea=idea, answer_id=answer_id))


def _restore(idea: Idea, logged: IdeaMove | Answer) -> None:
    # Asked before anything is written: half of it is what the database refuses.
    with db.session.no_autoflush:
        give_back(idea=idea, before=logged.before)
    settle(idea=idea)
    db.session.expire(idea, ["goal", "effort", "answers"])


def _check_unread(idea: Idea, logged: IdeaMove) -> None:
    """A comment that a resident has written is not made invisible without a word."""
    written = select(Comment.id).where(
        Comment.discussion_id == idea.discussion_id, Comment.created_at >= logged.at
    )
    if db.session.scalar(written.limit(1)) is not None:
        raise RuleViolation(COMMENTED)


def _forget_last_version(idea: Idea) -> None:
    """The version that publication kept; the idea is unchanged since, so it is the last."""
    of_idea = IdeaVersion.idea_id == idea.id
    last = select(func.max(IdeaVersion.number)).where(of_idea).scalar_subquery()
    db.session.execute(
        delete(IdeaVersion).where(of_idea, IdeaVersion.number == last),
        execution_options={"synchronize_session": False},
    )
