"""What was entered by staff, and what was claimed."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.ideas.models import Idea
from participation.papers.models import SupportSheet


@dataclass(frozen=True, kw_only=True)
class IdeaEntered(Act):
    """An idea that did not come by the site was entered."""

    idea: Idea

    @property
    def facts(self) -> dict[str, Any]:
        return {"channel": self.idea.channel, "received_on": self.idea.received_on}


@dataclass(frozen=True, kw_only=True)
class SheetEntered(Act):
    """A sheet of supports was entered: so many lines, of which so many counted."""

    sheet: SupportSheet
    idea: Idea
    lines: int
    counted: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"lines": self.lines, "counted": self.counted}


@dataclass(frozen=True, kw_only=True)
class SheetInvalidated(Act):
    """A whole sheet does not count any more."""

    sheet: SupportSheet
    supports: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"supports": self.supports}


@dataclass(frozen=True, kw_only=True)
class PaperClaimed(Act):
    """What a person had written by hand is their account's now."""

    person_id: int
    ideas: int
    supports: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"ideas": self.ideas, "supports": self.supports}
