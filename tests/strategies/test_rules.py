"""The two real strategies say, word for word and completely, what the municipalities say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from participation.strategies.rules.documents import EffortDocument, GoalDocument, StrategyDocument
from participation.strategies.rules.reading import read_document
from tests.strategies.library import library

ORIGINALS = Path(__file__).parent / "data"

VALLENSBAEK = ("vallensbaek-2022", "vallensbaek-udviklingsstrategi-2022")
GLOSTRUP = ("glostrup", "glostrup-det-vil-vi-med-glostrup")
BOTH = pytest.mark.parametrize(("name", "original"), [VALLENSBAEK, GLOSTRUP])

# Words that are in a file and not in the original, each with its reason.
ELSEWHERE = {
    "Livskvalitet og sundhed går hånd i hånd. Vallensbæk skal støtte borgerne og lette vejen til gode vaner "
    "og høj livskvalitet.": "from the municipality's page, see the note on the motto of theme 3",
    "... og udfolde sig": "the end of a sentence; the dots are the editors'",
}

# What is in an original and in no file: page furniture, labels, remains of the extraction, bullets
# (and the colons before them).
LEFT_OUT = {
    "vallensbaek-2022": [
        "kommuneplanstrategi2022", "påvegneaf", "henrikrasmussssen5", "delvision18t", "►vision",
        "eugesejdpåabejdsaesikofor,atdeikkefårenuddanmarkedet.►mål", "►indsatser",
        "kommuneplanstrategi20229", "delvision2kommuneplanstrategi2022", "►vision", "►mål",
        "►indsatser", "11kommuneplanstrategi2022►vision", "►mål", "►indsatser", "13►vision", "14",
        "delvision4", "udvik►mål", "►indsatser", "delvision5►vision", "kommuneplanstrategi2022►mål",
        "►indsatser",
        "►målbørn,dertrivesogermotiverede,lærerbedst!viskalunderstøttenysgerrigheden,ogviskalinspirere,sti"
        "sprogligeuddgodesamtalgangstone.vivilhaveu",
        "ågræssetbetrædes!►", "•", "•", "•", "•", "•", "•",
    ],
    "glostrup": [
        'vibrugercookiesvedatbrugesitetaccepteredudette."nejtaktilcookies"læsvorescookiepolitik',
        "udfordringer•", *["•"] * 7, "mål1.", *[f"{number}." for number in range(2, 16)],
    ],
}  # fmt: skip

EDITORIAL = {
    "key", "municipality", "language", "schema_version", "legal_type", "predecessor", "slogan", "adopted",
    "period", "source", "note", "notes", "title_note", "motto_note", "target", "places", "named_values",
    "sentences", "indicators",
}  # fmt: skip


def joined(text: str) -> str:
    """Without spaces, line breaks and hyphens, which the columns of the original put anywhere."""
    return re.sub(r"[\s-]", "", text)


def squeezed(text: str) -> str:
    """The same without case: headings and mottoes are printed in capitals."""
    return joined(text).casefold()


def verbatim(part: object) -> Iterator[str]:
    """Every text of a document that is the municipality's own."""
    if isinstance(part, dict):
        hidden = EDITORIAL | ({"title"} if part.get("title_editorial") else set())
        for name, value in part.items():
            yield from () if name in hidden else verbatim(value)
    elif isinstance(part, tuple):
        for item in part:
            yield from verbatim(item)
    elif isinstance(part, str):
        yield part


@BOTH
def test_every_text_is_the_municipality_s_and_none_is_lost(name: str, original: str) -> None:
    words = rest = squeezed((ORIGINALS / f"{original}.txt").read_text(encoding="utf-8"))
    texts = set(verbatim(read_document(library(name)).model_dump())) - set(ELSEWHERE)

    for text in sorted(texts, key=lambda text: (-len(text), text)):
        assert squeezed(text) in words, text
        rest = rest.replace(squeezed(text), "|", 1)

    assert [left for left in rest.split("|") if left] == LEFT_OUT[name]


@BOTH
def test_capitals_are_the_original_s_but_for_headings_and_mottoes(name: str, original: str) -> None:
    words = joined((ORIGINALS / f"{original}.txt").read_text(encoding="utf-8"))
    document = read_document(library(name))
    headings = {text for theme in document.themes for text in (theme.title, theme.motto)}
    tasks = {task.title for task in document.core_tasks.items} if document.core_tasks else set()

    texts = set(verbatim(document.model_dump())) - set(ELSEWHERE) - headings - tasks

    assert [text for text in texts if joined(text) not in words] == []


@BOTH
def test_named_places_slogan_and_target_phrases_stand_in_the_original(name: str, original: str) -> None:
    document, words = (
        read_document(library(name)),
        squeezed((ORIGINALS / f"{original}.txt").read_text("utf-8")),
    )
    aims: list[GoalDocument | EffortDocument] = [*document.all_goals, *document.all_efforts]

    assert document.slogan
    assert squeezed(document.slogan.text) in words
    for aim in aims:
        phrases = aim.target.phrase.split("...") if aim.target else []
        assert all(squeezed(words_of) in squeezed(aim.text) for words_of in [*phrases, *aim.places]), aim.key
    assert all(
        squeezed(value) in words for value in (document.vision.named_values if document.vision else ())
    )


def test_vallensbaek_is_complete(vallensbaek: StrategyDocument) -> None:
    assert [len(theme.goals) for theme in vallensbaek.themes] == [4, 5, 9, 4, 10]
    assert len(vallensbaek.all_goals) == 32
    assert len(vallensbaek.all_efforts) == 29
    assert vallensbaek.values
    assert len(vallensbaek.values.items) == 4
    assert vallensbaek.legal
    assert len(vallensbaek.legal.sections) == 4
    quantified = {
        goal.key for goal in vallensbaek.all_goals if goal.target and goal.target.kind == "quantified"
    }
    assert quantified == {"dv3-m8", "dv5-m2", "dv5-m9"}


def test_glostrup_is_complete(glostrup: StrategyDocument) -> None:
    assert glostrup.municipality == "0161"
    assert len(glostrup.challenges) == 8
    assert len(glostrup.all_goals) == 15
    assert glostrup.core_tasks
    assert [task.title for task in glostrup.core_tasks.items] == [
        "Mestring",
        "Udfoldelse",
    ]


def test_titles_of_goals_and_of_theme_three_are_marked_as_the_editors(
    vallensbaek: StrategyDocument, glostrup: StrategyDocument
) -> None:
    assert all(goal.title_editorial for goal in (*vallensbaek.all_goals, *glostrup.all_goals))
    assert [theme.number for theme in vallensbaek.themes if theme.title_editorial] == [3]


def test_a_document_cannot_be_changed(glostrup: StrategyDocument) -> None:
    with pytest.raises(ValueError, match="frozen"):
        glostrup.title = "Noget andet"
