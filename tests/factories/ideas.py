"""Ideas, public by default, with their discussion and case."""

from typing import Any

import factory

from participation.cases.models import Case, CaseKind
from participation.discussions.models import Comment, Discussion
from participation.foundation.clock import now, today
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Addition, Answer, AnswerKind, Idea, Merge, MergeState
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory


class DiscussionFactory(Factory[Discussion]):
    class Meta:
        model = Discussion

    is_open = True
    is_public = True


class CaseFactory(Factory[Case]):
    class Meta:
        model = Case

    kind = CaseKind.ANSWER


class IdeaFactory(Factory[Idea]):
    class Meta:
        model = Idea

    title = factory.Sequence(lambda n: f"Flere træer {n}")
    body = "Fordi der er varmt om sommeren."
    status = IdeaStatus.PUBLISHED
    author_id = factory.LazyFunction(lambda: PersonFactory().id)
    discussion_id = factory.LazyFunction(lambda: DiscussionFactory().id)
    case_id = factory.LazyFunction(lambda: CaseFactory().id)
    submitted_at = factory.LazyFunction(now)
    reviewed_at = factory.LazyFunction(now)
    published_at = factory.LazyFunction(now)

    @factory.post_generation
    def name_case(idea: Idea, *_more: Any) -> None:  # noqa: N805
        """As settling an idea does."""
        if idea.case is not None:
            idea.case.subject_title, idea.case.place = idea.title, f"opgaver/{idea.id}"
            idea.case.goal_id = idea.goal_id


class CommentFactory(Factory[Comment]):
    class Meta:
        model = Comment

    discussion_id = factory.LazyFunction(lambda: DiscussionFactory().id)
    author_id = factory.LazyFunction(lambda: PersonFactory().id)
    body = "God idé."


class AnswerFactory(Factory[Answer]):
    class Meta:
        model = Answer

    idea_id = factory.LazyFunction(lambda: IdeaFactory().id)
    kind = AnswerKind.YES
    doing = "Vi planter ti træer."
    why = "Det er varmt om sommeren."
    department = "Park og Vej"
    decided_on = factory.LazyFunction(today)


class AdditionFactory(Factory[Addition]):
    class Meta:
        model = Addition

    idea_id = factory.LazyFunction(lambda: IdeaFactory().id)
    body = "Og en bænk."


class MergeFactory(Factory[Merge]):
    """Planned, of two ideas that everybody can read."""

    class Meta:
        model = Merge

    source_id = factory.LazyFunction(lambda: IdeaFactory().id)
    target_id = factory.LazyFunction(lambda: IdeaFactory().id)
    state = MergeState.PLANNED
    is_public = True
    due_at = factory.LazyFunction(now)
