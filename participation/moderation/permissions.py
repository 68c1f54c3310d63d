"""Who may report, hide, close, suspend, appeal, decide and read the internal log."""

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.foundation.actors import Actor
from participation.foundation.authorization import permission
from participation.foundation.clock import now
from participation.ideas.models import Addition, Idea
from participation.moderation import rules
from participation.moderation.models import Appeal, Deletion, Matter, Wave
from participation.moderation.rules import Act, Erasable, Reportable
from participation.projects.models import ProjectUpdate


@permission("moderation.hide_comment")
def may_hide_comment(actor: Actor, comment: Comment) -> bool:
    """What is held has not been shown yet: it is let out or not."""
    return actor.is_staff and comment.deleted_at is None and not comment.is_held


@permission("moderation.hide_update")
def may_hide_update(actor: Actor, update: ProjectUpdate) -> bool:
    """As a comment: what is held is let out or not, what is deleted for good stays so."""
    return actor.is_staff and not (update.deleted_at or update.held_at or update.erased_at)


@permission("moderation.read_log")
def may_read_log(actor: Actor) -> bool:
    return actor.is_administrator


@permission("moderation.report")
def may_report(actor: Actor, subject: Reportable) -> bool:
    """Everybody, signed in or not, suspended or not, what everybody can see; not the own words."""
    is_own = actor.actor_id is not None and actor.actor_id == rules.writer_of(subject)
    return not is_own and _is_seen(subject)


def _is_seen(subject: Reportable) -> bool:
    if isinstance(subject, Idea):
        return not subject.meaning.is_withheld and not subject.is_hidden
    if isinstance(subject, Comment):
        return subject.deleted_at is None and subject.hidden_at is None and not subject.is_held
    return not isinstance(subject, Person) or subject.is_active


@permission("moderation.see_matter")
def may_see_matter(actor: Actor, matter: Matter) -> bool:
    return actor.is_staff


@permission("moderation.settle")
def may_settle(actor: Actor, matter: Matter) -> bool:
    """Nobody decides what is to become of reports about oneself."""
    return actor.is_staff and actor.actor_id != rules.writer_of(matter.subject)


@permission("moderation.close_discussion")
def may_close_discussion(actor: Actor, idea: Idea) -> bool:
    return actor.is_staff and not idea.meaning.is_withheld and idea.discussion_id is not None


@permission("moderation.suspend")
def may_suspend(actor: Actor, person: Person) -> bool:
    """Never somebody on staff: the employer deals with them."""
    return actor.is_staff and not person.is_staff and person.is_active


@permission("moderation.lift")
def may_lift(actor: Actor, person: Person) -> bool:
    return actor.is_staff


@permission("moderation.see_decision")
def may_see_decision(actor: Actor, act: Act) -> bool:
    return actor.actor_id is not None and actor.actor_id == rules.person_concerned(act)


@permission("moderation.appeal")
def may_appeal(actor: Actor, act: Act) -> bool:
    """The person concerned, in time; also while suspended."""
    return may_see_decision(actor, act) and rules.is_appealable(act) and now() <= rules.appeal_ends_at(act)


@permission("moderation.see_appeal")
def may_see_appeal(actor: Actor, appeal: Appeal) -> bool:
    return actor.is_staff


@permission("moderation.decide_appeal")
def may_decide_appeal(actor: Actor, appeal: Appeal) -> bool:
    """Another one than who acted, and than who asks."""
    return actor.is_staff and actor.actor_id not in {appeal.act.actor_id, appeal.person_id}


@permission("moderation.work")
def may_work(actor: Actor) -> bool:
    return actor.is_staff


@permission("moderation.decide_held")
def may_decide_held(actor: Actor, thing: Comment | Addition | ProjectUpdate) -> bool:
    """Staff's own is never held, so there is nobody to keep apart."""
    return actor.is_staff


@permission("moderation.hold_wave")
def may_hold_wave(actor: Actor, wave: Wave) -> bool:
    return actor.is_staff


@permission("moderation.propose_deletion")
def may_propose_deletion(actor: Actor, subject: Erasable) -> bool:
    """What is deleted already cannot be deleted again; a draft is its author's alone."""
    if isinstance(subject, Idea):
        return actor.is_staff and subject.erased_at is None and not subject.meaning.is_draft
    is_there = not isinstance(subject, Comment | ProjectUpdate) or subject.erased_at is None
    return actor.is_staff and is_there


@permission("moderation.see_deletion")
def may_see_deletion(actor: Actor, deletion: Deletion) -> bool:
    return actor.is_staff


@permission("moderation.decline_deletion")
def may_decline_deletion(actor: Actor, deletion: Deletion) -> bool:
    return actor.is_staff


@permission("moderation.agree_to_deletion")
def may_agree_to_deletion(actor: Actor, deletion: Deletion) -> bool:
    """Never who proposed it; the system is nobody's colleague either, but it is never asked."""
    return actor.is_staff and actor.actor_id != deletion.proposed_by_id
