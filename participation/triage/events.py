"""What happens at the desk."""

from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.triage.models import BulkAct


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
