"""What a municipality starts with: only what is missing is made, so that no decision is undone."""

from dataclasses import dataclass, field

from sqlalchemy import select

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.events import publish
from participation.foundation.tenancy import municipality_context
from participation.municipalities import queries
from participation.municipalities.events import MunicipalityFilled, MunicipalityLoaded
from participation.municipalities.models import Municipality, Reason, SiteText
from participation.municipalities.rules import StartingPoint


@dataclass(frozen=True)
class Loaded:
    """What was made for a municipality."""

    municipality: Municipality
    is_new: bool
    settings: int
    reasons: int
    texts: int
    others: dict[str, int] = field(default_factory=dict)

    @property
    def has_changed(self) -> bool:
        return bool(self.is_new or self.settings or self.reasons or self.texts or any(self.others.values()))


def load(*, actor: Actor, start: StartingPoint) -> Loaded:
    """Make what the municipality lacks; settings, reasons and texts that are there stay as they are."""
    require(actor, "municipalities.create")
    known = queries.by_code(start.code)
    municipality = known or _new(start)
    missing = {name: value for name, value in start.settings.items() if name not in municipality.settings}
    if missing:
        municipality.settings = municipality.settings | missing
    with municipality_context(municipality.id):
        own = _add_reasons(start), _add_texts(start)
        db.session.flush()
        filled = MunicipalityFilled([answer.model_dump() for answer in start.answers])
        publish(filled)
        loaded = Loaded(municipality, known is None, len(missing), *own, filled.others)
        if loaded.has_changed:
            publish(MunicipalityLoaded(actor=actor, **vars(loaded)))
    return loaded


def _new(start: StartingPoint) -> Municipality:
    municipality = Municipality(
        code=start.code, slug=start.slug, name=start.name, short_name=start.short_name, settings={}
    )
    db.session.add(municipality)
    db.session.flush()
    return municipality


def _add_reasons(start: StartingPoint) -> int:
    known = {reason.code: reason.position for reason in db.session.scalars(select(Reason))}
    last = max(known.values(), default=0)
    fresh = [reason for reason in start.reasons if reason.code not in known]
    for position, reason in enumerate(fresh, start=last + 1):
        db.session.add(Reason(**reason.model_dump(), position=position))
    return len(fresh)


def _add_texts(start: StartingPoint) -> int:
    known = {(text.kind, text.language) for text in db.session.scalars(select(SiteText))}
    fresh = [
        SiteText(kind=kind, language=language, body=body)
        for kind, bodies in start.texts.items()
        for language, body in bodies.items()
        if (kind, language) not in known
    ]
    db.session.add_all(fresh)
    return len(fresh)
