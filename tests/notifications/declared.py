"""What the checks of all features must know of this one."""

from tests.factories.notifications import NotificationFactory

ROWS = {"notification_id": lambda: NotificationFactory().id}
WITHOUT_QUESTION = {
    "notifications.post_on_monday": "the clock does it, for all of the staff",
    "notifications.note": "an event says that something happened; nobody asks for its news",
    "notifications.take_back": "follows from undoing, which was asked for",
    "notifications.tell_next": "the worker does it, for everybody",
    "notifications.next_due": "the worker does it, for everybody",
    "notifications.tell_page": "the worker does it, for everybody",
    "notifications.put_off": "the worker does it, for everybody",
    "notifications.refuse": "the sealed address in a mail is the permission",
    "notifications.forget": "follows from closing an account, which was asked for",
    "notifications.open_older": "part of a story that is acted, for everybody",
}
QUIET_COMMANDS = {
    "notifications.tell_everywhere": "housekeeping: what has been noted already",
    "notifications.post_everywhere": "counts what waits; nobody decides anything",
}
# Pages of a signed-in resident for the browser's checks.
PLACES = ("/beskeder", "/beskeder/post")
