"""A whole case file put together from its parts."""

from participation.foundation.clock import now
from participation.ideas.models import Idea
from participation.municipalities import queries as municipalities
from participation.records.queries.case_files import Gathered, gather
from participation.records.rules import case_file as parts
from participation.records.rules.case_file import CaseFile, Coded
from participation.records.views.case_words import Words, promised, status
from participation.web.addresses import url_for
from participation.web.locale import current_language


def case_file_of(idea: Idea, *, with_notes: bool = False) -> CaseFile:
    """The file of one idea as it stands now, in the reader's language."""
    gathered = gather(idea, with_notes=with_notes)
    words, here = Words(gathered), municipalities.current()
    return CaseFile(
        language=current_language(),  # type: ignore[arg-type]  # one of the two that there are
        made_at=now(),
        municipality=Coded(code=here.code, label=here.name),
        case=_case(idea, words),
        idea=_idea(gathered, words),
        support=parts.SupportPart(counted=idea.support_count, at_decision=idea.decided_support),
        versions=[words.version(row) for row in gathered.versions],
        additions=[
            parts.AdditionPart(at=row.created_at, body=row.body, is_held=row.is_held)
            for row in gathered.additions
        ],
        moves=[words.move(row) for row in gathered.moves],
        answers=[words.answer(row, gathered.earlier.get(row.id, ())) for row in gathered.answers],
        comments=[words.comment(row) for row in gathered.comments],
        decisions=[words.decision(row) for row in gathered.decisions],
        merges=[_joined(idea, row, words) for row in gathered.joined],
        projects=[words.project(row) for row in gathered.projects],
        notes=[words.note(row) for row in gathered.notes],
        log=[words.entry(row) for row in gathered.log],
    )


def _case(idea: Idea, words: Words) -> parts.CasePart | None:
    case = idea.case
    if case is None:
        return None
    return parts.CasePart(
        journal_number=case.journal_number,
        kind=case.kind.value,
        is_open=case.is_open,
        opened_at=case.opened_at,
        closed_at=case.closed_at,
        owner=words.names.get(case.owner_id),
    )


def _joined(idea: Idea, other: Idea, words: Words) -> parts.JoinedPart:
    is_gone = other.erased_at is not None
    return parts.JoinedPart(
        number=other.id,
        direction="into" if other.id == idea.merged_into_id else "from",
        title=other.title,
        body=other.body,
        author=None if is_gone else words.names.get(other.author_id),
    )


SAME = ("title", "body", "place", "is_outside_strategy", "explanation")
MOMENTS = ("created_at", "submitted_at", "published_at", "decided_at")


def _idea(gathered: Gathered, words: Words) -> parts.IdeaPart:
    idea, theme = gathered.idea, gathered.idea.goal.theme if gathered.idea.goal else None
    return parts.IdeaPart(
        number=idea.id,
        address=words.home + url_for("pages.idea", idea_id=idea.id, slug=idea.slug),
        status=status(idea.status),
        theme=theme.title if theme else None,
        goal=idea.goal.title if idea.goal else None,
        author=words.names.get(idea.author_id),
        organisation=gathered.organisation.name if gathered.organisation else None,
        review_promised_at=promised(idea.review_due_at),
        answer_promised_at=promised(idea.answer_due_at),
        first_answer_promised_at=promised(idea.first_answer_due_at),
        merged_into=idea.merged_into_id,
        hidden=words.hidden(idea),
        **{name: getattr(idea, name) for name in (*SAME, *MOMENTS)},
    )
