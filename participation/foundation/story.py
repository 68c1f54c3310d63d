"""News of a story that is acted at once: whoever would do something later, does it when it hears of this."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MomentActed:
    """Something has happened in the story, and the worker would now have its turn."""


@dataclass(frozen=True)
class StoryActed:
    """The story has come to its end, and the clock shows today again."""
