"""Strategy files are read strictly: whatever is wrong is refused with its place and a reason."""

import pytest

from participation.strategies.rules.reading import (
    ALIAS,
    DUPLICATE,
    LARGEST,
    MESSAGES,
    NOT_A_STRATEGY,
    NOT_YAML,
    TAG,
    TOO_DEEP,
    TOO_LARGE,
    TOO_MANY,
    DocumentError,
    Problem,
    read_document,
)

SMALL = """
schema_version: 1
municipality: 0187
key: small
language: da
title: En lille strategi
source: {title: Kilden, url: "https://example.org/"}
goals:
  - {key: m1, number: 1, title: Et mål, title_editorial: true, text: Vi vil have flere træer.}
  - {key: m2, number: 2, title: Nej, text: "2030"}
"""


def problems_of(text: str) -> list[Problem]:
    with pytest.raises(DocumentError) as refused:
        read_document(text)
    return [
        Problem(problem.path or (f"line {problem.line}" if problem.line else ""), problem.message)
        for problem in refused.value.problems
    ]


def test_a_small_file_is_enough_and_words_stay_words() -> None:
    document = read_document(SMALL)

    assert document.municipality == "0187"
    assert [goal.text for goal in document.goals] == ["Vi vil have flere træer.", "2030"]
    assert document.period.first_year is None


@pytest.mark.parametrize(
    ("before", "after", "path", "message"),
    [
        ("number: 1", "number: et", "goals.1.number", MESSAGES["int_parsing"]),
        ("number: 1", "number: 0", "goals.1.number", MESSAGES["greater_than_equal"]),
        ("title: En lille strategi", "title: [En, to]", "title", MESSAGES["string_type"]),
        ("title: En lille strategi", "title:", "title", MESSAGES["string_pattern_mismatch"]),
        ("title: En lille strategi", "title: En\ntitel: To", "titel", MESSAGES["extra_forbidden"]),
        ("language: da", "language: dansk", "language", MESSAGES["literal_error"]),
        ("schema_version: 1", "schema_version: 2", "schema_version", MESSAGES["literal_error"]),
        ("municipality: 0187", "municipality: 187", "municipality", MESSAGES["string_pattern_mismatch"]),
        ("https://", "javascript:", "source.url", MESSAGES["string_pattern_mismatch"]),
        ("language: da", "language: da\nadopted: {date: i går, by: Rådet}", "adopted.date",
         MESSAGES["date_type"]),
        ("language: da", "language: da\nvision: Grøn", "vision", MESSAGES["model_type"]),
        ("language: da", "language: da\nnotes: Grøn", "notes", MESSAGES["tuple_type"]),
        ("language: da", "language: da\nperiod: {first_year: 2025, last_year: 2022}", "period",
         "The period ends before it begins."),
        ("key: m2", "key: m1", "m1", "This key is used twice."),
        ("number: 2", "number: 1", "m2", "The numbers do not rise from first to last."),
        ("title_editorial: true", "target: {kind: quantified, phrase: flere, indicator: træer}",
         "goals.1.target", "A quantified target needs a comparison, a threshold and a unit."),
        ("language: da", "language: da\nlanguage: en", "line 6", DUPLICATE),
        ("number: 1", "number: 1, number: 3", "line 9", DUPLICATE),
        ("key: small", "key: &small small", "line 4", ALIAS),
        ("key: small", "key: *small", "line 4", ALIAS),
        ("key: small", "key: !!python/name:os.system small", "line 4", TAG),
        ("key: small", "key: small\n[a, b]: c", "line 5", NOT_YAML),
        ("key: small", "key: 'small", "line 11", NOT_YAML),
        ("key: small", "key: \x00", "", NOT_YAML),
        ("title: Et mål", "title: " + "[" * 50 + "]" * 50, "line 9", TOO_DEEP),
        ("title: Et mål", "title: [" + "x," * 20_000 + "x]", "line 9", TOO_MANY),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_with_place_and_reason(
    before: str, after: str, path: str, message: str
) -> None:
    assert before in SMALL

    assert problems_of(SMALL.replace(before, after, 1)) == [Problem(path, message)]


@pytest.mark.parametrize("text", ["", "Hej", "- a\n- b", "# kun en kommentar"])
def test_something_else_than_a_strategy_is_refused(text: str) -> None:
    assert problems_of(text) == [Problem("", NOT_A_STRATEGY)]


def test_two_documents_in_one_file_are_refused() -> None:
    assert [problem.message for problem in problems_of(f"{SMALL}---{SMALL}")] == [NOT_YAML]


def test_size_is_counted_in_bytes() -> None:
    assert problems_of("#" + "å" * (LARGEST // 2)) == [Problem("", TOO_LARGE)]


def test_every_problem_is_listed_at_once() -> None:
    paths = [problem.path for problem in problems_of("schema_version: 1\nkey: A B\ntitle: Hej\n")]

    assert paths == ["municipality", "key", "language", "source"]
