"""How ideas come in."""

from enum import StrEnum


class Channel(StrEnum):
    """How an idea came to the municipality, when it did not come by the site."""

    PAPER = "paper"
    TELEPHONE = "telephone"
    CLASS = "class"
    VISIT = "visit"
