"""What is held until staff have looked at it, by its case."""

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload

from participation.accounts.models import Person
from participation.cases.lifecycle import HeldState
from participation.cases.models import Case
from participation.discussions.models import Comment
from participation.extensions import db
from participation.ideas.models import Addition, Idea
from participation.moderation.models import ModerationEntry
from participation.projects.models import ProjectUpdate


@dataclass(frozen=True)
class Held:
    """A comment or its change, an addition, a project's news; `idea` is what an addition stands under.

    What was held as part of a wave has no case of its own.
    """

    case: Case | None
    thing: Comment | Addition | ProjectUpdate
    idea: Idea | None
    author: Person

    @property
    def title(self) -> str:
        """What the desk calls it."""
        return self.case.subject_title if self.case else ""

    @property
    def text(self) -> str:
        """What others would read if it was let out."""
        return (self.thing.waiting_body if isinstance(self.thing, Comment) else None) or self.thing.body

    @property
    def before(self) -> str | None:
        """What stands now, where a change waits."""
        is_change = isinstance(self.thing, Comment) and self.thing.waiting_body is not None
        return self.thing.body if is_change else None

    @property
    def mark(self) -> str:
        """Sent back by whoever lets it out: the very text that was seen."""
        return sha256(self.text.encode()).hexdigest()[:16]

    @property
    def subject(self) -> Idea | Comment | ProjectUpdate:
        """What an entry about it names."""
        if isinstance(self.thing, Comment | ProjectUpdate):
            return self.thing
        assert self.idea is not None
        return self.idea


def find(case_id: int) -> Held | None:
    """What has that case; None when it is gone."""
    case = db.session.scalar(select(Case).where(Case.id == case_id))
    if case is None:
        return None
    return _comment(case, Comment.case_id == case_id) or _news(case) or _addition(case)


def _comment(case: Case | None, *wanted: ColumnElement[bool]) -> Held | None:
    whole = (joinedload(Comment.author), joinedload(Comment.discussion))
    comment = db.session.scalar(select(Comment).where(*wanted).options(*whole))
    return Held(case, comment, None, comment.author) if comment else None


def _news(case: Case) -> Held | None:
    update = db.session.scalar(select(ProjectUpdate).where(ProjectUpdate.case_id == case.id))
    return Held(case, update, None, update.author) if update and update.author else None


def _addition(case: Case) -> Held | None:
    addition = db.session.scalar(select(Addition).where(Addition.case_id == case.id))
    if addition is None:
        return None
    statement = select(Idea).where(Idea.id == addition.idea_id).options(joinedload(Idea.author))
    idea = db.session.scalars(statement).one()
    return Held(case, addition, idea, idea.author)


def refused_by(entry: ModerationEntry) -> Held | None:
    """What an entry has refused, where that still stands; an addition is known by the words about it."""
    if entry.comment_id is not None:
        return _comment(None, Comment.id == entry.comment_id, Comment.held_state == HeldState.REFUSED)
    if entry.update_id is not None:
        case_id = select(ProjectUpdate.case_id).where(
            ProjectUpdate.id == entry.update_id, ProjectUpdate.held_state == HeldState.REFUSED
        )
    else:
        # Of several additions to one idea the one that its author was told the same about.
        told = (Addition.held_code == entry.reason_code, Addition.held_sentence == entry.sentence)
        refused = (Addition.idea_id == entry.idea_id, Addition.held_state == HeldState.REFUSED, *told)
        case_id = select(Addition.case_id).where(*refused).order_by(Addition.id.desc()).limit(1)
    found = db.session.scalar(case_id)
    return find(found) if found is not None else None
