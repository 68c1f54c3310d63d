"""What staff does at the desk besides moving ideas, and what colleagues answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from participation.cases.models import Case
from participation.foundation.actors import Actor
from participation.foundation.events import Act
from participation.ideas.models import Idea, Merge
from participation.triage.models import AnswerTemplate, BulkAct, Contribution, Note


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
        return self.contribution.idea.safe_title

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


@dataclass(frozen=True, kw_only=True)
class _OfTwo:
    """About the `source` and the `idea` that it lives on in, or would."""

    idea: Idea
    source: Idea
    merge: Merge

    @property
    def facts(self) -> dict[str, Any]:
        return {"merge": self.merge.id, "source": self.source.id}


@dataclass(frozen=True, kw_only=True)
class IdeasMerged(_OfTwo, Act):
    """The `source` lives on in the `idea` from now on."""


@dataclass(frozen=True, kw_only=True)
class MergePlanned(_OfTwo, Act):
    """The authors are told that it will happen, and may object."""


@dataclass(frozen=True, kw_only=True)
class MergeCancelled(_OfTwo, Act):
    """It will not happen after all."""


@dataclass(frozen=True, kw_only=True)
class MergeUndone(_OfTwo, Act):
    """Both are ideas of their own again."""


@dataclass(frozen=True, kw_only=True)
class _OfOne:
    """What its author is told apart, who may not be allowed to see the other idea."""

    idea: Idea
    merge: Merge
    actor: Actor


@dataclass(frozen=True, kw_only=True)
class OwnIdeaMerged(_OfOne):
    """The author's own `idea` lives on in another."""


@dataclass(frozen=True, kw_only=True)
class OwnIdeaSeparated(_OfOne):
    """The author's own `idea`, which nobody else could read, is an idea of its own again."""


@dataclass(frozen=True, kw_only=True)
class _OfMany:
    """Besides the acts on each idea, which are acts of their own."""

    bulk: BulkAct
    changed: int
    refused: int

    @property
    def facts(self) -> dict[str, Any]:
        return {"move": self.bulk.name, "changed": self.changed, "refused": self.refused}


@dataclass(frozen=True, kw_only=True)
class BulkDone(_OfMany, Act):
    """One act was done to many cases, or to the next page of them."""


@dataclass(frozen=True, kw_only=True)
class BulkUndone(_OfMany, Act):
    """An act on many cases, or some of them, was taken back."""


@dataclass(frozen=True, kw_only=True)
class TasksGiven(Act):
    """The person of `person_id` is given many tasks at once, and told of it once, from `told_from` on."""

    bulk: BulkAct
    person_id: int
    told_from: datetime
    subject_place: str = "opgaver/?owner=mine"

    @property
    def facts(self) -> dict[str, Any]:
        return {"to": self.person_id}
