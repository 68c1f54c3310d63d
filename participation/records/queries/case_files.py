"""All that a case file holds, as rows: everything that staff may see, in the order in which it happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from participation.accounts import queries as accounts
from participation.discussions.models import Comment
from participation.extensions import db
from participation.ideas import queries as ideas
from participation.ideas.models import Addition, Answer, AnswerVersion, Idea, IdeaMove, IdeaVersion
from participation.ideas.queries.answers import versions_of
from participation.moderation.models import LogEntry, ModerationEntry
from participation.organisations import queries as organisations
from participation.organisations.models import Organisation
from participation.projects import queries as projects
from participation.projects.models import Project
from participation.strategies.models import Goal
from participation.triage.queries.notes import ShownNote, notes_on


@dataclass(frozen=True)
class Gathered:
    """The rows about one idea."""

    idea: Idea
    organisation: Organisation | None
    versions: Sequence[IdeaVersion]
    additions: Sequence[Addition]
    moves: Sequence[IdeaMove]
    answers: Sequence[Answer]
    earlier: Mapping[int, Sequence[AnswerVersion]]
    comments: Sequence[Comment]
    decisions: Sequence[ModerationEntry]
    joined: Sequence[Idea]
    projects: Sequence[Project]
    log: Sequence[LogEntry]
    notes: Sequence[ShownNote]

    @property
    def goal_ids(self) -> set[int | None]:
        return {version.goal_id for version in self.versions}


def gather(idea: Idea, *, with_notes: bool) -> Gathered:
    """Everything about the idea; internal notes, the oldest first, only where they are wanted."""
    comments, answers = _comments_of(idea), ideas.answers_of(idea)
    about = [comment.id for comment in comments]
    return Gathered(
        idea=idea,
        organisation=organisations.find(idea.organisation_id),
        versions=_versions_of(idea),
        additions=ideas.additions_of(idea, whole=True),
        moves=ideas.all_moves_of(idea),
        answers=answers,
        earlier=versions_of(answers),
        comments=comments,
        decisions=_decisions_about(idea, about),
        joined=_joined_with(idea),
        projects=projects.projects_of_idea(idea),
        log=_log_about(idea, about),
        notes=notes_on(idea.case_id)[::-1] if with_notes and idea.case_id else (),
    )


def _versions_of(idea: Idea) -> list[IdeaVersion]:
    statement = select(IdeaVersion).where(IdeaVersion.idea_id == idea.id)
    return list(db.session.scalars(statement.order_by(IdeaVersion.number)))


def _comments_of(idea: Idea) -> list[Comment]:
    statement = select(Comment).where(Comment.discussion_id == idea.discussion_id)
    statement = statement.options(joinedload(Comment.organisation))
    return list(db.session.scalars(statement.order_by(Comment.id)))


def _decisions_about(idea: Idea, comment_ids: list[int]) -> list[ModerationEntry]:
    about = or_(ModerationEntry.idea_id == idea.id, ModerationEntry.comment_id.in_(comment_ids))
    return list(db.session.scalars(select(ModerationEntry).where(about).order_by(ModerationEntry.id)))


def _joined_with(idea: Idea) -> list[Idea]:
    """The idea that it was merged into, and those that were merged into it, hidden ones too."""
    about = or_(Idea.merged_into_id == idea.id, Idea.id == idea.merged_into_id)
    return list(db.session.scalars(select(Idea).where(about).order_by(Idea.id)))


def _log_about(idea: Idea, comment_ids: list[int]) -> list[LogEntry]:
    about = or_(
        LogEntry.subjects["idea_id"].as_integer() == idea.id,
        LogEntry.subjects["comment_id"].as_integer().in_(comment_ids),
    )
    return list(db.session.scalars(select(LogEntry).where(about).order_by(LogEntry.number)))


def names_in(gathered: Gathered) -> dict[int | None, str]:
    """The names of everybody in the file, by id; of supporters there are none."""
    idea = gathered.idea
    ids = {idea.author_id, idea.case.owner_id if idea.case else None}
    ids |= {version.changed_by_id for version in gathered.versions}
    ids |= {version.actor_id for versions in gathered.earlier.values() for version in versions}
    for acted in (gathered.moves, gathered.decisions, gathered.log):
        ids |= {row.actor_id for row in acted}
    for written in (gathered.comments, gathered.joined):
        ids |= {row.author_id for row in written}
    return accounts.names_of(ids)


def goals_in(gathered: Gathered) -> dict[int, str]:
    """The titles of the goals that its versions had, by id."""
    statement = select(Goal.id, Goal.title).where(Goal.id.in_(gathered.goal_ids - {None}))
    return {row[0]: row[1] for row in db.session.execute(statement)}
