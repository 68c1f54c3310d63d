"""What happens to offers and agreements."""

from dataclasses import dataclass
from typing import Any

from participation.adoptions.models import Agreement, Offer
from participation.foundation.events import Act
from participation.ideas.models import Idea
from participation.organisations.models import Organisation
from participation.projects.models import Project

# The two sides of an agreement.
MUNICIPALITY, ORGANISATION = "municipality", "organisation"


@dataclass(frozen=True, kw_only=True)
class _OfOffer:
    offer: Offer

    @property
    def subject_title(self) -> str:
        return self.offer.idea.safe_title

    @property
    def subject_place(self) -> str:
        """The page for those who offer and those who join."""
        return f"tilbud/{self.offer.id}"


@dataclass(frozen=True, kw_only=True)
class OfferMade(_OfOffer, Act):
    """Somebody, `person_id`, offers on behalf of an organisation, for the first time or again."""

    person_id: int


@dataclass(frozen=True, kw_only=True)
class OfferChanged(_OfOffer, Act):
    """Its words are others."""


@dataclass(frozen=True, kw_only=True)
class OfferShown(_OfOffer, Act):
    """A moderator lets everybody read the words of an offer that waited for a look."""


@dataclass(frozen=True, kw_only=True)
class OfferWithdrawn(_OfOffer, Act):
    """Those who offered have thought better of it."""


@dataclass(frozen=True, kw_only=True)
class OfferJoined(_OfOffer, Act):
    """Somebody joins in it, or another organisation does."""


@dataclass(frozen=True, kw_only=True)
class OfferLeft(_OfOffer, Act):
    """Whoever joined is out of it again."""


@dataclass(frozen=True, kw_only=True)
class OfferDecided(_OfOffer, Act):
    """A moderator has agreed, asked `organisation` for more, or said no."""

    move: str
    organisation: Organisation

    @property
    def facts(self) -> dict[str, Any]:
        return {"move": self.move}


@dataclass(frozen=True, kw_only=True)
class OfferPassedOver(_OfOffer, Act):
    """Somebody else carries the idea out, or nobody can any more; `project` is the one it became part of."""

    organisation: Organisation
    project: Project | None


@dataclass(frozen=True, kw_only=True)
class IdeaAdopted(Act):
    """The idea has a project, and an organisation carries it out."""

    idea: Idea
    organisation: Organisation
    project: Project


@dataclass(frozen=True, kw_only=True)
class IdeaKept(Act):
    """The municipality carries the idea out itself."""

    idea: Idea


@dataclass(frozen=True, kw_only=True)
class IdeaReleased(Act):
    """Others may carry the idea out after all."""

    idea: Idea


@dataclass(frozen=True, kw_only=True)
class _OfAgreement:
    agreement: Agreement
    organisation: Organisation

    @property
    def subject_title(self) -> str:
        return self.agreement.project.title

    @property
    def subject_place(self) -> str:
        return f"projekter/{self.agreement.project_id}/aftale"


@dataclass(frozen=True, kw_only=True)
class AgreementWritten(_OfAgreement, Act):
    """There is a version that waits for both sides."""


@dataclass(frozen=True, kw_only=True)
class AgreementConfirmed(_OfAgreement, Act):
    """One side has said yes to it; `person_id` wrote it."""

    side: str
    person_id: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"side": self.side}


@dataclass(frozen=True, kw_only=True)
class AgreementEnding(_OfAgreement, Act):
    """It ends soon; `person_id` wrote it."""

    person_id: int
