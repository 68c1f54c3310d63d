"""Codes and sessions: how long, how many tries."""

from datetime import datetime, timedelta

from participation.accounts.models import SignIn
from participation.foundation.personal import has_cpr, has_email, has_phone
from participation.foundation.text import N_

CODE_DIGITS = 6
CODE_LIFE = timedelta(minutes=10)
CODE_TRIES = 5
# A code that the mail server kept back longer than this is not written any more.
LONGEST_WAIT = timedelta(hours=1)
ABSOLUTE_LIFE = timedelta(days=180)
IDLE_LIFE = timedelta(days=30)
STAFF_IDLE_LIFE = timedelta(hours=8)
# How exactly we note when somebody was last here.
SEEN_EVERY = timedelta(hours=1)
# What takes over an account asks for a sign-in as young as this.
FRESH_FOR = timedelta(minutes=15)
LONGEST_NAME = 60
SHORTEST_NAME = 2


def is_alive(sign_in: SignIn, moment: datetime) -> bool:
    """Whether the sign-in still counts: not too old, and not left alone for too long."""
    idle = STAFF_IDLE_LIFE if sign_in.person.is_staff else IDLE_LIFE
    return moment < sign_in.last_seen_at + idle and moment < sign_in.created_at + ABSOLUTE_LIFE


def is_fresh(sign_in: SignIn, moment: datetime) -> bool:
    """Whether the person proved just now who they are."""
    return moment < sign_in.created_at + FRESH_FOR


def refused_name(name: str) -> str | None:
    """Why a name cannot be shown to everybody, as a message id; None when it can."""
    if has_cpr(name):
        return N_("Your name is shown to everybody, so no CPR number can stand in it.")
    if "@" in name or has_email(name):
        return N_("Your name is shown to everybody, so it must not be an e-mail address.")
    if has_phone(name):
        return N_("Your name is shown to everybody, so no telephone number can stand in it.")
    return None
