"""What the desk says in words: promises, why a case waits, answers as the reader will see them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from flask_babel import gettext, ngettext

from participation.cases.lifecycle import REASONS, HoldReason
from participation.cases.models import CaseKind, Handover
from participation.foundation.clock import FAR_FUTURE
from participation.foundation.text import N_, difference
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Answer, AnswerKind, AnswerVersion, DecidedBy, Idea
from participation.ideas.rules import answer_changes
from participation.ideas.services.moves import ANSWER_KINDS
from participation.municipalities.models import Reason
from participation.papers.rules import CAME_BY
from participation.triage.rules import KINDS as KINDS
from participation.triage.rules.handing_over import DISQUALIFIED as DISQUALIFIED
from participation.triage.rules.handing_over import HANDOVER_REASONS as HANDOVER_REASONS
from participation.web.locale import current_language
from participation.web.templating import days_until, show_date

HANDOVERS = {
    Handover.CLAIMED: N_("%(actor)s took the case"),
    Handover.ASSIGNED: N_("%(actor)s gave the case to %(to)s"),
    Handover.RELEASED: N_("%(actor)s put the case back"),
    Handover.UNDONE: N_("%(actor)s took back the handing over"),
}
MOVES = {kind: IDEAS.move(name) for name, kind in ANSWER_KINDS.items()}
DECIDERS = {
    DecidedBy.ADMINISTRATION: N_("the administration"),
    DecidedBy.COMMITTEE: N_("the committee"),
    DecidedBy.COUNCIL: N_("the municipal council"),
}


def promise(moment: datetime) -> str:
    """`om 3 dage`, `2 dage over`; a dash where nothing is promised."""
    return "–" if moment == FAR_FUTURE else days_until(moment)


def why(idea: Idea, *, is_newcomer: bool) -> str:
    """Why a case waits, and what is special about it."""
    assert idea.case is not None
    return " · ".join((gettext(KINDS[idea.case.kind]), *special(idea, is_newcomer=is_newcomer)))


def special(idea: Idea, *, is_newcomer: bool) -> list[str]:
    """What a case's kind does not say about it."""
    assert idea.case is not None
    notes: list[str] = []
    if idea.held_reason is not None:
        notes.append(gettext(REASONS[HoldReason(idea.held_reason)]))
    if idea.review_place and idea.meaning.awaits_answer:
        notes.append(gettext("treated by: %(place)s", place=idea.review_place))
    if is_newcomer and idea.case.kind is not CaseKind.ANSWER:
        notes.append(gettext("the first idea of a new account"))
    return notes


def came_by(idea: Idea) -> str:
    """`Modtaget på papir 3. marts 2026`; empty for what was sent on the site."""
    if idea.channel is None or idea.received_on is None:
        return ""
    return str(gettext(CAME_BY[idea.channel], date=show_date(idea.received_on)))


def label(reason: Reason) -> str:
    """A reason in the reader's language."""
    return reason.label_in(current_language())


def published_text(reason: Reason) -> str:
    """What everybody can read about a reason."""
    return reason.text_in(current_language())


def told(by_role: Mapping[str, int]) -> str:
    """`41 personer får besked: 12 forslagsstillere, 29, der støtter.`"""
    if not by_role:
        return str(gettext("Nobody is told."))
    names = {
        "authors": lambda number: ngettext("%(num)d author", "%(num)d authors", number),
        "supporters": lambda number: ngettext("%(num)d supporter", "%(num)d supporters", number),
        "commenters": lambda number: ngettext("%(num)d commenter", "%(num)d commenters", number),
        "followers": lambda number: ngettext("%(num)d follower", "%(num)d followers", number),
    }
    roles = ", ".join(str(names[role](number)) for role, number in by_role.items())
    total = ngettext("%(num)d person is told", "%(num)d people are told", sum(by_role.values()))
    return f"{total}: {roles}."


def shown(answer: Answer, versions: Sequence[AnswerVersion] = ()) -> dict[str, Any]:
    """An answer as templates/components/answer.html takes it; `versions` are those of a corrected one."""
    move = MOVES.get(answer.kind)
    return {
        "is_interim": answer.kind is AnswerKind.INTERIM,
        "verdict": gettext(move.label) if move else "",
        "tone": IDEAS.meanings[move.leads_to()].tone if move else "wait",
        "what_we_do": answer.doing,
        "why": answer.why,
        "what_happens_now": answer.next_steps,
        "department": answer.department,
        "person": answer.signed_by,
        "decided_by": gettext(DECIDERS[answer.decided_by]),
        "answered_on": answer.decided_on,
        "agenda_url": answer.agenda_url,
        "promised_on": answer.promised_at,
        "corrections": corrections(versions),
    }


def corrections(versions: Sequence[AnswerVersion]) -> list[tuple[datetime, list[tuple[str, Any]]]]:
    """Each correction, the latest first: its day, and word for word what it changed."""
    return [(new.created_at, changed_parts(old, new)) for old, new in pairwise(versions)][::-1]


def changed_parts(before: Any, after: Any) -> list[tuple[str, Any]]:
    """Each of an answer's changed fields with its difference."""
    return [(gettext(label), difference(*pair)) for label, *pair in answer_changes(before, after)]
