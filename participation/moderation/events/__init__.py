"""What moderation does, and what readers ask of it."""

from dataclasses import dataclass
from typing import Any

from participation.discussions.models import Comment
from participation.foundation.events import Act
from participation.ideas.models import Idea
from participation.moderation.models import Appeal, Deletion, Matter, ModerationEntry

Content = Idea | Comment


@dataclass(frozen=True, kw_only=True)
class ContentHidden(Act):
    """An idea or a comment is hidden; `person_id` wrote it and is told by which rule."""

    content: Content
    entry: ModerationEntry
    person_id: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"reason": self.entry.reason_code}


@dataclass(frozen=True, kw_only=True)
class ContentShown(Act):
    """An idea or a comment is shown again; its writer is told, if not by the answer to an appeal."""

    content: Content
    entry: ModerationEntry
    person_id: int
    is_appealed: bool = False


@dataclass(frozen=True, kw_only=True)
class DiscussionClosed(Act):
    """An idea takes no comments for the time being; `person_id`, its author, is told why."""

    idea: Idea
    entry: ModerationEntry
    person_id: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"reason": self.entry.reason_code}


@dataclass(frozen=True, kw_only=True)
class DiscussionOpened(Act):
    """An idea takes comments again."""

    idea: Idea
    entry: ModerationEntry
    person_id: int
    is_appealed: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonSuspended(Act):
    """Somebody may write nothing until the entry's end, and is told why."""

    entry: ModerationEntry
    person_id: int

    @property
    def subject_place(self) -> str:
        return f"beslutninger/{self.entry.id}"

    @property
    def facts(self) -> dict[str, Any]:
        assert self.entry.until is not None
        return {"reason": self.entry.reason_code, "until": self.entry.until.isoformat()}


@dataclass(frozen=True, kw_only=True)
class SuspensionLifted(Act):
    """Somebody may write again before the time was over."""

    entry: ModerationEntry
    person_id: int
    is_appealed: bool = False

    @property
    def subject_place(self) -> str:
        return "min-side"


@dataclass(frozen=True, kw_only=True)
class ReportMade:
    """A reader has reported something; a matter has one case, however many report it."""

    matter: Matter


@dataclass(frozen=True, kw_only=True)
class ReportSettled(Act):
    """A matter has ended; those who reported it are told how."""

    matter: Matter

    @property
    def subject_title(self) -> str:
        return self.matter.case.subject_title

    @property
    def subject_place(self) -> str:
        return f"anmeldelser/{self.matter.id}"

    @property
    def facts(self) -> dict[str, Any]:
        return {"outcome": self.matter.outcome}


@dataclass(frozen=True, kw_only=True)
class ReportUndone:
    """What was done because of reports has been undone after an appeal; those who reported hear of it."""

    matter: Matter

    @property
    def subject_title(self) -> str:
        return self.matter.case.subject_title

    @property
    def subject_place(self) -> str:
        return f"anmeldelser/{self.matter.id}"


@dataclass(frozen=True, kw_only=True)
class AppealMade(Act):
    """The person concerned asks that another colleague looks at it again."""

    appeal: Appeal

    @property
    def subject_title(self) -> str:
        return self.appeal.case.subject_title

    @property
    def subject_place(self) -> str:
        return self.appeal.place


@dataclass(frozen=True, kw_only=True)
class AppealAssigned:
    """A colleague, `person_id`, is asked to look at it."""

    appeal: Appeal
    person_id: int

    @property
    def subject_title(self) -> str:
        return self.appeal.case.subject_title

    @property
    def subject_place(self) -> str:
        return self.appeal.case.place


@dataclass(frozen=True, kw_only=True)
class AppealDecided(Act):
    """The colleague has answered."""

    appeal: Appeal
    entry: ModerationEntry
    person_id: int

    @property
    def subject_title(self) -> str:
        return self.appeal.case.subject_title

    @property
    def subject_place(self) -> str:
        return self.appeal.place

    @property
    def facts(self) -> dict[str, Any]:
        return {"verdict": self.appeal.verdict}


@dataclass(frozen=True, kw_only=True)
class DeletionProposed(Act):
    """A colleague proposes to delete something for good."""

    deletion: Deletion

    @property
    def facts(self) -> dict[str, Any]:
        return {"reason": self.deletion.reason_code}


@dataclass(frozen=True, kw_only=True)
class DeletionDeclined(Act):
    """It stands: another colleague said no, or who proposed it took it back."""

    deletion: Deletion


@dataclass(frozen=True, kw_only=True)
class ContentErased(Act):
    """Something is deleted for good; `person_id`, who wrote it or is called so, is told on what ground."""

    deletion: Deletion
    entry: ModerationEntry
    person_id: int | None

    @property
    def subject_place(self) -> str:
        return "moderering"

    @property
    def facts(self) -> dict[str, Any]:
        return {"reason": self.deletion.reason_code}
