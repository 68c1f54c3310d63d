"""The small parts of a strategy file: words, dates, headed texts, targets and the legal part."""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any, Literal, Self
from unicodedata import category

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from participation.foundation.text import N_


def _tidy(value: Any) -> Any:
    """A text without white space around its lines, and with one empty line at most between two of them."""
    if not isinstance(value, str):
        return value
    lines = [line.strip(" \t") for line in re.split(r"\r\n|\r|\n", value)]
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return "".join(sign for sign in joined if sign == "\n" or category(sign) not in {"Cc", "Cs"})


def _tidy_line(value: Any) -> Any:
    return re.sub(r"[ \t\r\n]+", " ", _tidy(value)) if isinstance(value, str) else value


def _by_paragraph(value: Any) -> Any:
    """A text with an empty line in it is two, as it is in every form but YAML."""
    if not isinstance(value, list | tuple):
        return value
    parts = (_tidy(each).split("\n\n") if isinstance(each, str) else [each] for each in value)
    return [part for each in parts for part in each]


Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Line = Annotated[str, BeforeValidator(_tidy_line), StringConstraints(pattern=r"\S", max_length=200)]
Text = Annotated[str, BeforeValidator(_tidy), StringConstraints(pattern=r"\S", max_length=10_000)]
Address = Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=500)]
Number = Annotated[int, Field(ge=1, le=999)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_by_paragraph)]

PERIOD_BACKWARDS = N_("The period ends before it begins.")
ONE_OF_TWO = N_("Give either a paragraph or bullets.")
THRESHOLD_MISSING = N_("A quantified target needs a comparison, a threshold and a unit.")


def refusal(message: str, place: str = "") -> PydanticCustomError:
    """An error of the file's own rules; the place is a key to be found in the file."""
    return PydanticCustomError("own_rule", "{message}", {"message": message, "place": place})


class Part(BaseModel):
    """A named part of the file: nothing unknown, nothing changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Slogan(Part):
    """The strategy in one line."""

    text: Line
    note: Text | None = None


class Adoption(Part):
    """When the strategy was adopted, and by whom."""

    date: datetime.date
    by: Line
    note: Text | None = None


class Period(Part):
    """The calendar years the strategy is meant for; unknown where the document does not say."""

    first_year: Year | None = None
    last_year: Year | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.first_year and self.last_year and self.last_year < self.first_year:
            raise refusal(PERIOD_BACKWARDS)
        return self


class Source(Part):
    """Where the document can be read."""

    title: Line
    url: Address


class Signature(Part):
    """Who signed a text."""

    name: Line
    role: Line
    on_behalf_of: Line | None = None


class Prose(Part):
    """A headed text in paragraphs."""

    title: Line
    lead: Text | None = None
    paragraphs: Texts = ()
    signature: Signature | None = None


class Vision(Prose):
    """What the municipality wants to become."""

    named_values: tuple[Line, ...] = ()


class Target(Part):
    """What the text says is to be reached; a directional target has no number."""

    kind: Literal["quantified", "directional"]
    phrase: Line
    indicator: Line
    comparison: Literal["at_least", "at_most", "top_share"] | None = None
    threshold: Decimal | None = None
    unit: Line | None = None
    population: Line | None = None
    measured_by: Line | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _has_its_number(self) -> Self:
        measured = (self.comparison, self.threshold, self.unit)
        if self.kind == "quantified" and None in measured:
            raise refusal(THRESHOLD_MISSING)
        return self


class LegalPart(Part):
    """A paragraph or a list of bullets."""

    paragraph: Text | None = None
    bullets: Texts = ()

    @model_validator(mode="after")
    def _is_one_of_two(self) -> Self:
        if (self.paragraph is None) == (not self.bullets):
            raise refusal(ONE_OF_TWO)
        return self


class LegalSection(Part):
    """A stretch of the legal part, with or without a heading."""

    title: Line | None = None
    parts: Annotated[tuple[LegalPart, ...], Field(min_length=1)]


class Legal(Part):
    """What the law asks a strategy to say."""

    title: Line
    sections: Annotated[tuple[LegalSection, ...], Field(min_length=1)]
