"""Finding municipalities, and the present one's settings, texts and reasons."""

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import aliased

from participation.extensions import db
from participation.foundation.tenancy import current_municipality_id
from participation.municipalities.models import Municipality, Reason, SiteText
from participation.municipalities.rules import MunicipalitySettings, with_facts
from participation.web.places import Place

# Made once: it is asked at the beginning of every request.
_owner = aliased(Municipality)
_SERVED = select(Municipality).where(
    Municipality.slug == bindparam("slug"),
    ~exists().where(_owner.host == bindparam("host"), _owner.id != Municipality.id),
)


def all_municipalities() -> list[Municipality]:
    """Every municipality of the installation, by name."""
    return list(db.session.scalars(select(Municipality).order_by(Municipality.short_name)))


def places() -> list[Place]:
    """Where each municipality is found, for mail and the worker."""
    rows = db.session.execute(select(Municipality.id, Municipality.slug, Municipality.host))
    return [Place(*row) for row in rows]


def served(slug: str, host: str) -> Municipality | None:
    """The municipality with that address; on a host name of a municipality's own, only that one."""
    return db.session.scalar(_SERVED, {"slug": slug, "host": host})


def by_code(code: str) -> Municipality | None:
    """The municipality with that kommunekode."""
    return db.session.scalar(select(Municipality).where(Municipality.code == code))


def current() -> Municipality:
    """The municipality of the request or of the piece of work."""
    return db.session.get_one(Municipality, current_municipality_id())


def settings() -> MunicipalitySettings:
    """The present municipality's settings."""
    return MunicipalitySettings.model_validate(current().settings)


def site_text(kind: str, language: str) -> str:
    """One of the municipality's texts, in Danish when the other language is missing; empty when unwritten."""
    by_language = written_texts(kind)
    return filled_in(by_language.get(language) or by_language.get("da", ""))


def filled_in(text: str) -> str:
    """A text with the present municipality's name, contact and age where it asks for them."""
    municipality = current()
    return with_facts(text, settings().model_dump() | {"name": municipality.name})


def written_texts(kind: str) -> dict[str, str]:
    """One of the municipality's texts by language, as written."""
    texts = db.session.scalars(select(SiteText).where(SiteText.kind == kind))
    return {text.language: text.body for text in texts}


def all_reasons() -> list[Reason]:
    """Every reason in the municipality's order, also those that can no longer be chosen."""
    return list(db.session.scalars(select(Reason).order_by(Reason.position, Reason.id)))


def reasons(move: str | None = None) -> list[Reason]:
    """The active reason codes in the municipality's order, those for one move when it is named."""
    rows = db.session.scalars(select(Reason).where(Reason.is_active).order_by(Reason.position, Reason.id))
    return [row for row in rows if move is None or move in row.moves]


def reason(code: str | None) -> Reason | None:
    """The reason of that code, active or not."""
    return db.session.scalar(select(Reason).where(Reason.code == code)) if code else None


def reason_of(reason_id: int) -> Reason | None:
    """The reason with that number, active or not."""
    return db.session.scalar(select(Reason).where(Reason.id == reason_id))
