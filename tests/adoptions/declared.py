"""What the checks of all features must know of this one."""

from tests.factories.adoptions import AgreementFactory, OfferFactory

ROWS = {"offer_id": lambda: OfferFactory().id, "agreement_id": lambda: AgreementFactory().id}
WITHOUT_QUESTION = {
    **dict.fromkeys(
        (
            "adoptions.write_status",
            "adoptions.await_decision",
            "adoptions.check_fresh",
            "adoptions.close_case",
        ),
        "part of an act on an offer, which has asked, or of what it follows from",
    ),
    **dict.fromkeys(
        ("demo.keep", "demo.offer", "demo.adopt", "demo.agree"),
        "the operator's command; each act goes through a service that asks",
    ),
    "adoptions.pass_over": "follows from what somebody was allowed to do with the idea",
    "adoptions.require_free": "part of agreeing, which has asked",
    "adoptions.close_reminders": "part of confirming or moving, which has asked",
    "adoptions.warn_of_end": "the clock says it, to whom it concerns",
}
