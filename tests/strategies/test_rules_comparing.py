"""Two readings of a strategy are compared entry by entry, field by field."""

import pytest

from participation.strategies.rules.comparing import Change, compare
from participation.strategies.rules.documents import StrategyDocument
from participation.strategies.rules.reading import read_document
from tests.strategies.library import library


@pytest.mark.parametrize("name", ["vallensbaek-2022", "glostrup"])
def test_reading_twice_shows_no_difference(name: str) -> None:
    assert compare(read_document(library(name)), read_document(library(name))) == []


def test_first_loading_adds_everything(vallensbaek: StrategyDocument) -> None:
    changes = compare(None, vallensbaek)

    assert {change.kind for change in changes} == {"added"}
    assert sum(change.what == "goal" for change in changes) == 32
    assert {change.what for change in changes} >= {
        "strategy",
        "theme",
        "effort",
        "value",
        "foreword",
        "legal",
    }


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("Den position vil vi bevare", "Den vil vi bevare", ("changed", "goal", "dv3-m8", "text")),
        ("threshold: 80", "threshold: 90", ("changed", "goal", "dv3-m8", "target.threshold")),
        ("Hos os må græsset", "Her må græsset", ("changed", "theme", "dv2", "vision")),
        ("Her er der hjertevarme", "Her er hjertevarme", ("changed", "vision", "vision", "paragraphs")),
        ("Her er der noget helt", "Her er noget helt", ("changed", "foreword", "foreword", "lead")),
        (
            "last_year: 2025",
            "last_year: 2026",
            ("changed", "strategy", "vallensbaek-2022", "period.last_year"),
        ),
        ("højt til loftet", "lavt til loftet", ("changed", "value", "v4", "text")),
        ("Egeskov Byhave", "Egeskov", ("changed", "legal", "legal", "sections.4.parts.4.bullets")),
        ("number: 10", "number: 11", ("moved", "goal", "dv5-m10", "number")),
    ],
)
def test_a_changed_file_shows_its_difference(
    vallensbaek: StrategyDocument, before: str, after: str, change: tuple[str, ...]
) -> None:
    text = library("vallensbaek-2022")
    assert before in text

    [found] = compare(vallensbaek, read_document(text.replace(before, after)))

    assert (found.kind, found.what, found.key, found.field) == change
    assert found.before != found.after


def test_goals_that_come_go_and_move_are_told_apart(vallensbaek: StrategyDocument) -> None:
    first, second, *others = vallensbaek.themes
    *kept, gone = first.goals
    new = gone.model_copy(update={"key": "dv1-m9", "number": 9})
    changed = vallensbaek.model_copy(
        update={
            "themes": (
                first.model_copy(update={"goals": (*kept[1:], new)}),
                second.model_copy(
                    update={"goals": (*second.goals, kept[0].model_copy(update={"number": 6}))}
                ),
                *others,
            )
        }
    )

    assert compare(vallensbaek, changed) == [
        Change("added", "goal", "dv1-m9", after=gone.text),
        Change("moved", "goal", "dv1-m1", "theme", "dv1", "dv2"),
        Change("moved", "goal", "dv1-m1", "number", "1", "6"),
        Change("removed", "goal", "dv1-m4", before=gone.text),
    ]
