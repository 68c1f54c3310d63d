"""An author with an idea and a comment, a colleague of the moderator's, and rules to choose among."""

import pytest

from participation.accounts.models import Person, Role
from participation.discussions.models import Comment
from participation.ideas.models import Idea
from participation.municipalities.models import Reason
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.municipalities import ReasonFactory


@pytest.fixture
def idea(author: Person) -> Idea:
    return IdeaFactory(author_id=author.id, title="Flere træer ved stationen", is_outside_strategy=True)


@pytest.fixture
def comment(idea: Idea, author: Person) -> Comment:
    return CommentFactory(author_id=author.id, discussion_id=idea.discussion_id, body="Naboen er dum.")


@pytest.fixture
def colleague(moderator: Person) -> Person:
    return PersonFactory(display_name="Colleague", role=Role.MODERATOR)


@pytest.fixture
def rule(author: Person) -> Reason:
    moves = ["refuse", "hide", "close", "suspend"]
    return ReasonFactory(code="offensive", label_da="Den sårer nogen", moves=moves)
