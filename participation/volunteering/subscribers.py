"""Reactions: a closed account leaves its places, and a letter is written when it is sent."""

from collections.abc import Mapping
from typing import Any

from participation.accounts.events import AccountClosed
from participation.foundation.events import subscribe
from participation.volunteering import queries
from participation.volunteering.services import joining, letters
from participation.web.letters import Letter, letter, public_address, renderer


@subscribe(AccountClosed)
def leave_places(event: AccountClosed) -> None:
    """Others move up."""
    joining.leave_everything(person_id=event.person.id)


@renderer(letters.MAIL)
def volunteer_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """What a steward wrote; none to who has left in the meantime."""
    written = queries.letter(context["letter_id"])
    if written is None:
        return None
    if not queries.has_joined(context["person_id"], written.project):
        return None
    address = written.reply_address
    return letter(
        "volunteer_letter",
        headers={"Reply-To": address} if address else {},
        written=written,
        takes_replies=address is not None,
        link=public_address("pages.project", project_id=written.project_id, slug=written.project.slug),
        leave=public_address("pages.mine"),
    )
