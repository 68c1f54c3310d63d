"""What a municipality decides for itself, with its limits."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from participation.foundation.errors import StaleVersion
from participation.foundation.text import N_

WHITE_CONTRAST = 4.5
TEXT_LANGUAGES = ("da", "en")
# What a reason can be given for; the moves themselves stand in the features above.
REASON_MOVES = {
    "return": N_("when an idea must be mended"),
    "refuse": N_("when an idea is not published"),
    "decline": N_("when an idea does not go forward"),
    "give_up": N_("when an idea comes to nothing after all"),
    "hide": N_("when something written is hidden"),
    "close": N_("when a discussion is closed"),
    "suspend": N_("when somebody may not write for a while"),
}
STALE = N_(
    "A colleague saved something here after you opened the page. Yours is not saved; nothing is overwritten."
    " Open the page in a new tab, see what is new, and write again what is still needed."
)
# In a text, the word in braces stands for the setting beside it.
FACTS = {
    "kommune": "name",
    "telefon": "contact_phone",
    "mail": "contact_email",
    "adresse": "contact_address",
    "praj": "fault_report_url",
    "alder": "least_age",
}
CLOSED_WEEKS = N_(
    "Write week numbers from 1 to 53 with commas between them, at most 12 of them, for example 29, 30, 52."
)
MOST_CLOSED_WEEKS = 12
Text = Annotated[str, Field(max_length=500)]


class MunicipalitySettings(BaseModel):
    """The settings, with defaults that a small municipality can live with.

    `review_working_days` and `appeal_working_days` count working days; `answer_days` and `support_days`
    count calendar days; `closed_weeks` are ISO week numbers that the answer promise skips; `least_age` is
    in years. `on_behalf` is how words on behalf of an organisation are signed: by it and the person, or by it
    alone. After `silent_months` without any of its owners an organisation counts as silent. After
    `nudge_weeks` without news, and again after `nudge_again_weeks`, a project's steward is asked for some.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    site_name: Text = ""
    accent: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")] = "#1d5c4d"
    contact_phone: Text = ""
    contact_email: Text = ""
    contact_address: Text = ""
    contact_hours: Text = ""
    contact_is_invented: bool = False
    appeal_address: Text = ""
    accessibility_url: Text = ""
    fault_report_url: Text = ""
    review_working_days: Annotated[int, Field(ge=1, le=30)] = 3
    appeal_working_days: Annotated[int, Field(ge=1, le=30)] = 10
    answer_days: Annotated[int, Field(ge=7, le=180)] = 30
    support_days: Annotated[int, Field(ge=14, le=365)] = 90
    closed_weeks: tuple[Annotated[int, Field(ge=1, le=53)], ...] = ()
    review: Literal["before", "after"] = "before"
    holds_everything: bool = False
    is_sign_up_closed: bool = False
    nudge_weeks: Annotated[int, Field(ge=2, le=26)] = 6
    nudge_again_weeks: Annotated[int, Field(ge=1, le=12)] = 3
    least_age: Annotated[int, Field(ge=0, le=18)] = 15
    on_behalf: Literal["both", "organisation"] = "both"
    silent_months: Annotated[int, Field(ge=3, le=60)] = 12


class StartingReason(BaseModel):
    """A reason code that a municipality starts with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: Annotated[str, Field(pattern=r"^[a-z][a-z_]{0,39}$")]
    moves: list[str]
    label_da: Annotated[str, Field(max_length=120)]
    label_en: Annotated[str, Field(max_length=120)]
    text_da: Text
    text_en: Text


class StartingAnswer(BaseModel):
    """A template of answers that a municipality starts with, in Danish as its answers are."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[str, Field(max_length=120)]
    act: Annotated[str, Field(max_length=32)] = ""
    reason_code: Annotated[str, Field(max_length=40)] = ""
    doing: str = ""
    why: str = ""
    next_steps: str = ""


class StartingPoint(BaseModel):
    """What a municipality starts with; the shape of the files in `library/`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: Literal[1]
    code: Annotated[str, Field(pattern=r"^[0-9]{4}$")]
    slug: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
    name: Annotated[str, Field(max_length=120)]
    short_name: Annotated[str, Field(max_length=80)]
    settings: dict[str, Any]
    reasons: list[StartingReason]
    texts: dict[Literal["rules", "privacy", "about"], dict[Literal["da", "en"], str]]
    answers: list[StartingAnswer] = []


def read_starting_point(content: str) -> StartingPoint:
    """The starting point in a file's text; ValueError or yaml.YAMLError when it is none."""
    start = StartingPoint.model_validate(yaml.safe_load(content))
    MunicipalitySettings.model_validate(start.settings)
    return start


def with_facts(text: str, facts: Mapping[str, Any]) -> str:
    """The text with `{telefon}` and the others as the settings have them now; other braces stay."""
    for word, name in FACTS.items():
        text = text.replace(f"{{{word}}}", str(facts[name]))
    return text


def require_version(seen: int, present: int) -> None:
    """Raise StaleVersion when the page was made from something else than what is there now."""
    if seen != present:
        raise StaleVersion(STALE)


def closed_weeks(words: str) -> tuple[int, ...] | None:
    """The weeks in `29, 30, 52`, rising and each once; None when they cannot be read, or are too many.

    A year without open weeks would have no day for an answer.
    """
    parts = [part.strip() for part in words.split(",") if part.strip()]
    if not all(re.fullmatch(r"[0-9]{1,2}", part) for part in parts):
        return None
    weeks = sorted({int(part) for part in parts})
    is_sound = len(weeks) <= MOST_CLOSED_WEEKS and all(1 <= week <= 53 for week in weeks)
    return tuple(weeks) if is_sound else None


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of `#rrggbb` with white, 1 to 21 (WCAG 2.2, relative luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)


def refused_colour(colour: str) -> str | None:
    """Why a colour cannot be the accent, as a message id; None when it can."""
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        return N_("Write the colour as # and six digits or letters a–f, for example #1d5c4d.")
    if contrast_with_white(colour) < WHITE_CONTRAST:
        return N_("White text on this colour is too hard to read. Choose a darker one.")
    return None


def shades(colour: str) -> dict[str, str]:
    """The accent with a darker shade for text and a light one for surfaces."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return {
        "accent": colour,
        "accent-strong": _hex(channel * 0.72 for channel in channels),
        "accent-soft": _hex(255 - (255 - channel) * 0.11 for channel in channels),
    }


def _hex(channels: object) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)  # type: ignore[attr-defined]
