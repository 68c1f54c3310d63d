"""What staff does at the desk besides moving ideas, and what colleagues answer."""

from dataclasses import dataclass
from typing import Any

from participation.cases.models import Case
from participation.foundation.events import Act
from participation.ideas.models import Idea
from participation.triage.models import AnswerTemplate, Contribution, Note


@dataclass(frozen=True, kw_only=True)
class NoteWritten(Act):
    """A note on a case was written, or changed by its author."""

    note: Note
    case: Case
    is_new: bool

    @property
    def facts(self) -> dict[str, Any]:
        return {"is_new": self.is_new}


@dataclass(frozen=True, kw_only=True)
class ContributionAsked(Act):
    """A colleague is asked for a contribution to an idea."""

    contribution: Contribution
    idea: Idea


@dataclass(frozen=True, kw_only=True)
class ContributionWithdrawn(Act):
    """A contribution is not asked for any more."""

    contribution: Contribution
    idea: Idea


@dataclass(frozen=True, kw_only=True)
class ContributionGiven(Act):
    """A colleague without an account has answered by the link, or changed the answer.

    It does not name its idea as such: news of it lead to the case, and are for staff alone.
    """

    contribution: Contribution

    @property
    def subject_title(self) -> str:
        return self.contribution.idea.title

    @property
    def subject_place(self) -> str:
        return f"opgaver/{self.contribution.idea_id}#noter"


@dataclass(frozen=True, kw_only=True)
class TemplateChanged(Act):
    """A template of answers was added, says something else, or was retired."""

    template: AnswerTemplate

    @property
    def facts(self) -> dict[str, Any]:
        return {"version": self.template.version, "is_active": self.template.is_active}
