"""The four answers to “Did it help?”."""

from enum import StrEnum

from participation.foundation.text import N_

# The longest line, beside the long texts.
LINE = 300


class Helped(StrEnum):
    """Whether it helped, as somebody sees it who wanted it or took part."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNSURE = "unsure"

    @property
    def takes_reason(self) -> bool:
        """Whether somebody answers what is written beside it."""
        return self is Helped.NO


ANSWERS = {
    Helped.YES: N_("Yes, it helped"),
    Helped.PARTLY: N_("Partly"),
    Helped.NO: N_("No, it did not help"),
    Helped.UNSURE: N_("I don't know"),
}
