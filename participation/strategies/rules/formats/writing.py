"""The forms in which a strategy is given out."""

from collections.abc import Callable
from dataclasses import dataclass

import yaml

from participation.strategies.rules.documents import StrategyDocument
from participation.strategies.rules.formats.markdown import write_markdown
from participation.strategies.rules.formats.tables import write_table
from participation.strategies.rules.formats.trees import tree_of

MARK = "\ufeff"


@dataclass(frozen=True)
class Writer:
    """How a form is called, what a browser is told of it, and the document in it."""

    label: str
    mimetype: str
    write_text: Callable[[StrategyDocument], str]
    mark: str = ""

    def write(self, document: StrategyDocument) -> bytes:
        """The file's bytes; a table begins with the mark by which a spreadsheet knows UTF-8."""
        return (self.mark + self.write_text(document)).encode()


def write_yaml(document: StrategyDocument) -> str:
    """The file as docs/strategy-format.md describes it."""
    text: str = yaml.safe_dump(tree_of(document), allow_unicode=True, sort_keys=False, width=100)
    return text


WRITERS = {
    "yaml": Writer("YAML", "application/yaml; charset=utf-8", write_yaml),
    "csv": Writer("CSV", "text/csv; charset=utf-8", write_table, MARK),
    "md": Writer("Markdown", "text/markdown; charset=utf-8", write_markdown),
}
