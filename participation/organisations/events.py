"""What happens to organisations and their people."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.organisations.models import Invitation, Membership, Organisation


@dataclass(frozen=True, kw_only=True)
class _OfOrganisation:
    organisation: Organisation

    @property
    def subject_title(self) -> str:
        return self.organisation.name

    @property
    def subject_place(self) -> str:
        """The page inside, which applicants and members see."""
        return f"foreninger/{self.organisation.id}/indefra"


@dataclass(frozen=True, kw_only=True)
class OrganisationApplied(_OfOrganisation, Act):
    """Somebody, `person_id`, has applied, for the first time or again."""

    person_id: int


@dataclass(frozen=True, kw_only=True)
class ApplicationRecalled(_OfOrganisation, Act):
    """Who applied has thought better of it."""


@dataclass(frozen=True, kw_only=True)
class ApplicationDecided(_OfOrganisation, Act):
    """A moderator has made the `move` that answers the application of `person_id`."""

    move: str
    person_id: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"move": self.move}


@dataclass(frozen=True, kw_only=True)
class OrganisationChanged(_OfOrganisation, Act):
    """It says something else about itself."""


@dataclass(frozen=True, kw_only=True)
class PictureChosen(_OfOrganisation, Act):
    """Its page has another picture, other words for it, or none."""


@dataclass(frozen=True, kw_only=True)
class OrganisationArchived(_OfOrganisation, Act):
    """Nobody acts for it any more; what it did stays."""


@dataclass(frozen=True, kw_only=True)
class PersonInvited(_OfOrganisation, Act):
    """Somebody is asked by mail to join, or asked again."""

    invitation: Invitation


@dataclass(frozen=True, kw_only=True)
class InvitationRevoked(_OfOrganisation, Act):
    """The link in the mail is worth nothing any more."""

    invitation: Invitation


@dataclass(frozen=True, kw_only=True)
class InvitationAnswered(_OfOrganisation, Act):
    """Who was invited has said yes or no; `person_id` invited them."""

    invitation: Invitation
    person_id: int

    @property
    def is_accepted(self) -> bool:
        return self.invitation.accepted_at is not None


@dataclass(frozen=True, kw_only=True)
class RoleGiven(_OfOrganisation, Act):
    """`person_id` has another role in it."""

    membership: Membership
    person_id: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"role": self.membership.role}


@dataclass(frozen=True, kw_only=True)
class MembershipEnded(_OfOrganisation, Act):
    """`person_id` belongs to it no more: by leaving, or because an owner said so."""

    membership: Membership
    person_id: int

    @property
    def subject_place(self) -> str:
        return f"foreninger/{self.organisation.id}-{self.organisation.slug}"


@dataclass(frozen=True, kw_only=True)
class OrganisationSilent(_OfOrganisation):
    """None of its owners has been here for long; they are asked whether they still are."""


@dataclass(frozen=True, kw_only=True)
class OrganisationRescued(_OfOrganisation, Act):
    """A moderator hands a silent organisation over, with a reason."""

    invitation: Invitation
