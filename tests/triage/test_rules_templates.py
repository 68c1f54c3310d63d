"""What an answer owes its reader beyond a template: at least one sentence of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.triage.rules.templates import (
    fill,
    has_own_sentence,
    placeholders_in,
    unfilled_placeholders,
    unknown_placeholders,
)

TEMPLATE = (
    "Tak for idéen {idé}. Vi går videre med den, fordi den passer til målet {mål}.\n"
    "Du hører fra os senest {dato}. Vi tager den med i næste års budget."
)
VALUES = {"idé": "Flere træer, også ved stationen", "mål": "Grønt byliv", "dato": "12. maj 2026"}
OWN = "Ved stationen står der i dag kun tre træer tilbage."
WORDS = st.text(alphabet="abcdefghijæøå ", max_size=40)


def test_placeholders_are_filled_in_and_the_unknown_stay() -> None:
    assert fill("{Idé} og {mål}, {andet}", {"idé": "Træer", "mål": ""}) == "Træer og {mål}, {andet}"
    assert placeholders_in("{Idé} { mål } {idé}") == ["idé", "mål"]
    assert unknown_placeholders(TEMPLATE + " {beløb}") == ["beløb"]
    assert unfilled_placeholders("Kære {navn}, {beløb}") == ["navn"]


@given(WORDS, WORDS, WORDS)
def test_a_filled_template_is_never_enough(title: str, goal: str, day: str) -> None:
    values = {"idé": title, "mål": goal, "dato": day}
    assert not has_own_sentence(fill(TEMPLATE, values), [TEMPLATE], values)


@given(st.sampled_from(["start", "end", "line"]), WORDS)
def test_with_a_sentence_of_its_own_it_always_is(place: str, title: str) -> None:
    text = fill(TEMPLATE, VALUES | {"idé": title})
    whole = {"start": f"{OWN} {text}", "end": f"{text} {OWN}", "line": f"{text}\n{OWN}"}[place]
    assert has_own_sentence(whole, [TEMPLATE], VALUES | {"idé": title})


@pytest.mark.parametrize(
    "answer",
    [
        TEMPLATE,
        fill(TEMPLATE, VALUES),
        "Vi tager den med i næste års budget.",
        "VI TAGER DEN MED  I NÆSTE ÅRS BUDGET!",
        "Vi tager den nok med i næste års budget.",
        "Du hører fra os senest 3. juni.",
        "Du hører fra os senest en dag i næste måned.",
        fill(TEMPLATE, VALUES) + " Tak for det!",
    ],
)
def test_nearly_the_template_is_the_template(answer: str) -> None:
    assert not has_own_sentence(answer, [TEMPLATE], VALUES)


@pytest.mark.parametrize("answer", [OWN, "Vi gør det ikke, fordi vejen er statens.", f"Tak. {OWN}"])
def test_what_is_written_freely_is_enough(answer: str) -> None:
    assert has_own_sentence(answer, [TEMPLATE], VALUES)


def test_without_templates_everything_is_ones_own() -> None:
    assert has_own_sentence("Ja.", [], VALUES)
