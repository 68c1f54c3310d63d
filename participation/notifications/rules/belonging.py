"""The rows of the routing table about organisations and their people."""

from participation.foundation.text import N_
from participation.notifications.rules.conditions import always, answers, by_staff, is_accepted, is_declined
from participation.notifications.rules.recipients import addressee, belonging, owners
from participation.notifications.rules.route import Route
from participation.organisations.events import (
    ApplicationDecided,
    InvitationAnswered,
    MembershipEnded,
    OrganisationApplied,
    OrganisationArchived,
    OrganisationChanged,
    OrganisationRescued,
    OrganisationSilent,
    RoleGiven,
)

APPLIED = N_("We have received your application.")
APPROVED = N_("Your application is approved. You can act for it now.")
RETURNED = N_("We need to know more before we can approve your application.")
REFUSED = N_("Your application is not approved.")
SAID_YES = N_("Somebody has said yes to your invitation.")
SAID_NO = N_("Somebody has said no, thank you, to your invitation.")
ROLE = N_("You have another role in an association or group.")
ENDED = N_("You do not belong to an association or group any more.")
SILENT = N_("Are you still there? Nobody who signs for it has been here for long.")
MENDED = N_("The municipality has changed what your association or group says about itself.")
RESCUED = N_("The municipality hands over an association or group that you sign for.")
CLOSED = N_("An association or group that you belong to is closed.")
BELONGS = N_("You get this mail because you belong to the association or group.")
HAS_APPLIED = N_("You get this mail because you have applied for an association or group.")
DECIDED, NEWS = "organisation_decided", "organisation_news"

ROUTES = (
    Route(
        "organisation_applied",
        OrganisationApplied,
        always,
        addressee,
        APPLIED,
        mail=NEWS,
        tells_actor=True,
        why=HAS_APPLIED,
    ),
    Route(
        "organisation_approved",
        ApplicationDecided,
        answers("approve"),
        addressee,
        APPROVED,
        mail=DECIDED,
        why=HAS_APPLIED,
    ),
    Route(
        "organisation_returned",
        ApplicationDecided,
        answers("return"),
        addressee,
        RETURNED,
        mail=DECIDED,
        why=HAS_APPLIED,
    ),
    Route(
        "organisation_refused",
        ApplicationDecided,
        answers("refuse"),
        addressee,
        REFUSED,
        mail=DECIDED,
        why=HAS_APPLIED,
    ),
    Route(
        "invitation_accepted", InvitationAnswered, is_accepted, addressee, SAID_YES, mail=NEWS, why=BELONGS
    ),
    Route("invitation_declined", InvitationAnswered, is_declined, addressee, SAID_NO, mail=NEWS, why=BELONGS),
    Route("role_given", RoleGiven, always, addressee, ROLE, mail="role_given", why=BELONGS),
    Route("membership_ended", MembershipEnded, always, addressee, ENDED, mail=NEWS, why=BELONGS),
    Route("organisation_mended", OrganisationChanged, by_staff, owners, MENDED, mail=NEWS, why=BELONGS),
    Route("organisation_silent", OrganisationSilent, always, owners, SILENT, why=BELONGS),
    Route("organisation_rescued", OrganisationRescued, always, owners, RESCUED, why=BELONGS),
    Route("organisation_archived", OrganisationArchived, always, belonging, CLOSED, mail=NEWS, why=BELONGS),
)
