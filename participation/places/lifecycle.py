"""How somebody stands with what has room for so many."""

from enum import StrEnum

MESSAGE_LENGTH = 300
SUBJECT_LENGTH = 120


class Place(StrEnum):
    """Whether somebody has a place, or is next when somebody leaves."""

    TAKEN = "taken"
    WAITING = "waiting"
