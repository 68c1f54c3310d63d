"""What the worker does for accounts: forgetting codes and sign-ins that time has ended."""

from flask.cli import AppGroup

from participation.accounts.services import codes, sessions
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.web import limits, worker
from participation.web.places import everywhere

commands = AppGroup("accounts", help="Accounts: tidy up.")


@commands.command("forget")
def forget() -> None:
    """Drop what is old, in every municipality, as the worker does each hour."""
    for place in everywhere():
        with municipality_context(place.municipality_id):
            forget_old()
            db.session.commit()


def forget_old() -> None:
    """Codes, sign-ins and counted tries that can no longer matter."""
    codes.forget_codes()
    sessions.forget_sign_ins()
    limits.forget_old()


worker.register(every=3600, work=forget_old)
