"""Each form holds all of a strategy: what is written and read again says the same."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.strategies.rules.comparing import compare
from participation.strategies.rules.documents import StrategyDocument
from participation.strategies.rules.formats.tables import read_table
from participation.strategies.rules.formats.trees import tree_of
from participation.strategies.rules.formats.writing import WRITERS
from participation.strategies.rules.reading import DocumentError, Problem, read_document

SIGNS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co"))
ODD = st.sampled_from(
    ["# a", "- b: c", "* d", "\\", "'=1", "=2", '"x"', "[1]", "{#k}", ";", "a\nb", "a\n\nb", "---"]
)
WORDS = (ODD | st.text(SIGNS, min_size=1, max_size=12)).map(lambda text: f"{text} ord")
LINES = WORDS.map(lambda text: text.replace("\n", " "))
OPTIONAL = st.none() | WORDS


def entry(number: int, **more: Any) -> Any:
    return st.fixed_dictionaries(
        {"key": st.just(f"part-{number}"), "number": st.just(number), "title": LINES, **more}
    )


def statement(number: int) -> Any:
    return entry(number, text=WORDS, places=st.lists(LINES, max_size=2), title_editorial=st.booleans())


def prose(**more: Any) -> Any:
    return st.fixed_dictionaries(
        {"title": LINES, "lead": OPTIONAL, "paragraphs": st.lists(WORDS, max_size=2), **more}
    )


PART = st.one_of(
    st.fixed_dictionaries({"paragraph": WORDS}),
    st.fixed_dictionaries({"bullets": st.lists(WORDS, min_size=1, max_size=2)}),
)
LEGAL = st.fixed_dictionaries(
    {
        "title": LINES,
        "sections": st.lists(
            st.fixed_dictionaries(
                {"title": st.none() | LINES, "parts": st.lists(PART, min_size=1, max_size=2)}
            ),
            min_size=1,
            max_size=2,
        ),
    }
)
THEME = entry(
    11,
    motto=OPTIONAL,
    vision=st.lists(WORDS, max_size=2),
    goals=st.tuples(statement(12), statement(13)).map(list),
    efforts=st.tuples(statement(14)).map(list),
)
DOCUMENTS = st.fixed_dictionaries(
    {
        "schema_version": st.just("1"),
        "municipality": st.just("0187"),
        "key": st.just("whole"),
        "language": st.just("da"),
        "title": LINES,
        "slogan": st.none() | st.fixed_dictionaries({"text": LINES, "note": OPTIONAL}),
        "source": st.fixed_dictionaries({"title": LINES, "url": st.just("https://example.org/?a=1;b")}),
        "foreword": st.none() | prose(),
        "vision": st.none() | prose(named_values=st.lists(LINES, max_size=2)),
        "themes": st.tuples(THEME).map(list) | st.just([]),
        "goals": st.tuples(statement(21)).map(list),
        "challenges": st.tuples(statement(31)).map(list),
        "values": st.none() | prose(items=st.tuples(statement(41)).map(list)),
        "legal": st.none() | LEGAL,
        "notes": st.lists(WORDS, max_size=2),
    }
).map(StrategyDocument.model_validate)


def again(document: StrategyDocument, form: str) -> StrategyDocument:
    return read_document(WRITERS[form].write(document).decode("utf-8-sig"), form)


@pytest.mark.parametrize("form", WRITERS)
def test_the_real_strategies_come_back_as_they_were(
    vallensbaek: StrategyDocument, glostrup: StrategyDocument, form: str
) -> None:
    for document in (vallensbaek, glostrup):
        assert compare(document, again(document, form)) == []
        assert again(document, form) == document


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=60, deadline=None)
@given(document=DOCUMENTS)
def test_whatever_can_be_written_comes_back(form: str, document: StrategyDocument) -> None:
    assert tree_of(again(document, form)) == tree_of(document)


TABLE = """Art;Tema;Titel;Tekst;Nummer
om;;;;
tema;;Den grønne by;;1
mål;Den grønne by;Flere træer;Vi vil have flere træer.;1
indsats;den grønne by;Plantning;Vi planter.;
"""


def test_a_table_from_a_spreadsheet_is_read_with_danish_headings() -> None:
    tree = read_table(TABLE.replace("om;;;;\n", "")).tree
    theme = tree["themes"][0]
    assert theme["key"] == "den-groenne-by"
    assert [(goal["key"], goal["number"], goal["title"]) for goal in theme["goals"]] == [
        ("flere-traeer", "1", "Flere træer")
    ]
    assert theme["efforts"][0]["text"] == "Vi planter."


@pytest.mark.parametrize(
    ("content", "row"),
    [
        ("Titel;Tekst\na;b", 1),
        ("art;farve\nmål;rød", 1),
        ("art;titel\nmål;a\ndigt;b", 3),
        ("art;tema;titel\nmål;Havet;b", 2),
        ("art;key;tekst\nom;title.1.x;b", 2),
        ('art;titel\n"mål', 0),
    ],
)
def test_a_table_says_which_row_is_wrong(content: str, row: int) -> None:
    with pytest.raises(DocumentError) as error:
        read_document(content, "csv")
    assert row in {problem.row for problem in error.value.problems}


def test_what_a_row_lacks_is_said_with_its_row() -> None:
    with pytest.raises(DocumentError) as error:
        read_document("art;titel;tekst\nmål;Træer;Flere.\nmål;Bier;\n", "csv")
    assert Problem("goals.2.text", "This part is missing.", row=3) in error.value.problems


MARKDOWN = """# Strategi 2030
- municipality: 0187
- source.title: Kilden
- source.url: https://example.org/

## Den grønne by {#green}
- motto: Plads til alle

Byen er grøn.

### Flere træer

Vi vil have
flere træer.

### Plantning {.effort}

Vi planter.

## Udfordringer {.challenges}

### Regn

Det regner mere.
"""


def test_markdown_is_read_by_its_headings() -> None:
    document = read_document(MARKDOWN, "md")
    theme = document.themes[0]
    assert (document.key, theme.key, theme.motto, theme.vision) == (
        "strategi-2030",
        "green",
        "Plads til alle",
        ("Byen er grøn.",),
    )
    assert [goal.text for goal in theme.goals] == ["Vi vil have flere træer."]
    assert [effort.title for effort in theme.efforts] == ["Plantning"]
    assert [challenge.key for challenge in document.challenges] == ["regn"]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("# Strategi 2030\n", "", 1),
        ("## Den", "# Den", 6),
        ("{.effort}", "{effort}", 16),
        ("{.challenges}", "{.chalenges}", 20),
        ("- motto", "- mottto.a.b", 7),
        ("## Den grønne by {#green}\n", "", 8),
    ],
)
def test_markdown_says_which_line_is_wrong(before: str, after: str, line: int) -> None:
    with pytest.raises(DocumentError) as error:
        read_document(MARKDOWN.replace(before, after, 1), "md")
    assert error.value.problems[0].line == line


PLACES = "themes goals items values legal sections indicators key title number vision notes 1 2".split()
NAMES = st.lists(st.sampled_from([*PLACES, "9" * 5000]), min_size=1, max_size=4).map(".".join)
FIELDS = st.lists(st.tuples(NAMES, st.sampled_from(("x", "1", "9" * 5000))), min_size=1, max_size=4)


@given(FIELDS)
def test_a_field_that_stands_anywhere_is_refused_in_words(fields: list[tuple[str, str]]) -> None:
    said = "".join(f"- {name}: {text}\n" for name, text in fields)
    rows = "".join(f"about;{name};{text}\n" for name, text in fields)
    files = {
        "md": f"# T\n{said}## A\n{said}### g\n{said}## V {{.values}}\n{said}### v\n",
        "csv": f"kind;key;text\n{rows}theme;a;b\ngoal;c;d\nvalue;e;f\n",
    }
    for form, text in files.items():
        with pytest.raises(DocumentError):
            read_document(text, form)


def test_yaml_says_in_which_line_a_part_stands() -> None:
    text = WRITERS["yaml"].write_text(read_document(MARKDOWN, "md")).replace("number: 1", "number: en", 1)
    with pytest.raises(DocumentError) as error:
        read_document(text)
    line = next(n for n, line in enumerate(text.split("\n"), start=1) if "number: en" in line)
    assert [(problem.path, problem.line) for problem in error.value.problems] == [("themes.1.number", line)]
