"""The municipality's templates of answers."""

from collections.abc import Mapping
from typing import Any

from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.municipalities import queries as municipalities
from participation.municipalities.rules import require_version
from participation.triage.events import TemplateChanged
from participation.triage.models import AnswerTemplate
from participation.triage.queries import templates as queries
from participation.triage.rules.templates import unknown_placeholders

EMPTY = N_("Write something in at least one of the three fields.")
UNKNOWN = N_("Nothing can be filled in for {%(name)s}.")


def add_template(*, actor: Actor, words: Mapping[str, Any]) -> AnswerTemplate:
    """A new template; RuleViolation when it says nothing, or has a placeholder that nobody knows.

    One that says the same is the same: of a double click comes one.
    """
    require(actor, "triage.work")
    lock(municipalities.current())
    if (present := queries.same_template(words)) is not None:
        return present
    template = AnswerTemplate()
    _write(actor, template, words)
    return template


def edit_template(*, actor: Actor, template: AnswerTemplate, words: Mapping[str, Any], version: int) -> None:
    """Change or retire one; StaleVersion when a colleague changed it meanwhile."""
    require(actor, "triage.work")
    if all(getattr(template, name) == value for name, value in words.items()):
        return
    require_version(version, template.version)
    _write(actor, template, words)


def _write(actor: Actor, template: AnswerTemplate, words: Mapping[str, Any]) -> None:
    for name, value in words.items():
        setattr(template, name, value)
    if not template.text:
        raise RuleViolation(EMPTY)
    for name in unknown_placeholders(template.text):
        raise RuleViolation(UNKNOWN, name=name)
    template.changed_by_id, template.changed_at = actor.actor_id, now()
    db.session.add(template)
    db.session.flush()
    publish(TemplateChanged(actor=actor, template=template))
