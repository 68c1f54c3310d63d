"""What happens to ideas."""

from dataclasses import dataclass

from participation.foundation.actors import Actor
from participation.ideas.models import Addition, Answer, Idea, IdeaMove, IdeaVersion


@dataclass(frozen=True)
class IdeaMoved:
    """A move was made; `answer` is the official answer that came with it."""

    idea: Idea
    move: IdeaMove
    actor: Actor
    answer: Answer | None = None


@dataclass(frozen=True)
class IdeaAnsweredForNow:
    """An interim answer has made a new promise."""

    idea: Idea
    answer: Answer
    actor: Actor


@dataclass(frozen=True)
class IdeaTextChanged:
    """A published idea's title, text, place or goal is another now; `is_material` when it matters.

    A mended spelling does not matter to those who support the idea.
    """

    idea: Idea
    actor: Actor
    is_material: bool = True


@dataclass(frozen=True)
class IdeaAddedTo:
    """The author has added to a published idea."""

    idea: Idea
    addition: Addition
    actor: Actor


@dataclass(frozen=True)
class IdeaChangeProposed:
    """So many support the idea that its changed text waits for a moderator."""

    idea: Idea
    version: IdeaVersion
    actor: Actor


@dataclass(frozen=True)
class IdeaChangeRejected:
    """A moderator has not agreed to a changed text; the old one counts."""

    idea: Idea
    version: IdeaVersion
    actor: Actor
