"""What linked projects say about an idea, how far a project is, and how much it holds."""

from collections.abc import Collection

from participation.ideas.lifecycle import IdeaStatus
from participation.projects.lifecycle import PROJECTS, ProjectStatus

LONGEST_NEWS = 4000
MOST_PICTURES = 6
MOST_MILESTONES = 30
MOST_DOCUMENTS = 20


def status_of_idea(statuses: Collection[ProjectStatus]) -> IdeaStatus:
    """Where an idea stands that comes with projects of these statuses."""
    meanings = [PROJECTS.meanings[status] for status in statuses]
    if any(meaning.is_completed for meaning in meanings) and not any(meaning.is_open for meaning in meanings):
        return IdeaStatus.COMPLETED
    if any(meaning.is_begun for meaning in meanings):
        return IdeaStatus.IN_PROGRESS
    if meanings and all(meaning.is_cancelled for meaning in meanings):
        return IdeaStatus.NOT_REALISED
    return IdeaStatus.ACCEPTED


def progress(done: int, all_: int) -> int:
    """How far a project is, in whole percent of its milestones; never typed, always counted."""
    return 100 * done // all_ if all_ else 0
