"""Changing the municipality's names, settings and texts."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.municipalities import queries
from participation.municipalities.events import EmergencySwitched, SettingsChanged, TextChanged
from participation.municipalities.models import SiteText
from participation.municipalities.rules import MunicipalitySettings, refused_colour, require_version


def configure(*, actor: Actor, name: str, short_name: str, settings: Mapping[str, Any], version: int) -> None:
    """Save names and settings; RuleViolation for a colour that cannot be read, StaleVersion if overtaken."""
    require(actor, "municipalities.configure")
    municipality = queries.current()
    require_version(version, municipality.version)
    checked = MunicipalitySettings.model_validate({**municipality.settings, **settings})
    if refusal := refused_colour(checked.accent):
        raise RuleViolation(refusal)
    wanted = {**municipality.settings, **checked.model_dump(mode="json")}
    before = {**municipality.settings, "name": municipality.name, "short_name": municipality.short_name}
    after = {**wanted, "name": name, "short_name": short_name}
    municipality.name, municipality.short_name, municipality.settings = name, short_name, wanted
    db.session.flush()
    changed = tuple(key for key in after if before.get(key) != after[key])
    publish(SettingsChanged(actor=actor, municipality=municipality, names=changed))


def write_text(*, actor: Actor, kind: str, bodies: Mapping[str, str], version: int) -> None:
    """Save one of the municipality's texts in each language given."""
    require(actor, "municipalities.configure")
    municipality = queries.current()
    require_version(version, municipality.version)
    stored = db.session.scalars(select(SiteText).where(SiteText.kind == kind))
    texts = {text.language: text for text in stored}
    for language, body in bodies.items():
        text = texts.get(language) or SiteText(kind=kind, language=language)
        text.body = body
        db.session.add(text)
    # One version covers all that administrators decide, so a text counts as a change of the municipality.
    flag_modified(municipality, "settings")
    db.session.flush()
    publish(TextChanged(actor=actor, municipality=municipality, kind=kind))


def switch(*, actor: Actor, holds_everything: bool, is_sign_up_closed: bool) -> None:
    """The emergency brake: the wanted state, so that pulling it twice is harmless."""
    require(actor, "municipalities.brake")
    municipality = queries.current()
    wanted = {"holds_everything": holds_everything, "is_sign_up_closed": is_sign_up_closed}
    municipality.settings = {**municipality.settings, **wanted}
    db.session.flush()
    publish(EmergencySwitched(actor=actor, municipality=municipality, **wanted))
