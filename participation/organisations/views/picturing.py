"""Choosing the one picture of an organisation's page."""

from datetime import timedelta

from flask import request

from participation.files import queries as files
from participation.files.forms import contents
from participation.files.models import StoredFile
from participation.files.services import keep_picture
from participation.foundation.errors import RuleViolation
from participation.foundation.numbers import row_id
from participation.organisations import queries
from participation.organisations.forms import ContactForm
from participation.organisations.services.picturing import WITHOUT_WORDS
from participation.web import guards
from participation.web.limits import Limit, spend

PICTURES = Limit("organisations.pictures", 30, timedelta(hours=1))


def chosen(form: ContactForm, organisation_id: int | None = None) -> list[StoredFile]:
    """The picture that comes now, else the one that keeps its tick: shown already, or sent a moment ago.

    It is stored at once, so that nobody has to choose it again; what was loaded before is read again.
    """
    if not form.is_submitted():
        return _shown(organisation_id)
    number = _sent(form)
    if number is None:
        number = row_id(request.form.get("kept"))
    mine = [*_shown(organisation_id), *files.sent_by(guards.viewer(), [number] if number else [])]
    found = [each for each in mine if each.id == number]
    if found and not form.alternative_text.data:
        form.refuse(RuleViolation(WITHOUT_WORDS), "alternative_text")
    return found


def _sent(form: ContactForm) -> int | None:
    """The number of what comes with the form; what cannot be used is said at the field."""
    for content in contents(form.picture):
        spend(PICTURES, str(guards.viewer().actor_id))
        try:
            return keep_picture(actor=guards.viewer(), content=content)
        except RuleViolation as violation:
            form.refuse(violation, "picture")
    return None


def _shown(organisation_id: int | None) -> list[StoredFile]:
    organisation = queries.find(organisation_id)
    picture = organisation.shown_picture if organisation else None
    return [picture] if picture else []
