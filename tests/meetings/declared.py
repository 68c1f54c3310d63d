"""What arrangements declare to the tests of the architecture."""

from tests.factories.meetings import MeetingFactory, SignUpFactory

WITHOUT_QUESTION = {
    "meetings.cancel_all_of": "follows from cancelling the project, which was asked for",
    "meetings.forget": "the clock's own work",
    "meetings.remind": "the clock's own work",
    "meetings.withdraw_everywhere": "part of closing an account, which has asked",
}
ROWS = {"meeting_id": lambda: MeetingFactory().id, "sign_up_id": lambda: SignUpFactory().id}
QUIET_COMMANDS = {
    "meetings.forget_everywhere": "housekeeping: what time has ended",
    "meetings.remind_everywhere": "tells what the clock says; nobody decides anything",
}
PLACES = ("/kalender/", "/kalender/?when=past")
