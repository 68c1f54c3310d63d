"""The blueprint, and what its views share."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Blueprint, redirect, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.adoptions import queries
from participation.adoptions.models import Offer
from participation.foundation.authorization import can
from participation.foundation.errors import RuleViolation
from participation.ideas.models import Idea
from participation.organisations.models import Organisation
from participation.web import guards
from participation.web.forms import Form
from participation.web.limits import Limit

blueprint = Blueprint("adoptions", __name__, url_prefix="/<municipality>")
OFFERS = Limit("adoptions.offer", 10, timedelta(days=1))
JOINS = Limit("adoptions.join", 30, timedelta(hours=1))


def offer_for(offer_id: int, permission: str) -> Offer:
    """The offer, when the viewer may do that with it."""
    offer = guards.found(queries.find(offer_id))
    guards.require(permission, offer)
    return offer


def done(form: Form, service: Callable[..., Any], field: str | None = None, **values: Any) -> bool:
    """Call the service for the viewer; False when it refuses, which the form then says."""
    try:
        service(actor=guards.viewer(), **values)
    except RuleViolation as refusal:
        form.refuse(refusal, field)
        return False
    return True


def name_of(organisation: Organisation) -> str:
    """Its name; while moderation hides it, only for its own people and staff."""
    if can(guards.viewer(), "organisations.see_inside", organisation):
        return organisation.name
    return organisation.public_name or gettext("[association hidden]")


def to_idea(idea: Idea) -> Response:
    """Back to the page that everybody reads."""
    return redirect(idea_address(idea))


def idea_address(idea: Idea) -> str:
    """The idea's page, where its offers stand."""
    return url_for("pages.idea", idea_id=idea.id, slug=idea.slug)


def to_offer(offer: Offer) -> Response:
    """To the page for those who offer."""
    return redirect(url_for("adoptions.inside", offer_id=offer.id))
