"""Asking that another colleague looks at it again, and the answer, which undoes what was wrong."""

from collections.abc import Callable
from typing import Any

from participation.cases import services as cases
from participation.cases.models import CaseKind
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import IdeaMove
from participation.ideas.services.moves import Details, move
from participation.mail import services as mail
from participation.moderation import rules
from participation.moderation.events import AppealAssigned, AppealDecided, AppealMade, ReportUndone
from participation.moderation.lifecycle import Verdict
from participation.moderation.models import Appeal, ModerationAct, ModerationEntry
from participation.moderation.queries import appeals as queries
from participation.moderation.queries.held import refused_by
from participation.moderation.queries.reports import matter_ended_by
from participation.moderation.rules import Act
from participation.moderation.services import closing, hiding, holding, suspending, updates
from participation.moderation.services.entries import write_entry
from participation.municipalities import queries as municipalities

# The page for somebody outside, and the purpose of the sealed note in its address.
OUTSIDE = "moderation.outside"
OUTSIDE_MAIL = "moderation.appeal_outside"
ALREADY_ASKED = N_("You have asked already. You get an answer here.")
ALREADY_DECIDED = N_("A colleague was faster: the person has been answered.")


def appeal(*, actor: Actor, act: Act, body: str) -> Appeal:
    """Ask once about an act; it goes to somebody else than who acted."""
    require(actor, "moderation.appeal", act)
    lock(act)
    if queries.appeal_of(act) is not None:
        raise RuleViolation(ALREADY_ASKED)
    made = _open(actor, act, body)
    publish(AppealMade(actor=actor, appeal=made))
    _hand_on(made)
    return made


def _open(actor: Actor, act: Act, body: str) -> Appeal:
    due_at = rules.promise(municipalities.settings().appeal_working_days)
    title = rules.title_of(rules.subject_of(act))
    case = cases.open_case(kind=CaseKind.APPEAL, due_at=due_at, title=title)
    made = Appeal(case_id=case.id, person_id=actor.actor_id, body=body, due_at=due_at)
    setattr(made, "move_id" if isinstance(act, IdeaMove) else "entry_id", act.id)
    db.session.add(made)
    db.session.flush()
    case.place = f"opgaver/ny-vurdering/{made.id}"
    return made


def _hand_on(appeal: Appeal) -> None:
    """To a colleague, else to an administrator, else to the address outside."""
    colleague = queries.colleague(without=rules.kept_apart(appeal))
    if colleague is not None:
        appeal.case.owner_id = colleague.id
        publish(AppealAssigned(appeal=appeal, person_id=colleague.id))
        return
    settings = municipalities.settings()
    outside = settings.appeal_address or settings.contact_email
    if outside:
        appeal.is_outside = True
        mail.post(
            kind=OUTSIDE_MAIL,
            recipient=outside,
            language="da",
            context={"appeal_id": appeal.id},
            key=f"{OUTSIDE_MAIL}:{appeal.id}",
        )


def decide(*, actor: Actor, appeal: Appeal, verdict: Verdict, sentence: str) -> ModerationEntry:
    """Answer: uphold it, or overturn it, which undoes the act where it still stands."""
    require(actor, "moderation.decide_appeal", appeal)
    lock(appeal)
    if appeal.decided_at is not None:
        raise RuleViolation(ALREADY_DECIDED)
    return _settle(actor, appeal, verdict, sentence)


def answer_undone(*, actor: Actor, act: Act, sentence: str = "") -> None:
    """An act is undone while somebody waits for another look at it: they were right, and need not wait."""
    waiting = queries.appeal_of(act)
    if waiting is None or waiting.decided_at is not None:
        return
    lock(waiting)
    _settle(actor, waiting, Verdict.OVERTURNED, sentence)


def _settle(actor: Actor, appeal: Appeal, verdict: Verdict, sentence: str) -> ModerationEntry:
    appeal.verdict, appeal.sentence, appeal.decided_at = verdict, sentence, now()
    appeal.decided_by_id = actor.actor_id
    cases.close(case=appeal.case)
    if appeal.is_overturned:
        _undo(actor, appeal)
    entry = _note(actor, appeal)
    publish(AppealDecided(actor=actor, appeal=appeal, entry=entry, person_id=appeal.person_id))
    return entry


def _note(actor: Actor, appeal: Appeal) -> ModerationEntry:
    act, is_upheld = appeal.act, appeal.verdict is Verdict.UPHELD
    return write_entry(
        actor=actor,
        act=ModerationAct.UPHOLD if is_upheld else ModerationAct.OVERTURN,
        subject=rules.subject_of(act),
        reason_code=act.reason_code or "",
        sentence=appeal.sentence,
    )


def _undo(actor: Actor, appeal: Appeal) -> None:
    """Undo what still stands; what a colleague has undone, or nobody can bring back, is left as it is."""
    act = appeal.act
    matter = matter_ended_by(appeal.entry_id)
    if matter is not None:
        publish(ReportUndone(matter=matter))
    if not queries.is_in_force(act) or rules.is_gone(rules.subject_of(act)):
        return
    if isinstance(act, IdeaMove):
        details = Details(sentence=appeal.sentence, cause=f"appeal:{appeal.id}")
        move(actor=actor, idea=act.idea, name="reconsider", details=details)
    else:
        UNDOING[act.act](actor=actor, act=act, sentence=appeal.sentence)


def _show(*, actor: Actor, act: ModerationEntry, sentence: str) -> None:
    if act.comment is not None:
        hiding.show_comment(actor=actor, comment=act.comment, sentence=sentence, is_appealed=True)
    elif act.update is not None:
        updates.show_update(actor=actor, update=act.update, sentence=sentence, is_appealed=True)
    elif act.organisation is not None:
        hiding.show_organisation(
            actor=actor, organisation=act.organisation, sentence=sentence, is_appealed=True
        )
    elif act.idea is not None:
        hiding.show_idea(actor=actor, idea=act.idea, sentence=sentence, is_appealed=True)


def _open_discussion(*, actor: Actor, act: ModerationEntry, sentence: str) -> None:
    assert act.idea is not None
    closing.open_discussion(actor=actor, idea=act.idea, sentence=sentence, is_appealed=True)


def _lift(*, actor: Actor, act: ModerationEntry, sentence: str) -> None:
    assert act.person is not None
    if not act.person.may_write:
        suspending.lift(actor=actor, person=act.person, sentence=sentence, is_appealed=True)


def _release(*, actor: Actor, act: ModerationEntry, sentence: str) -> None:
    refused = refused_by(act)
    if refused is not None:
        holding.release_refused(actor=actor, held=refused, sentence=sentence)


UNDOING: dict[ModerationAct, Callable[..., Any]] = {
    ModerationAct.HIDE: _show,
    ModerationAct.CLOSE: _open_discussion,
    ModerationAct.SUSPEND: _lift,
    ModerationAct.REFUSE: _release,
}
