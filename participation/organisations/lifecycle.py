"""An organisation's life: applied for, approved, and closed one day; and what its people may."""

from dataclasses import dataclass
from enum import StrEnum

from participation.foundation.lifecycle import Lifecycle, Move
from participation.foundation.text import N_

NAME_LENGTH = 120
PURPOSE_LENGTH = 3000
CONTACT_LENGTH = 80


class OrganisationStatus(StrEnum):
    """Where an organisation stands."""

    APPLIED = "applied"
    RETURNED = "returned"
    REFUSED = "refused"
    RECALLED = "recalled"
    APPROVED = "approved"
    ARCHIVED = "archived"


@dataclass(frozen=True)
class OrganisationMeaning:
    """What a status means; `is_active` can be acted for, `is_public` has a page for everybody.

    `is_mendable` can be changed by its own people.
    """

    label: str
    tone: str
    is_public: bool = False
    is_active: bool = False
    is_mendable: bool = False
    awaits_decision: bool = False
    awaits_applicant: bool = False
    is_archived: bool = False


S = OrganisationStatus
APPLICANT, MODERATOR = frozenset({"applicant"}), frozenset({"moderator"})
SENTENCE = frozenset({"sentence"})
AWAITED = frozenset({S.APPLIED, S.RETURNED})

ORGANISATIONS: Lifecycle[OrganisationStatus, OrganisationMeaning] = Lifecycle(
    meanings={
        S.APPLIED: OrganisationMeaning(N_("Waits for us"), "wait", is_mendable=True, awaits_decision=True),
        S.RETURNED: OrganisationMeaning(N_("Waits for you"), "wait", is_mendable=True, awaits_applicant=True),
        S.REFUSED: OrganisationMeaning(N_("Not approved"), "no"),
        S.RECALLED: OrganisationMeaning(N_("Application taken back"), "quiet"),
        S.APPROVED: OrganisationMeaning(
            N_("Approved"), "yes", is_public=True, is_active=True, is_mendable=True
        ),
        S.ARCHIVED: OrganisationMeaning(N_("Closed"), "quiet", is_public=True, is_archived=True),
    },
    moves=(
        Move("approve", N_("Approve"), frozenset({S.APPLIED}), S.APPROVED, MODERATOR),
        Move("return", N_("Ask for more"), frozenset({S.APPLIED}), S.RETURNED, MODERATOR, SENTENCE),
        Move("refuse", N_("Refuse"), frozenset({S.APPLIED}), S.REFUSED, MODERATOR, SENTENCE),
        Move("send_again", N_("Send again"), frozenset({S.RETURNED}), S.APPLIED, APPLICANT),
        Move("recall", N_("Take the application back"), AWAITED, S.RECALLED, APPLICANT),
        Move("archive", N_("Close"), frozenset({S.APPROVED}), S.ARCHIVED, APPLICANT | MODERATOR),
    ),
)
PUBLIC = ORGANISATIONS.statuses_where("is_public")
ACTIVE = ORGANISATIONS.statuses_where("is_active")


class MembershipRole(StrEnum):
    """What a member may on the organisation's behalf."""

    OWNER = "owner"
    EDITOR = "editor"
    MEMBER = "member"


@dataclass(frozen=True)
class RoleMeaning:
    """What a role is called, what it lets one do in a sentence, and what rules ask of it."""

    label: str
    sentence: str
    leads: bool = False
    acts: bool = False


ROLES = {
    MembershipRole.OWNER: RoleMeaning(
        N_("Person in charge"),
        N_("Signs for it: invites and removes people, writes on its behalf, hands it over."),
        leads=True,
        acts=True,
    ),
    MembershipRole.EDITOR: RoleMeaning(
        N_("Editor"), N_("Writes on its behalf and keeps its page up to date."), acts=True
    ),
    MembershipRole.MEMBER: RoleMeaning(N_("Member"), N_("Sees its ideas, also those not published yet.")),
}
LEADING = frozenset(role for role, meaning in ROLES.items() if meaning.leads)
ACTING = frozenset(role for role, meaning in ROLES.items() if meaning.acts)


class OrganisationKind(StrEnum):
    """What sort of organisation it is."""

    ASSOCIATION = "association"
    SOCIAL = "social"
    HOMEOWNERS = "homeowners"
    COMPANY = "company"
    GROUP = "group"


@dataclass(frozen=True)
class KindMeaning:
    """What a kind is called; an informal one needs only a name and an adult to speak to."""

    label: str
    hint: str = ""
    is_informal: bool = False


KINDS = {
    OrganisationKind.ASSOCIATION: KindMeaning(
        N_("Association for leisure and learning"), N_("Sport, scouts, culture, evening school")
    ),
    OrganisationKind.SOCIAL: KindMeaning(
        N_("Voluntary social association"), N_("Helps people, for example with visits or homework")
    ),
    OrganisationKind.HOMEOWNERS: KindMeaning(N_("Homeowners’ or housing association")),
    OrganisationKind.COMPANY: KindMeaning(N_("Company")),
    OrganisationKind.GROUP: KindMeaning(
        N_("Informal group"),
        N_("A street, a class or some friends who do something together. A name and an adult are enough."),
        is_informal=True,
    ),
}
