"""What happens to cases: who has them, and how their promises stand."""

from dataclasses import dataclass
from typing import Any

from participation.cases.models import Case, CaseHandover
from participation.foundation.events import Act


@dataclass(frozen=True, kw_only=True)
class _OfCase:
    case: Case

    @property
    def subject_title(self) -> str:
        return self.case.subject_title

    @property
    def subject_place(self) -> str:
        return self.case.place


@dataclass(frozen=True, kw_only=True)
class CaseClaimed(_OfCase, Act):
    """Somebody has taken the case."""

    handover: CaseHandover


@dataclass(frozen=True, kw_only=True)
class CaseAssigned(_OfCase, Act):
    """Somebody has given the case to the person of `person_id`, alone or as one of many."""

    handover: CaseHandover
    person_id: int
    is_one_of_many: bool = False

    @property
    def facts(self) -> dict[str, Any]:
        return {"to": self.person_id, "reason": self.handover.reason.value}


@dataclass(frozen=True, kw_only=True)
class CaseReleased(_OfCase, Act):
    """The case is nobody's again."""

    handover: CaseHandover


@dataclass(frozen=True, kw_only=True)
class CaseGivenBack(_OfCase, Act):
    """A handover was taken back: the case is with whoever had it before."""

    handover: CaseHandover


@dataclass(frozen=True, kw_only=True)
class PromiseNears(_OfCase):
    """The promise of a case falls soon; `person_id` owns it."""

    person_id: int


@dataclass(frozen=True, kw_only=True)
class PromisesNear:
    """The promises of several cases of `person_id` fall soon."""

    person_id: int
    subject_place: str = "opgaver/?owner=mine"


@dataclass(frozen=True, kw_only=True)
class PromiseFell(_OfCase):
    """The promise of a case has fallen, and it still waits."""


@dataclass(frozen=True, kw_only=True)
class PromisesFell:
    """The promises of several cases have fallen, and they still wait."""

    subject_place: str = "opgaver/?overdue=1"
