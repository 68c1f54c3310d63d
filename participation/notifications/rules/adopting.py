"""The rows of the routing table about offers to carry ideas out, and about agreements."""

from participation.adoptions.events import (
    AgreementConfirmed,
    AgreementEnding,
    AgreementWritten,
    IdeaAdopted,
    OfferDecided,
    OfferMade,
    OfferPassedOver,
    OfferWithdrawn,
)
from participation.foundation.text import N_
from participation.notifications.lifecycle import Topic
from participation.notifications.rules.conditions import always, answers, becomes_part, by_side, has_ended
from participation.notifications.rules.recipients import acting, addressee, concerned, joining
from participation.notifications.rules.route import Route

MADE = N_("We have received your offer to carry an idea out.")
AGREED = N_("The municipality has agreed to your offer. The project is yours to run.")
RETURNED = N_("We need to know more about your offer to carry an idea out.")
REFUSED = N_("The municipality has not agreed to your offer to carry an idea out.")
PART = N_("Your offer is part of a project now.")
PASSED_OVER = N_("Thank you for offering. Others carry the idea out this time.")
ADOPTED = N_("Somebody carries the idea out: it has become a project.")
JOINED_AGREED = N_("The idea that you are in on has become a project.")
JOINED_REFUSED = N_("An offer that you are in on was not agreed to.")
JOINED_WITHDRAWN = N_("An offer that you are in on was taken back.")
JOINED_PASSED_OVER = N_("Others carry the idea out that you are in on.")
WRITTEN = N_("There is an agreement about your project to read and confirm.")
BY_MUNICIPALITY = N_("The municipality has confirmed the agreement about your project.")
BY_ORGANISATION = N_("The association has confirmed the agreement.")
ENDING = N_("The agreement about your project ends soon.")
ENDING_HERE = N_("An agreement that you have written ends soon.")
ACTS = N_("You get this mail because you may act for the association or group.")
JOINS = N_("You get this mail because you said that you are in on the offer.")
WROTE = N_("You get this mail because you have written the agreement.")
DECIDED, NEWS, AGREEMENT = "offer_decided", "offer_news", "agreement_news"

ROUTES = (
    Route("offer_made", OfferMade, always, addressee, MADE, mail=NEWS, tells_actor=True, why=ACTS),
    Route("offer_agreed", OfferDecided, answers("agree"), acting, AGREED, mail=DECIDED, why=ACTS),
    Route("offer_returned", OfferDecided, answers("return"), acting, RETURNED, mail=DECIDED, why=ACTS),
    Route("offer_refused", OfferDecided, answers("refuse"), acting, REFUSED, mail=DECIDED, why=ACTS),
    Route("offer_joined", OfferPassedOver, becomes_part, acting, PART, mail=NEWS, why=ACTS),
    Route(
        "offer_passed_over",
        OfferPassedOver,
        has_ended,
        acting,
        PASSED_OVER,
        mail="offer_passed_over",
        why=ACTS,
    ),
    Route("idea_adopted", IdeaAdopted, always, concerned, ADOPTED, Topic.PROGRESS),
    Route("joining_agreed", OfferDecided, answers("agree"), joining, JOINED_AGREED, mail=NEWS, why=JOINS),
    Route("joining_part", OfferPassedOver, becomes_part, joining, JOINED_AGREED, mail=NEWS, why=JOINS),
    Route("joining_refused", OfferDecided, answers("refuse"), joining, JOINED_REFUSED, mail=NEWS, why=JOINS),
    Route("joining_withdrawn", OfferWithdrawn, always, joining, JOINED_WITHDRAWN, mail=NEWS, why=JOINS),
    Route(
        "joining_passed_over", OfferPassedOver, has_ended, joining, JOINED_PASSED_OVER, mail=NEWS, why=JOINS
    ),
    Route("agreement_written", AgreementWritten, always, acting, WRITTEN, mail=AGREEMENT, why=ACTS),
    Route(
        "agreement_by_municipality",
        AgreementConfirmed,
        by_side("municipality"),
        acting,
        BY_MUNICIPALITY,
        mail=AGREEMENT,
        why=ACTS,
    ),
    Route(
        "agreement_by_organisation",
        AgreementConfirmed,
        by_side("organisation"),
        addressee,
        BY_ORGANISATION,
        mail=AGREEMENT,
        why=WROTE,
    ),
    Route("agreement_ending", AgreementEnding, always, acting, ENDING, mail=AGREEMENT, why=ACTS),
    Route(
        "agreement_ending_here", AgreementEnding, always, addressee, ENDING_HERE, mail=AGREEMENT, why=WROTE
    ),
)
