"""Every act of staff becomes an entry of the internal log; and the mails to people without an account."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from participation.accounts.events import SuspensionFollowed
from participation.extensions import db
from participation.foundation.events import Act, subscribe
from participation.foundation.tenancy import current_municipality_id
from participation.ideas.events import IdeaMoved, IdeaMoveUndone
from participation.moderation.events import ContentShown, DiscussionOpened, SuspensionLifted
from participation.moderation.events.organisations import OrganisationShown
from participation.moderation.events.updates import UpdateShown
from participation.moderation.queries import appeals as queries
from participation.moderation.queries import reports
from participation.moderation.services import appeals, log, suspending, watching
from participation.moderation.services.appeals import OUTSIDE, OUTSIDE_MAIL
from participation.moderation.services.reports import OUTCOME_MAIL
from participation.municipalities import queries as municipalities
from participation.web import worker
from participation.web.letters import Letter, letter, public_address, renderer
from participation.web.tokens import sealed


@subscribe(Act)
def note(act: Act) -> None:
    """Residents' own acts are nobody else's business."""
    if act.is_official:
        log.note_act(act=act)


@event.listens_for(db.session, "before_commit")
def _committing(_session: Session) -> None:
    log.write_noted_acts()


@event.listens_for(db.session, "after_soft_rollback")
def _rolled_back(_session: Session, undone: SessionTransaction) -> None:
    log.forget_noted_acts(undone=undone if undone.nested else None)


@event.listens_for(db.session, "after_transaction_end")
def _ended(_session: Session, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        log.forget_noted_acts()


@subscribe(SuspensionFollowed)
def suspend_anew(event: SuspensionFollowed) -> None:
    """Whoever comes back under the same address reads why they still may not write."""
    suspending.follow(person=event.person, former=event.former)


@subscribe(IdeaMoveUndone)
def answer_what_is_undone(event: IdeaMoveUndone) -> None:
    """Whoever asked about a refusal that is taken back has been right."""
    appeals.answer_undone(actor=event.actor, act=event.move)


@subscribe(IdeaMoved)
def answer_what_is_reconsidered(event: IdeaMoved) -> None:
    """Nor does anybody wait about a refusal when the idea is taken up again; an appeal may be why it is."""
    refused = queries.last_refusal(event.idea) if event.move.name == "reconsider" else None
    if refused is not None:
        appeals.answer_undone(actor=event.actor, act=refused)


@subscribe(ContentShown, UpdateShown, OrganisationShown, DiscussionOpened, SuspensionLifted)
def answer_what_is_given_back(
    event: ContentShown | UpdateShown | OrganisationShown | DiscussionOpened | SuspensionLifted,
) -> None:
    """Nor about what a colleague has brought back by hand: the sentence that goes with it is the answer."""
    waiting = queries.ended_by(event.entry)
    if waiting is not None:
        appeals.answer_undone(actor=event.actor, act=waiting.act, sentence=event.entry.sentence)


@renderer(OUTCOME_MAIL)
def outcome_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """What came of it: no word of the report, for the address is not confirmed."""
    report = reports.report(context["report_id"])
    matter = reports.matter(report.matter_id) if report else None
    if matter is None:
        return None
    reason = municipalities.reason(matter.entry.reason_code) if matter.entry else None
    return letter("report_outcome", matter=matter, reason=reason)


@renderer(OUTSIDE_MAIL)
def outside_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """To the address that the settings name; the sealed link is written now, so that the outbox has none."""
    appeal = queries.find(context["appeal_id"])
    if appeal is None or appeal.decided_at is not None:
        return None
    token = sealed(OUTSIDE, [current_municipality_id(), appeal.id])
    return letter("appeal_outside", appeal=appeal, link=public_address(OUTSIDE, token=token))


worker.register(every=60.0, work=watching.watch)
