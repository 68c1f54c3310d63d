"""What a bulk act says, kept as JSON, and what it comes to for one of its ideas."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from participation.ideas.models import Idea
from participation.ideas.services.needs import Details
from participation.triage.models import BulkAct, BulkItem

_DETAILS: TypeAdapter[Details] = TypeAdapter(Details)


def kept(details: Details) -> dict[str, Any]:
    """The details as JSON holds them."""
    said: dict[str, Any] = _DETAILS.dump_python(details, mode="json")
    return said


def said_by(bulk: BulkAct) -> Details:
    """What goes for all of its ideas."""
    return _DETAILS.validate_python(bulk.said)


def said_for(said: Details, item: BulkItem, idea: Idea, told_from: datetime | None = None) -> Details:
    """What it comes to for one idea: which keeps a goal that it has, and may have a promise of its own."""
    until = item.promise_on or said.until
    own = replace(said, until=until, told_from=told_from)
    if idea.goal_id is None and not idea.is_outside_strategy:
        return own
    return replace(own, goal_id=None, is_outside_strategy=False)
