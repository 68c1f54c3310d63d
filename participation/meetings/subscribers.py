"""Reactions: a closed account leaves its places, a cancelled project meets no more, a letter is written."""

from collections.abc import Mapping
from typing import Any

from participation.accounts.events import AccountClosed
from participation.foundation.events import subscribe
from participation.meetings import queries
from participation.meetings.services import arranging, letters, signing_up
from participation.projects.events import ProjectMoved
from participation.web.letters import Letter, letter, public_address, renderer


@subscribe(AccountClosed)
def leave_places(event: AccountClosed) -> None:
    """Others move up."""
    signing_up.withdraw_everywhere(person_id=event.person.id)


@subscribe(ProjectMoved)
def cancel_with_project(event: ProjectMoved) -> None:
    """For the reason that the project gives."""
    if event.project.meaning.is_cancelled:
        arranging.cancel_all_of(actor=event.actor, project=event.project, reason=event.project.sentence)


@renderer(letters.MAIL)
def participant_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """What an organiser wrote; none to who does not come any more."""
    written = queries.letter(context["letter_id"])
    if written is None:
        return None
    present = queries.sign_up_of(context["person_id"], written.meeting)
    if present is None or not present.has_place:
        return None
    address, meeting = written.reply_address, written.meeting
    return letter(
        "participant_letter",
        headers={"Reply-To": address} if address else {},
        written=written,
        takes_replies=address is not None,
        link=public_address("pages.meeting", meeting_id=meeting.id, slug=meeting.slug),
        leave=public_address("pages.mine"),
    )
