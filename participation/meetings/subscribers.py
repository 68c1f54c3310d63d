"""Reactions: a closed account leaves its places, and a cancelled project meets no more."""

from participation.accounts.events import AccountClosed
from participation.foundation.events import subscribe
from participation.meetings.services import arranging, signing_up
from participation.projects.events import ProjectMoved


@subscribe(AccountClosed)
def leave_places(event: AccountClosed) -> None:
    """Others move up."""
    signing_up.withdraw_everywhere(person_id=event.person.id)


@subscribe(ProjectMoved)
def cancel_with_project(event: ProjectMoved) -> None:
    """For the reason that the project gives."""
    if event.project.meaning.is_cancelled:
        arranging.cancel_all_of(actor=event.actor, project=event.project, reason=event.project.sentence)
