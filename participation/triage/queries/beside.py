"""What hangs on an idea's case: what is loaded with it, and of what else there is something to ask for."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import joinedload, with_expression

from participation.cases.models import Case, CaseHandover
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.ideas.lifecycle import DRAFTS
from participation.ideas.models import Idea, IdeaVersion, Merge, VersionState
from participation.ideas.queries.merging import ACTIVE
from participation.organisations.models import Organisation
from participation.projects import queries as projects
from participation.triage.models import AnswerDraft, Contribution, Note

# Who may decide about an idea is asked of its case, and of the organisation that it is sent on behalf of.
TO_DECIDE = (
    joinedload(Idea.case).joinedload(Case.disqualifications),
    joinedload(Idea.organisation).selectinload(Organisation.memberships),
)
TO_READ = (
    *TO_DECIDE,
    joinedload(Idea.author).undefer("*"),
    with_expression(Idea.has_projects, projects.comes_from(Idea.id)),
)


@dataclass(frozen=True)
class Beside:
    """Whether there is any of each; most cases have little of it."""

    is_newcomer: bool
    change: bool
    merges: bool
    handovers: bool
    notes: bool
    contributions: bool
    drafts: bool


def beside(viewer: Actor, idea: Idea) -> Beside:
    """All of it in one statement; a draft is the viewer's own."""
    case_id, idea_id = idea.case_id, idea.id
    there: dict[str, ColumnElement[bool]] = {
        "is_newcomer": _is_by_newcomer(idea),
        "change": exists().where(IdeaVersion.idea_id == idea_id, IdeaVersion.state == VersionState.PROPOSED),
        "merges": exists().where(
            Merge.state.in_(ACTIVE), or_(Merge.source_id == idea_id, Merge.target_id == idea_id)
        ),
        "handovers": exists().where(CaseHandover.case_id == case_id),
        "notes": exists().where(Note.case_id == case_id),
        "contributions": exists().where(Contribution.idea_id == idea_id),
        "drafts": exists().where(AnswerDraft.idea_id == idea_id, AnswerDraft.actor_id == viewer.actor_id),
    }
    asked: list[Any] = [condition.label(name) for name, condition in there.items()]
    return Beside(**db.session.execute(select(*asked)).one()._mapping)


def _is_by_newcomer(idea: Idea) -> ColumnElement[bool]:
    sent = (Idea.author_id == idea.author_id, Idea.status.not_in(sorted(DRAFTS)))
    return select(func.count(Idea.id)).where(*sent).scalar_subquery() == 1
