"""What a person has written, for a colleague who has to judge a report of the person."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.text import shorten
from participation.ideas import queries as ideas
from participation.ideas.models import Idea

MOST_WRITINGS = 30
LENGTH = 200


@dataclass(frozen=True)
class Writing:
    """An idea or a comment: its first words, and its place after the municipality's name."""

    title: str
    words: str
    at: datetime
    place: str
    is_comment: bool
    is_hidden: bool


def written_by(person: Person, *, viewer: Actor) -> list[Writing]:
    """The latest of the person's ideas and comments that the viewer may see; two statements."""
    own = ideas.visible_to(viewer).where(Idea.author_id == person.id).order_by(Idea.id.desc())
    said = (
        select(Comment)
        .options(joinedload(Comment.discussion))
        .where(Comment.author_id == person.id, Comment.deleted_at.is_(None))
    )
    comments = db.session.scalars(said.order_by(Comment.id.desc()).limit(MOST_WRITINGS))
    found = [_of_idea(idea) for idea in db.session.scalars(own.limit(MOST_WRITINGS))]
    found += [_of_comment(comment) for comment in comments]
    return sorted(found, key=lambda each: each.at, reverse=True)[:MOST_WRITINGS]


def _of_idea(idea: Idea) -> Writing:
    at = idea.published_at or idea.submitted_at or idea.created_at
    words = shorten(idea.body, LENGTH)
    return Writing(idea.safe_title, words, at, f"opgaver/{idea.id}", False, idea.is_hidden)


def _of_comment(comment: Comment) -> Writing:
    place = f"{comment.discussion.place}#kommentar-{comment.id}"
    words, is_hidden = shorten(comment.body, LENGTH), bool(comment.hidden_at or comment.is_held)
    return Writing(comment.discussion.subject_title, words, comment.created_at, place, True, is_hidden)
