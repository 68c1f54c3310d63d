"""What volunteering declares to the tests of the architecture."""

from tests.factories.volunteering import NeedFactory, VolunteerFactory

WITHOUT_QUESTION = {
    "volunteering.general_need": "part of joining or of closing, which asks",
    "volunteering.leave_everything": "part of closing an account, which has asked",
}
ROWS = {"need_id": lambda: NeedFactory().id, "volunteer_id": lambda: VolunteerFactory().id}
PLACES = ("/det-er-jeg-med-i",)
