"""The two municipalities' starting settings have the same shape and say everything in both languages."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from participation import municipalities
from participation.municipalities.rules import REASON_MOVES, MunicipalitySettings, refused_colour

LIBRARY = Path(municipalities.__file__).parent / "library"
SAID = {"label_da", "label_en", "text_da", "text_en"}
BOTH = pytest.mark.parametrize("name", ["vallensbaek", "glostrup"])


def starting(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((LIBRARY / f"{name}.yaml").read_text(encoding="utf-8"))
    return content


def shape(part: object) -> object:
    if isinstance(part, dict):
        return {name: shape(value) for name, value in part.items()}
    return [shape(item) for item in part] if isinstance(part, list) else type(part)


def test_both_have_the_same_shape() -> None:
    assert shape(starting("vallensbaek")) == shape(starting("glostrup"))


@BOTH
def test_settings_are_known_allowed_and_readable(name: str) -> None:
    settings = starting(name)["settings"]

    assert set(settings) == set(MunicipalitySettings.model_fields)
    assert MunicipalitySettings.model_validate(settings).site_name.startswith("Deltag i ")
    assert refused_colour(settings["accent"]) is None


@BOTH
def test_every_text_is_there_in_both_languages(name: str) -> None:
    texts = starting(name)["texts"]

    assert set(texts) == {"rules", "privacy", "about"}
    assert all(set(text) == {"da", "en"} and all(text.values()) for text in texts.values())
    settings = starting(name)["settings"]
    assert not any(settings["contact_phone"] in body for text in texts.values() for body in text.values())


@BOTH
def test_every_move_that_needs_a_reason_has_some_and_codes_are_unique(name: str) -> None:
    reasons = starting(name)["reasons"]
    codes = [reason["code"] for reason in reasons]

    assert len(codes) == len(set(codes))
    assert {move for reason in reasons for move in reason["moves"]} == set(REASON_MOVES)
    assert all(set(reason) == {"code", "moves", *SAID} for reason in reasons)


@pytest.mark.parametrize(("name", "other"), [("vallensbaek", "Glostrup"), ("glostrup", "Vallensbæk")])
def test_no_text_names_the_other_municipality(name: str, other: str) -> None:
    assert other not in (LIBRARY / f"{name}.yaml").read_text(encoding="utf-8")
