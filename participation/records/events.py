"""What was taken out of the system, and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from participation.foundation.events import Act
from participation.ideas.models import Idea


@dataclass(frozen=True, kw_only=True)
class ListExported(Act):
    """A list was taken out as a table; `filters` are what the address asked for."""

    list_name: str
    format_name: str
    filters: Mapping[str, str]
    rows: int

    @property
    def facts(self) -> dict[str, Any]:
        """The words of a search are somebody's words, so that they were searched for is all that is said."""
        codes = {name: value for name, value in self.filters.items() if name != "q"}
        return {
            "list": self.list_name,
            "format": self.format_name,
            "rows": self.rows,
            "is_searched": "q" in self.filters,
            "filters": codes,
        }


@dataclass(frozen=True, kw_only=True)
class CaseFileExported(Act):
    """A case was taken out as a file."""

    idea: Idea
    format_name: str

    @property
    def facts(self) -> dict[str, Any]:
        return {"format": self.format_name}


@dataclass(frozen=True, kw_only=True)
class CaseJournalised(Act):
    """A case was given its number in the municipality's own journal, or another one, or none."""

    idea: Idea
    has_number: bool

    @property
    def facts(self) -> dict[str, Any]:
        return {"has_number": self.has_number}
