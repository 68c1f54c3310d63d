"""Reactions: an idea is where all its projects say it is, in both directions."""

from collections.abc import Iterable

from participation.extensions import lock
from participation.foundation.events import subscribe
from participation.ideas.models import Idea
from participation.ideas.services import moves
from participation.projects import queries, rules
from participation.projects.events import IdeaLinked, IdeaUnlinked, ProjectMoved


@subscribe(ProjectMoved)
def ideas_follow(event: ProjectMoved) -> None:
    """The project's ideas follow its move."""
    _follow(queries.linked_ideas(event.project), cause=f"project_moved:{event.project.id}")


@subscribe(IdeaLinked)
def linked_idea_follows(event: IdeaLinked) -> None:
    """An idea follows its new project too."""
    _follow([event.idea], cause=f"idea_linked:{event.project.id}")


@subscribe(IdeaUnlinked)
def unlinked_idea_follows(event: IdeaUnlinked) -> None:
    """An idea follows the projects that are left."""
    _follow([event.idea], cause=f"idea_unlinked:{event.project.id}")


def _follow(ideas: Iterable[Idea], *, cause: str) -> None:
    """Under each idea's lock, so that two of its projects that move at once are both seen.

    An idea that an effort carries out stays where a moderator says it is.
    """
    for idea in ideas:
        lock(idea)
        if idea.effort_id is None:
            statuses = queries.statuses_of_idea(idea)
            moves.follow(idea=idea, target=rules.status_of_idea(statuses), cause=cause)
