"""What can be needed."""

from enum import StrEnum

TITLE_LENGTH = 80


class NeedKind(StrEnum):
    """What is needed; GENERAL is to take part in the project as a whole."""

    GENERAL = "general"
    PEOPLE = "people"
    THING = "thing"
