"""On whose behalf an idea is proposed: the author stays the person who writes."""

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import can, require
from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.organisations.models import Organisation

NO_LONGER = N_("You cannot write on behalf of %(organisation)s any more. Change the idea, and choose again.")


def choose_organisation(*, actor: Actor, idea: Idea, organisation: Organisation | None) -> None:
    """Let the draft be the organisation's, or one's own again."""
    require(actor, "ideas.choose_organisation", idea)
    if organisation is not None:
        require(actor, "organisations.act_for", organisation)
    idea.organisation = organisation
    db.session.flush()


def require_voice(*, actor: Actor, idea: Idea) -> None:
    """When it is sent: RuleViolation when the writer cannot act for the organisation any more."""
    organisation = idea.organisation
    if organisation is not None and not can(actor, "organisations.act_for", organisation):
        raise RuleViolation(NO_LONGER, organisation=organisation.name)
