"""Official answers as templates/components/answer.html takes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from participation.foundation.text import N_, Kind, difference
from participation.ideas.models import Answer, AnswerKind, AnswerVersion, DecidedBy
from participation.ideas.queries.answers import versions_of
from participation.ideas.rules import answer_changes
from participation.web.words import gettext

VERDICTS = {
    AnswerKind.INTERIM: (N_("Answer so far"), "wait"),
    AnswerKind.YES: (N_("Goes forward"), "yes"),
    AnswerKind.NO: (N_("Does not go forward"), "no"),
    AnswerKind.UNDER_WAY: (N_("Is already under way"), "active"),
    AnswerKind.GIVEN_UP: (N_("Came to nothing"), "no"),
}
DECIDERS = {
    DecidedBy.ADMINISTRATION: N_("the administration"),
    DecidedBy.COMMITTEE: N_("the committee"),
    DecidedBy.COUNCIL: N_("the municipal council"),
}


@dataclass(frozen=True)
class ShownAnswer:
    """One answer in words."""

    id: int
    verdict: str
    tone: str
    what_we_do: str
    why: str
    what_happens_now: str
    department: str
    person: str
    decided_by: str
    answered_on: date
    agenda_url: str
    promised_on: datetime | None
    is_interim: bool
    corrections: list[tuple[datetime, list[tuple[str, list[tuple[Kind, str]]]]]]


def shown_all(answers: Sequence[Answer]) -> list[ShownAnswer]:
    """Answers in their order, each with what was corrected in it."""
    versions = versions_of(answers)
    return [shown(answer, versions[answer.id]) for answer in answers]


def shown(answer: Answer, versions: Sequence[AnswerVersion] = ()) -> ShownAnswer:
    """The answer with its verdict in words, and its corrections with the latest first."""
    verdict, tone = VERDICTS[answer.kind]
    return ShownAnswer(
        id=answer.id,
        verdict=gettext(verdict),
        tone=tone,
        what_we_do=answer.doing,
        why=answer.why,
        what_happens_now=answer.next_steps,
        department=answer.department,
        person=answer.signed_by,
        decided_by=gettext(DECIDERS[answer.decided_by]),
        answered_on=answer.decided_on,
        agenda_url=answer.agenda_url,
        promised_on=answer.promised_at,
        is_interim=answer.kind is AnswerKind.INTERIM,
        corrections=[(new.created_at, _changes(old, new)) for old, new in pairwise(versions)][::-1],
    )


def _changes(old: AnswerVersion, new: AnswerVersion) -> list[tuple[str, list[tuple[Kind, str]]]]:
    return [(gettext(label), difference(*pair)) for label, *pair in answer_changes(old, new)]
