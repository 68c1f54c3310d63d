"""Making one of two ideas that want the same, and two of them again.

The source leads to the target from then on; support, comments and followers live there. Two ideas that
everybody can read are merged only after their authors have been told and could object.
"""

from sqlalchemy import select

from participation.discussions import services as discussions
from participation.extensions import db, lock
from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas import rules
from participation.ideas.models import Idea, Merge, MergeState
from participation.ideas.queries import merging as queries
from participation.ideas.services import moves
from participation.ideas.services.merging import check_mergeable, check_separable
from participation.ideas.services.moves import Details
from participation.triage.events import (
    IdeasMerged,
    MergeCancelled,
    MergePlanned,
    MergeUndone,
    OwnIdeaMerged,
    OwnIdeaSeparated,
)
from participation.votes import services as votes

GONE = N_("A colleague was faster: this merging has been done, undone or given up meanwhile.")
TOO_EARLY = N_("The authors have been told that it happens on another day. Wait until then.")


def merge(*, actor: Actor, source: Idea, target: Idea, seen: tuple[int, int] | None = None) -> Merge:
    """Make one of two ideas: at once, or where everybody can read both, seven days after telling the authors.

    `seen` are the versions of both that the actor has looked at. A merging that was planned is carried out
    when its day has come. RuleViolation where it cannot be.
    """
    require(actor, "ideas.move", source, "merge")
    _lock(source, target)
    if seen not in (None, (source.version, target.version)):
        raise StaleVersion(moves.FASTER)
    check_mergeable(source=source, target=target)
    planned = queries.merge_of(source)
    if planned is not None and planned.target_id != target.id:
        raise RuleViolation(N_("Another merging is planned for it. Give that up first."))
    if planned is not None:
        return _carry_out(actor, planned)
    is_public = not source.meaning.is_withheld
    planned = Merge(source_id=source.id, target_id=target.id, state=MergeState.PLANNED, is_public=is_public)
    planned.planned_by_id = actor.actor_id
    db.session.add(planned)
    db.session.flush()
    return _announce(actor, planned) if is_public else _carry_out(actor, planned)


def cancel(*, actor: Actor, merge: Merge) -> None:
    """Give up what was planned; the authors are told."""
    require(actor, "ideas.move", merge.source, "merge")
    lock(merge)
    if not merge.is_planned:
        raise StaleVersion(GONE)
    merge.state, merge.ended_at = MergeState.CANCELLED, now()
    db.session.flush()
    publish(MergeCancelled(actor=actor, idea=merge.target, source=merge.source, merge=merge))


def undo(*, actor: Actor, merge: Merge, seen: tuple[int, int] | None = None) -> None:
    """Give both back what was theirs: support and comments too, as far as nobody withdrew them meanwhile."""
    require(actor, "ideas.move", merge.source, "undo_merge")
    source, target = merge.source, merge.target
    _lock(source, target)
    lock(merge)
    if seen not in (None, (source.version, target.version)):
        raise StaleVersion(moves.FASTER)
    check_separable(merge=merge)
    homes = select(Idea.discussion_id).where(Idea.id.in_(queries.family(source.id)))
    if merge.is_public and source.discussion and target.discussion:
        discussions.separate(source=source.discussion, target=target.discussion, homes=homes)
    votes.give_support_back(merge=merge)
    merge.state, merge.ended_at = MergeState.UNDONE, now()
    moves.move(actor=actor, idea=source, name="undo_merge")
    moves.settle(idea=target)
    publish(MergeUndone(actor=actor, idea=target, source=source, merge=merge))
    if not merge.is_public:
        publish(OwnIdeaSeparated(actor=actor, idea=source, merge=merge))


def carry_out_due() -> None:
    """Do what was planned for today, where no author objects; give up what cannot be done any more."""
    for each in queries.due_plans():
        with db.session.begin_nested():
            _lock(each.source, each.target)
            if rules.why_not_merged(each.source, each.target):
                cancel(actor=SYSTEM, merge=each)
            else:
                merge(actor=SYSTEM, source=each.source, target=each.target)


def drop_plans(*, idea: Idea) -> None:
    """Give up what was planned for an idea that cannot be merged any more."""
    for each in queries.merges_of(idea):
        if each.is_planned and rules.why_not_merged(each.source, each.target):
            cancel(actor=SYSTEM, merge=each)


def _announce(actor: Actor, planned: Merge) -> Merge:
    planned.due_at = now() + rules.NOTICE
    db.session.flush()
    publish(MergePlanned(actor=actor, idea=planned.target, source=planned.source, merge=planned))
    return planned


def _carry_out(actor: Actor, planned: Merge) -> Merge:
    lock(planned)
    source, target = planned.source, planned.target
    if not planned.is_planned:
        raise StaleVersion(GONE)
    if planned.due_at is not None and planned.due_at > now():
        raise RuleViolation(TOO_EARLY)
    planned.state, planned.merged_at = MergeState.DONE, now()
    db.session.flush()
    details = Details(merged_into_id=target.id, is_readable=planned.is_public)
    moves.move(actor=actor, idea=source, name="merge", details=details)
    votes.move_support(merge=planned)
    if planned.is_public and source.discussion and target.discussion:
        discussions.bring_together(source=source.discussion, target=target.discussion)
    moves.settle(idea=target)
    publish(IdeasMerged(actor=actor, idea=target, source=source, merge=planned))
    publish(OwnIdeaMerged(actor=actor, idea=source, merge=planned))
    return planned


def _lock(source: Idea, target: Idea) -> None:
    """The lower number first, so that two that cross each other never wait for each other."""
    for idea in sorted((source, target), key=lambda each: each.id):
        lock(idea)
