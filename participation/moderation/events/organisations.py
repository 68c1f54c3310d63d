"""What is done about associations."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.moderation.models import ModerationEntry
from participation.organisations.models import Organisation


@dataclass(frozen=True, kw_only=True)
class OrganisationHidden(Act):
    """An association's name is hidden; `person_id`, who answers for it, is told by which rule."""

    organisation: Organisation
    entry: ModerationEntry
    person_id: int | None

    @property
    def subject_title(self) -> str:
        return self.organisation.name

    @property
    def subject_place(self) -> str:
        return f"beslutninger/{self.entry.id}"

    @property
    def facts(self) -> dict[str, Any]:
        return {"reason": self.entry.reason_code}


@dataclass(frozen=True, kw_only=True)
class OrganisationShown(Act):
    """An association can be seen again; who answers for it is told, if not by the answer to an appeal."""

    organisation: Organisation
    entry: ModerationEntry
    person_id: int | None
    is_appealed: bool = False

    @property
    def subject_title(self) -> str:
        return self.organisation.name

    @property
    def subject_place(self) -> str:
        return "min-side"
