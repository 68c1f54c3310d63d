"""Who may report, hide, close, suspend, appeal, decide and read the internal log."""

from participation.accounts.models import Person
from participation.cases.models import Case
from participation.discussions.models import Comment
from participation.foundation.actors import Actor
from participation.foundation.authorization import can, permission
from participation.foundation.clock import now
from participation.ideas.models import Idea
from participation.moderation import rules
from participation.moderation.models import Appeal, Deletion, Matter, Wave
from participation.moderation.rules import Act, Erasable, Reportable
from participation.organisations.models import Organisation
from participation.projects.models import ProjectUpdate


def _judges(actor: Actor, subject: Erasable) -> bool:
    """Staff, but for who wrote it, answers for it or is it (forvaltningsloven § 3)."""
    return actor.is_staff and actor.actor_id not in rules.people_behind(subject)


@permission("moderation.hide_comment")
def may_hide_comment(actor: Actor, comment: Comment) -> bool:
    """What is held has not been shown yet: it is let out or not. Nobody judges the own words."""
    is_there = comment.deleted_at is None and not comment.is_held
    return _judges(actor, comment) and is_there


@permission("moderation.hide_organisation")
def may_hide_organisation(actor: Actor, organisation: Organisation) -> bool:
    """Nobody judges an association that they answer for."""
    return _judges(actor, organisation)


@permission("moderation.hide_update")
def may_hide_update(actor: Actor, update: ProjectUpdate) -> bool:
    """As a comment: what is held is let out or not, what is deleted for good stays so."""
    return _judges(actor, update) and not (update.deleted_at or update.held_at or update.erased_at)


@permission("moderation.read_log")
def may_read_log(actor: Actor) -> bool:
    return actor.is_administrator


@permission("moderation.report")
def may_report(actor: Actor, subject: Reportable) -> bool:
    """Everybody, signed in or not, suspended or not, what everybody can see; not the own words."""
    return actor.actor_id not in rules.people_behind(subject) and _is_seen(subject)


def _is_seen(subject: Reportable) -> bool:
    if isinstance(subject, Idea):
        return not subject.meaning.is_withheld and not subject.is_hidden
    if isinstance(subject, Comment):
        return subject.deleted_at is None and subject.hidden_at is None and not subject.is_held
    return not subject.is_hidden if isinstance(subject, Organisation) else subject.is_active


@permission("moderation.see_matter")
def may_see_matter(actor: Actor, matter: Matter) -> bool:
    return actor.is_staff


@permission("moderation.settle")
def may_settle(actor: Actor, matter: Matter) -> bool:
    """Nobody decides what is to become of reports about oneself, nor reads who made them."""
    return can(actor, "cases.work", matter.case) and _judges(actor, matter.subject)


@permission("moderation.close_discussion")
def may_close_discussion(actor: Actor, idea: Idea) -> bool:
    return _judges(actor, idea) and not idea.meaning.is_withheld and idea.discussion_id is not None


@permission("moderation.suspend")
def may_suspend(actor: Actor, person: Person) -> bool:
    """Never somebody on staff: the employer deals with them."""
    return actor.is_staff and not person.is_staff and person.is_active


@permission("moderation.lift")
def may_lift(actor: Actor, person: Person) -> bool:
    return _judges(actor, person)


@permission("moderation.see_decision")
def may_see_decision(actor: Actor, act: Act) -> bool:
    return actor.actor_id is not None and rules.concerns(act, actor.actor_id)


@permission("moderation.appeal")
def may_appeal(actor: Actor, act: Act) -> bool:
    """The person concerned, in time; also while suspended."""
    return may_see_decision(actor, act) and rules.is_appealable(act) and now() <= rules.appeal_ends_at(act)


@permission("moderation.see_appeal")
def may_see_appeal(actor: Actor, appeal: Appeal) -> bool:
    return actor.is_staff


@permission("moderation.decide_appeal")
def may_decide_appeal(actor: Actor, appeal: Appeal) -> bool:
    """Another one than who acted, than who asks, and than whom it is about."""
    return can(actor, "cases.work", appeal.case) and actor.actor_id not in rules.kept_apart(appeal)


@permission("moderation.work")
def may_work(actor: Actor) -> bool:
    return actor.is_staff


@permission("moderation.decide_held")
def may_decide_held(actor: Actor, case: Case, author: Person) -> bool:
    """Staff's own is never held; but who wrote it may have come to the staff since."""
    return can(actor, "cases.work", case) and _judges(actor, author)


@permission("moderation.hold_wave")
def may_hold_wave(actor: Actor, wave: Wave) -> bool:
    return can(actor, "cases.work", wave.case)


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
    return can(actor, "cases.work", deletion.case) and actor.actor_id != deletion.proposed_by_id
