"""Texts that somebody has to look at first, and waves of them."""

import factory

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.discussions.services import comment
from participation.extensions import db
from participation.foundation.clock import now
from participation.ideas.models import Addition, Idea
from participation.ideas.services.writing import add_to
from participation.moderation.models import Wave, WaveKind
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory
from tests.factories.ideas import CaseFactory, IdeaFactory

CPR = "Jeg er Ida, 010190-1234, og jeg er enig."


def held_comment(author: Person | None = None, idea: Idea | None = None) -> Comment:
    """A comment with a CPR number under a public idea."""
    idea = idea or IdeaFactory(title="Flere træer")
    assert idea.discussion is not None
    idea.discussion.subject_title, idea.discussion.place = idea.title, f"ideer/{idea.id}-{idea.slug}"
    db.session.flush()
    return comment(actor=author or PersonFactory(), discussion=idea.discussion, body=CPR)


def held_addition(author: Person) -> tuple[Idea, Addition]:
    """An addition with a CPR number to a public idea of the author's."""
    idea = IdeaFactory(title="Flere træer", author_id=author.id)
    return idea, add_to(actor=author, idea=idea, body=CPR)


class WaveFactory(Factory[Wave]):
    class Meta:
        model = Wave

    kind = WaveKind.POSTS
    case_id = factory.LazyFunction(lambda: CaseFactory().id)
    first_at = factory.LazyFunction(now)
    last_at = factory.LazyFunction(now)
