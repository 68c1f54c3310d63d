"""What the desk does besides moving: a recognised idea is linked to the project that does it already."""

from participation.extensions import lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.ideas.models import Idea, IdeaMove
from participation.ideas.services import moves
from participation.ideas.services.moves import Details
from participation.projects.models import Project
from participation.projects.services.linking import link_idea
from participation.triage.services.answering import check_words


def move(
    *,
    actor: Actor,
    idea: Idea,
    name: str,
    details: Details,
    project: Project | None = None,
    seen_version: int | None = None,
) -> IdeaMove:
    """Make a move; with a project the idea is linked to it and follows it from now on.

    Of two colleagues who send at once, the later one gets StaleVersion.
    """
    require(actor, "triage.work")
    lock(idea)
    if details.answer is not None:
        check_words(idea=idea, text=details.answer)
    logged = moves.move(actor=actor, idea=idea, name=name, details=details, seen_version=seen_version)
    if project is not None:
        link_idea(actor=actor, project=project, idea=idea)
    return logged
