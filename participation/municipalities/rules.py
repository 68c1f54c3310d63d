"""What a municipality decides for itself, with its limits."""

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from participation.foundation.text import N_

WHITE_CONTRAST = 4.5
Text = Annotated[str, Field(max_length=500)]


class MunicipalitySettings(BaseModel):
    """The settings, with defaults that a small municipality can live with.

    `review_working_days` counts working days; `answer_days` and `support_days` count calendar days;
    `closed_weeks` are ISO week numbers that the answer promise skips; `least_age` is in years.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    site_name: Text = ""
    accent: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")] = "#1d5c4d"
    contact_phone: Text = ""
    contact_email: Text = ""
    contact_address: Text = ""
    contact_hours: Text = ""
    contact_is_invented: bool = False
    accessibility_url: Text = ""
    fault_report_url: Text = ""
    review_working_days: Annotated[int, Field(ge=1, le=30)] = 3
    answer_days: Annotated[int, Field(ge=7, le=180)] = 30
    support_days: Annotated[int, Field(ge=14, le=365)] = 90
    closed_weeks: tuple[Annotated[int, Field(ge=1, le=53)], ...] = ()
    review: Literal["before", "after"] = "before"
    least_age: Annotated[int, Field(ge=0, le=18)] = 15


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
