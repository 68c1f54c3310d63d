"""What can be needed, and how somebody stands with it."""

from enum import StrEnum

TITLE_LENGTH = 80
MESSAGE_LENGTH = 300


class NeedKind(StrEnum):
    """What is needed; GENERAL is to take part in the project as a whole."""

    GENERAL = "general"
    PEOPLE = "people"
    THING = "thing"


class Place(StrEnum):
    """Whether a volunteer has a place, or is next when somebody leaves."""

    TAKEN = "taken"
    WAITING = "waiting"
