"""Reading a strategy file in any of its forms, with errors that a person can mend."""

from collections.abc import Callable, Mapping
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from yaml.nodes import MappingNode, Node, SequenceNode

from participation.foundation.text import N_
from participation.strategies.rules.documents import StrategyDocument
from participation.strategies.rules.formats.markdown import read_markdown
from participation.strategies.rules.formats.tables import read_table
from participation.strategies.rules.formats.trees import DocumentError as DocumentError
from participation.strategies.rules.formats.trees import Path, Read
from participation.strategies.rules.formats.trees import Problem as Problem

LARGEST = 1_000_000
DEEPEST = 12
MOST_PARTS = 20_000
MOST_PROBLEMS = 50

TOO_LARGE = N_("The file is larger than 1 MB.")
NOT_YAML = N_("The file is not valid YAML. Look at this line and the one before it.")
NOT_A_STRATEGY = N_("The file does not hold a strategy.")
ALIAS = N_("Anchors and aliases (& and *) are not allowed. Write the text out.")
TAG = N_("Tags (such as !!python) are not allowed.")
TOO_DEEP = N_("The file is nested too deeply.")
TOO_MANY = N_("The file has too many parts.")
DUPLICATE = N_("This part stands twice.")
UNREADABLE = N_("This cannot be read.")

MESSAGES = {
    "missing": N_("This part is missing."),
    "extra_forbidden": N_("This part is not known. Check the spelling."),
    "string_type": N_("This should be a text."),
    "string_pattern_mismatch": N_("This is empty or not written in the expected way."),
    "too_short": N_("This list is empty."),
    "string_too_long": N_("This text is too long."),
    "int_type": N_("This should be a whole number."),
    "int_parsing": N_("This should be a whole number."),
    "greater_than_equal": N_("This number is too small."),
    "less_than_equal": N_("This number is too large."),
    "decimal_type": N_("This should be a number."),
    "decimal_parsing": N_("This should be a number."),
    "finite_number": N_("This should be a number."),
    "bool_type": N_("This should be true or false."),
    "bool_parsing": N_("This should be true or false."),
    "date_type": N_("This should be a date such as 2022-10-12."),
    "date_from_datetime_parsing": N_("This should be a date such as 2022-10-12."),
    "date_from_datetime_inexact": N_("This should be a date such as 2022-10-12."),
    "tuple_type": N_("This should be a list."),
    "model_type": N_("This should have named parts."),
    "literal_error": N_("This is not one of the words that can stand here."),
}


class _Loader(yaml.BaseLoader):
    """Texts, lists and named parts only: every scalar stays the text it is, so that 0161 is not a number.

    Aliases are refused, since a few lines of them can stand for gigabytes.
    """

    depth = 0
    parts = 0

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _problem_at(event, ALIAS)
        if getattr(event, "tag", None):
            raise _problem_at(event, TAG)
        if self.depth > DEEPEST:
            raise _problem_at(event, TOO_DEEP)
        if self.parts > MOST_PARTS:
            raise _problem_at(event, TOO_MANY)
        self.parts += 1
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise _problem_at(key, DUPLICATE)
                seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_document(
    text: str, form: str = "yaml", *, given: Mapping[str, str] | None = None
) -> StrategyDocument:
    """The strategy in a file's text; DocumentError lists what is to be mended, at most 50 things.

    `form` is one of READERS. A table or a Markdown file may leave out what is `given`.
    """
    if len(text.encode(errors="replace")) > LARGEST:
        raise DocumentError(Problem("", TOO_LARGE))
    read = READERS[form](text)
    if form != "yaml":
        read.tree = {**GIVEN, **(given or {}), **read.tree}
    try:
        return StrategyDocument.model_validate(read.tree)
    except ValidationError as error:
        problems = error.errors(include_url=False)[:MOST_PROBLEMS]
        raise DocumentError(*(_problem(read, each) for each in problems)) from None


def _read_yaml(text: str) -> Read:
    content, places = _parse(text)
    if not isinstance(content, dict):
        raise DocumentError(Problem("", NOT_A_STRATEGY))
    return Read(content, places)


def _parse(text: str) -> tuple[object, dict[Path, int]]:
    places: dict[Path, int] = {}
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        _note_places(node, (), places)
        return (loader.construct_document(node) if node else None), places
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise DocumentError(Problem("", NOT_YAML, line=line)) from None
    except yaml.YAMLError:
        raise DocumentError(Problem("", NOT_YAML)) from None


def _note_places(node: Node | None, path: Path, places: dict[Path, int]) -> None:
    """In which line each part stands."""
    if isinstance(node, MappingNode):
        for name, value in node.value:
            step = str(getattr(name, "value", ""))
            places[(*path, step)] = name.start_mark.line + 1
            _note_places(value, (*path, step), places)
    elif isinstance(node, SequenceNode):
        for number, value in enumerate(node.value):
            places[(*path, number)] = value.start_mark.line + 1
            _note_places(value, (*path, number), places)


def _problem_at(place: Any, message: str) -> DocumentError:
    return DocumentError(Problem("", message, line=place.start_mark.line + 1))


def _problem(read: Read, error: ErrorDetails) -> Problem:
    found = read.problem(tuple(error["loc"]), MESSAGES.get(error["type"], UNREADABLE))
    if error["type"] != "own_rule":
        return found
    return Problem(
        error["ctx"]["place"] or found.path, error["ctx"]["message"], line=found.line, row=found.row
    )


# What a table or a Markdown file need not say.
GIVEN = {"schema_version": "1", "language": "da"}
READERS: dict[str, Callable[[str], Read]] = {
    "yaml": _read_yaml,
    "csv": read_table,
    "md": read_markdown,
}
