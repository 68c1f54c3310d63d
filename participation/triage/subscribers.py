"""Mails to colleagues, planned mergings on their day, and what the desk does itself."""

from collections.abc import Mapping
from typing import Any

from participation.foundation.actors import SYSTEM
from participation.foundation.events import subscribe
from participation.ideas.events import IdeaMoved
from participation.municipalities.events import MunicipalityFilled
from participation.triage.models import Contribution
from participation.triage.queries import notes as queries
from participation.triage.services import contributions, drafts, merging, starting
from participation.triage.services.bulk import doing
from participation.web import worker
from participation.web.letters import Letter, letter, public_address, renderer

MINUTE, HOUR = 60.0, 3600.0


@renderer(contributions.ASKED)
def asked_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """The question with its link."""
    return _letter(context, "contribution_asked")


@renderer(contributions.REMINDED)
def reminded_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """The reminder, with a link of its own; none for who has answered meanwhile."""
    return _letter(context, "contribution_reminded", is_reminder=True)


def _letter(context: Mapping[str, Any], name: str, *, is_reminder: bool = False) -> Letter | None:
    asked = queries.contribution(context["contribution_id"])
    if asked is None or not asked.is_open or (is_reminder and asked.given_at):
        return None
    return letter(name, asked=asked, asker=queries.asker_of(asked), link=_link(asked))


def _link(asked: Contribution) -> str:
    token = contributions.make_link(contribution=asked)
    return public_address("triage.contribute", contribution_token=token)


@subscribe(MunicipalityFilled)
def add_templates(event: MunicipalityFilled) -> None:
    """Where answers can begin."""
    event.others["templates"] = starting.add_templates(actor=SYSTEM, answers=event.answers)


@subscribe(IdeaMoved)
def drop_plans(event: IdeaMoved) -> None:
    """Who decides, withdraws or merges an idea otherwise has overtaken the plan."""
    merging.drop_plans(idea=event.idea)


worker.register(every=MINUTE, work=merging.carry_out_due)
worker.register(every=1, work=doing.carry_on)
worker.register(every=HOUR, work=doing.forget_previews)
worker.register(every=HOUR, work=contributions.remind_colleagues)
worker.register(every=24 * HOUR, work=drafts.forget_old_drafts)
