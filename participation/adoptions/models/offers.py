"""An organisation's offer to carry an idea out, and who joins in it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Index, String, UniqueConstraint, column
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.adoptions.lifecycle import OFFERS, OPEN_OFFERS, OfferMeaning, OfferStatus
from participation.cases.models import Case
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.models import Idea
from participation.organisations.models import Organisation
from participation.projects.models import Project

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
IS_OPEN = column("status", String()).in_([status.value for status in sorted(OPEN_OFFERS)])
IS_A_PERSON, IS_AN_ORGANISATION = column("organisation_id").is_(None), column("organisation_id").is_not(None)


class Offer(TenantScoped, Model):
    """An organisation's offer, made by one of its people; it has one that is open for each idea at most.

    `held_reason` is why others do not see its words before staff have. `sentence` is what a moderator last
    wrote. `project_id` is the project that it has led to, or become part of.
    """

    __tablename__ = "offers"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("idea_id", "ideas"),
        tenant_key("organisation_id", "organisations"),
        tenant_key("person_id", "people"),
        tenant_key("project_id", "projects"),
        tenant_key("case_id", "cases"),
        Index(None, "idea_id", "id"),
        Index(None, "organisation_id", "id"),
        Index(None, "project_id"),
        Index(None, "case_id"),
        Index(
            "uq_offers_open",
            "idea_id",
            "organisation_id",
            unique=True,
            sqlite_where=IS_OPEN,
            postgresql_where=IS_OPEN,
        ),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    status: Mapped[OfferStatus] = mapped_column(enum_type(OfferStatus), default=OfferStatus.WAITING)
    idea_id: Mapped[int]
    organisation_id: Mapped[int]
    person_id: Mapped[int]
    body: Mapped[str]
    held_reason: Mapped[str | None] = mapped_column(short_text(16))
    sentence: Mapped[str] = mapped_column(default="", server_default="")
    project_id: Mapped[int | None]
    case_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)

    idea: Mapped[Idea] = relationship(primaryjoin="foreign(Offer.idea_id) == Idea.id")
    organisation: Mapped[Organisation] = relationship(
        primaryjoin="foreign(Offer.organisation_id) == Organisation.id"
    )
    person: Mapped[Person] = relationship(primaryjoin="foreign(Offer.person_id) == Person.id")
    project: Mapped[Project | None] = relationship(primaryjoin="foreign(Offer.project_id) == Project.id")
    case: Mapped[Case | None] = relationship(primaryjoin="foreign(Offer.case_id) == Case.id")
    supporters: Mapped[list["OfferSupporter"]] = relationship(
        primaryjoin="Offer.id == foreign(OfferSupporter.offer_id)",
        order_by="OfferSupporter.id",
        viewonly=True,
    )

    @property
    def meaning(self) -> OfferMeaning:
        return OFFERS.meanings[self.status]

    @property
    def version(self) -> int:
        """Which words and answer of it somebody has seen: the moment of its last change, in microseconds."""
        return (self.changed_at - BEGINNING) // timedelta(microseconds=1)

    @property
    def is_shown(self) -> bool:
        """Whether everybody can read it on the idea's page: open, looked at, and of nobody who is hidden."""
        return self.meaning.is_open and self.held_reason is None and self.organisation.is_active

    @property
    def helping_organisations(self) -> list[Organisation]:
        """The other organisations that have joined in it."""
        return [each.organisation for each in self.supporters if each.organisation is not None]

    @property
    def helping_people(self) -> list["OfferSupporter"]:
        """Those who have joined for themselves."""
        return [each for each in self.supporters if each.organisation_id is None]


class OfferSupporter(TenantScoped, Model):
    """Somebody who joins in an offer: for themselves, or for another organisation."""

    __tablename__ = "offer_supporters"
    __table_args__ = (
        tenant_key("offer_id", "offers"),
        tenant_key("person_id", "people"),
        tenant_key("organisation_id", "organisations"),
        Index(None, "person_id"),
        Index(None, "organisation_id"),
        Index(
            "uq_offer_supporters_person",
            "offer_id",
            "person_id",
            unique=True,
            sqlite_where=IS_A_PERSON,
            postgresql_where=IS_A_PERSON,
        ),
        Index(
            "uq_offer_supporters_organisation",
            "offer_id",
            "organisation_id",
            unique=True,
            sqlite_where=IS_AN_ORGANISATION,
            postgresql_where=IS_AN_ORGANISATION,
        ),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    offer_id: Mapped[int]
    person_id: Mapped[int]
    organisation_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(default=now)

    person: Mapped[Person] = relationship(primaryjoin="foreign(OfferSupporter.person_id) == Person.id")
    organisation: Mapped[Organisation | None] = relationship(
        primaryjoin="foreign(OfferSupporter.organisation_id) == Organisation.id"
    )
