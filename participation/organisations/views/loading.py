"""What the views share: finding an organisation, reading a form, and doing what it asks."""

from collections.abc import Callable
from typing import Any

from flask import url_for

from participation.foundation.errors import RuleViolation
from participation.organisations import queries
from participation.organisations.models import Organisation
from participation.web import guards
from participation.web.forms import Form


def found(organisation_id: int, permission: str) -> Organisation:
    """The organisation, when the viewer may do that with it."""
    organisation = guards.found(queries.find_visible(guards.viewer(), organisation_id))
    guards.require(permission, organisation)
    return organisation


def inside_of(organisation: Organisation) -> str:
    """The page for its own people."""
    return url_for("pages.organisation_inside", organisation_id=organisation.id)


def done(form: Form, service: Callable[..., Any], field: str | None = None, **values: Any) -> bool:
    """Call the service for the viewer; False when it refuses, which the form then says."""
    try:
        service(actor=guards.viewer(), **values)
    except RuleViolation as refusal:
        form.refuse(refusal, field)
        return False
    return True
