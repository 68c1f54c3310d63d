"""Let somebody write nothing for a while, lift it, and what the person reads meanwhile."""

from typing import Any

from flask import render_template, url_for
from flask_babel import gettext
from flask_login import current_user

from participation.accounts import queries as people
from participation.accounts.models import Person
from participation.foundation.errors import Suspended
from participation.foundation.text import N_
from participation.moderation.forms import ShowForm, SuspendForm
from participation.moderation.models import ModerationAct
from participation.moderation.queries import appeals as queries
from participation.moderation.services import suspending as services
from participation.moderation.views import words
from participation.moderation.views.blueprint import blueprint
from participation.moderation.views.tasks import Task, Verb, answer, come_from, with_reasons
from participation.municipalities import queries as municipalities
from participation.web import guards

SUSPEND = Verb(N_("Stop somebody's writing for a while"), services.suspend)
LIFT = Verb(N_("Let somebody write again"), services.lift)


@blueprint.route("/personer/<id:person_id>/stop", methods=["GET", "POST"])
@guards.signed_in
def suspend(person_id: int) -> Any:
    """Stop a person's writing until a day."""
    person = _person(person_id)
    guards.require("moderation.suspend", person)
    return answer(_task(SUSPEND, with_reasons(SuspendForm(), "suspend"), person))


@blueprint.route("/personer/<id:person_id>/ophaev", methods=["GET", "POST"])
@guards.signed_in
def lift(person_id: int) -> Any:
    """Let a person write again."""
    person = _person(person_id)
    guards.require("moderation.lift", person)
    return answer(_task(LIFT, ShowForm(), person))


def notice(_error: Suspended) -> tuple[str, int]:
    """Until when the reader may not write, why, and how to ask for another look."""
    entry = queries.last_entry(ModerationAct.SUSPEND, person_id=current_user.id)
    reason = municipalities.reason(entry.reason_code) if entry else None
    page = render_template(
        "moderation/_suspended.html",
        until=current_user.suspended_until,
        entry=entry,
        reason=words.of(reason, "label"),
    )
    return page, 403


def _person(person_id: int) -> Person:
    return guards.found(people.person(person_id))


def _task(verb: Verb, form: ShowForm, person: Person) -> Task:
    name = person.public_name or gettext("No name")
    back = come_from(url_for("triage.queue"))
    return Task(verb, form, name, "", back, {"person": person})
