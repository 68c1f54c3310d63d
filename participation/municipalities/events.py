"""What administrators decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from participation.foundation.events import Act
from participation.municipalities.models import Municipality, Reason


@dataclass(frozen=True, kw_only=True)
class SettingsChanged(Act):
    """Names or settings of the municipality are others now; `names` are those that were changed."""

    municipality: Municipality
    names: tuple[str, ...]

    @property
    def facts(self) -> dict[str, Any]:
        return {"settings": sorted(self.names)}


@dataclass(frozen=True, kw_only=True)
class TextChanged(Act):
    """One of the municipality's texts says something else."""

    municipality: Municipality
    kind: str

    @property
    def facts(self) -> dict[str, Any]:
        return {"text": self.kind}


@dataclass(frozen=True, kw_only=True)
class ReasonChanged(Act):
    """A reason was added, says something else, or stands in another place."""

    reason: Reason

    @property
    def facts(self) -> dict[str, Any]:
        return {"reason": self.reason.code}


@dataclass(frozen=True)
class MunicipalityFilled:
    """A load has made what this feature holds; who makes more of it counts that in `others`, by name."""

    answers: Sequence[Mapping[str, str]]
    others: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class MunicipalityLoaded(Act):
    """What a municipality lacked was made for it: so many settings, reasons, texts, and `others` by name."""

    municipality: Municipality
    is_new: bool
    settings: int
    reasons: int
    texts: int
    others: Mapping[str, int]

    @property
    def facts(self) -> dict[str, Any]:
        own = {name: getattr(self, name) for name in ("is_new", "settings", "reasons", "texts")}
        return own | dict(self.others)


@dataclass(frozen=True, kw_only=True)
class EmergencySwitched(Act):
    """Everything new is held, or not any more; nobody new gets an account, or everybody again."""

    municipality: Municipality
    holds_everything: bool
    is_sign_up_closed: bool

    @property
    def facts(self) -> dict[str, Any]:
        return {"holds_everything": self.holds_everything, "is_sign_up_closed": self.is_sign_up_closed}
