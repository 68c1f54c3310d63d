"""Reading a strategy file: a small, safe part of YAML, and errors that a person can mend."""

from dataclasses import dataclass, field
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from yaml.nodes import MappingNode, Node

from participation.foundation.text import N_
from participation.strategies.rules.documents import StrategyDocument

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


@dataclass(frozen=True)
class Problem:
    """One thing to mend: where it is (`themes.2.goals.1.text`, or `line 12`), and an English message id."""

    path: str
    message: str
    line: int | None = field(default=None, compare=False)


class DocumentError(Exception):
    """The file is not a strategy; `problems` says where and why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{problem.path}: {problem.message}" for problem in problems))
        self.problems = problems


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


def read_document(text: str) -> StrategyDocument:
    """The strategy in a file's text; DocumentError lists what is to be mended, at most 50 things."""
    if len(text.encode(errors="replace")) > LARGEST:
        raise DocumentError(Problem("", TOO_LARGE))
    content = _parse(text)
    if not isinstance(content, dict):
        raise DocumentError(Problem("", NOT_A_STRATEGY))
    try:
        return StrategyDocument.model_validate(content)
    except ValidationError as error:
        problems = error.errors(include_url=False)[:MOST_PROBLEMS]
        raise DocumentError(*map(_problem, problems)) from None


def _parse(text: str) -> object:
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        if error.problem_mark is not None:
            raise _problem_on(error.problem_mark, NOT_YAML) from None
        raise DocumentError(Problem("", NOT_YAML)) from None
    except yaml.YAMLError:
        raise DocumentError(Problem("", NOT_YAML)) from None


def _problem_at(place: Any, message: str) -> DocumentError:
    return _problem_on(place.start_mark, message)


def _problem_on(mark: Any, message: str) -> DocumentError:
    line = mark.line + 1
    return DocumentError(Problem(f"line {line}", message, line))


def _problem(error: ErrorDetails) -> Problem:
    path = ".".join(str(step + 1) if isinstance(step, int) else step for step in error["loc"])
    if error["type"] != "own_rule":
        return Problem(path, MESSAGES.get(error["type"], UNREADABLE))
    return Problem(error["ctx"]["place"] or path, error["ctx"]["message"])
