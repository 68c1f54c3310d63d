"""The two municipalities' starting settings have the same shape and say everything in both languages."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from participation import municipalities

LIBRARY = Path(municipalities.__file__).parent / "library"
MOVES = {"return", "refuse", "decline"}


def starting(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((LIBRARY / f"{name}.yaml").read_text(encoding="utf-8"))
    return content


def shape(part: object) -> object:
    if isinstance(part, dict):
        return {name: shape(value) for name, value in part.items()}
    return [shape(item) for item in part] if isinstance(part, list) else type(part)


def languages(part: object) -> list[set[str]]:
    """The languages of every translated part."""
    if isinstance(part, list):
        return [found for item in part for found in languages(item)]
    if not isinstance(part, dict):
        return []
    here = [set(part)] if {"da", "en"} & set(part) else []
    return here + [found for value in part.values() for found in languages(value)]


def test_both_have_the_same_shape() -> None:
    assert shape(starting("vallensbaek")) == shape(starting("glostrup"))


@pytest.mark.parametrize("name", ["vallensbaek", "glostrup"])
def test_everything_is_said_in_both_languages(name: str) -> None:
    found = languages(starting(name))

    assert len(found) > 20
    assert all(translated == {"da", "en"} for translated in found)


@pytest.mark.parametrize("name", ["vallensbaek", "glostrup"])
def test_every_move_that_needs_a_reason_has_some_and_codes_are_unique(name: str) -> None:
    reasons = starting(name)["reasons"]
    codes = [reason["code"] for reason in reasons]

    assert len(codes) == len(set(codes))
    assert {move for reason in reasons for move in reason["moves"]} == MOVES


@pytest.mark.parametrize(("name", "other"), [("vallensbaek", "Glostrup"), ("glostrup", "Vallensbæk")])
def test_no_text_names_the_other_municipality(name: str, other: str) -> None:
    assert other not in (LIBRARY / f"{name}.yaml").read_text(encoding="utf-8")
