"""What the checks of all features must know of this one."""

from participation.foundation.tenancy import current_municipality_id
from participation.organisations.services.inviting import MAIL, make_link
from participation.web.tokens import sealed
from tests.factories.organisations import InvitationFactory, MembershipFactory

ROWS = {
    "membership_id": lambda: MembershipFactory().id,
    "invitation_id": lambda: InvitationFactory().id,
    "invitation_token": lambda: sealed(
        MAIL, [current_municipality_id(), make_link(invitation=InvitationFactory())]
    ),
}
WITHOUT_QUESTION = {
    **dict.fromkeys(
        ("demo.apply_lately", "demo.found_organisation"),
        "the operator's command; each act goes through a service that asks",
    ),
    "ideas.require_voice": "part of sending, which has asked",
    "organisations.ask_silent": "the clock says it, to whom it concerns",
    "organisations.await_decision": "part of applying, which has asked, or the clock's",
    "organisations.hash_of": "a question",
    "organisations.is_silent": "a question",
    "organisations.make_link": "the worker writes a mail that somebody was allowed to send",
    **dict.fromkeys(
        (
            "organisations.addressed",
            "organisations.end",
            "organisations.join",
            "organisations.lock_people",
            "organisations.post",
            "organisations.require_other_owner",
            "organisations.succeed",
            "organisations.write_role",
        ),
        "part of an act on an organisation's people, which has asked",
    ),
}
PLACES = ("/min-side/foreninger",)
