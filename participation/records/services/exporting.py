"""Noting in the internal log what was taken out: the file itself is made before, beside the transaction."""

from collections.abc import Mapping

from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.events import publish
from participation.ideas.models import Idea
from participation.records.events import CaseFileExported, ListExported


def note_list(
    *, actor: Actor, list_name: str, format_name: str, filters: Mapping[str, str], rows: int
) -> None:
    """A list of so many rows goes out to the actor."""
    require(actor, "records.export")
    publish(
        ListExported(actor=actor, list_name=list_name, format_name=format_name, filters=filters, rows=rows)
    )


def note_case_file(*, actor: Actor, idea: Idea, format_name: str) -> None:
    """A case file goes out to the actor."""
    require(actor, "records.export_case", idea)
    publish(CaseFileExported(actor=actor, idea=idea, format_name=format_name))
