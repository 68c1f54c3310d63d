"""What happens to ideas."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from participation.foundation.events import Act
from participation.ideas.models import Addition, Answer, Idea, IdeaMove, IdeaVersion, Merge


@dataclass(frozen=True, kw_only=True)
class IdeaMoved(Act):
    """A move was made; `answer` is the official answer that came with it."""

    idea: Idea
    move: IdeaMove
    answer: Answer | None = None

    @property
    def told_from(self) -> datetime | None:
        return self.move.told_from

    @property
    def facts(self) -> dict[str, Any]:
        return {"move": self.move.name, "reason": self.move.reason_code}


@dataclass(frozen=True, kw_only=True)
class IdeaAnsweredForNow(Act):
    """An interim answer has made a new promise."""

    idea: Idea
    answer: Answer

    @property
    def told_from(self) -> datetime | None:
        return self.answer.told_from


@dataclass(frozen=True, kw_only=True)
class IdeaMoveUndone(Act):
    """A move was taken back before anybody was told of it."""

    idea: Idea
    move: IdeaMove

    @property
    def facts(self) -> dict[str, Any]:
        return {"move": self.move.name}


@dataclass(frozen=True, kw_only=True)
class IdeaAnswerUndone(Act):
    """An interim answer was taken back before anybody was told of it; it is no more."""

    idea: Idea
    answer_id: int


@dataclass(frozen=True, kw_only=True)
class AnswerCorrected(Act):
    """A published answer says something else now; the earlier versions are kept."""

    idea: Idea
    answer: Answer


@dataclass(frozen=True, kw_only=True)
class IdeaTextChanged(Act):
    """A published idea's title, text, place or goal is another now; `is_material` when it matters.

    A mended spelling does not matter to those who support the idea.
    """

    idea: Idea
    is_material: bool = True


@dataclass(frozen=True, kw_only=True)
class IdeaAddedTo(Act):
    """The author has added to a published idea."""

    idea: Idea
    addition: Addition


@dataclass(frozen=True, kw_only=True)
class IdeaChangeProposed(Act):
    """So many support the idea that its changed text waits for a moderator."""

    idea: Idea
    version: IdeaVersion


@dataclass(frozen=True, kw_only=True)
class IdeaChangeRejected(Act):
    """A moderator has not agreed to a changed text; the old one counts."""

    idea: Idea
    version: IdeaVersion


@dataclass(frozen=True, kw_only=True)
class IdeaReviewConfirmed(Act):
    """Somebody has looked at an idea that was published unseen, and it stays."""

    idea: Idea


@dataclass(frozen=True, kw_only=True)
class _OfTwo:
    idea: Idea
    other: Idea

    @property
    def facts(self) -> dict[str, Any]:
        return {"other": self.other.id}


@dataclass(frozen=True, kw_only=True)
class IdeasLinked(_OfTwo, Act):
    """Two ideas refer to each other from now on."""


@dataclass(frozen=True, kw_only=True)
class IdeasUnlinked(_OfTwo, Act):
    """Two ideas do not refer to each other any more."""


@dataclass(frozen=True, kw_only=True)
class MergeObjected(Act):
    """An author does not want the own `idea` to be merged as planned."""

    idea: Idea
    merge: Merge

    @property
    def facts(self) -> dict[str, Any]:
        return {"merge": self.merge.id}


@dataclass(frozen=True, kw_only=True)
class AuthorsAgreed(Act):
    """An author has said whether both shall stand as authors of the `idea` that came of two."""

    idea: Idea
    merge: Merge
    agrees: bool

    @property
    def facts(self) -> dict[str, Any]:
        return {"merge": self.merge.id, "agrees": self.agrees}
