"""A strategy as a table (CSV): one row a part, as a spreadsheet writes and reads it."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from participation.foundation.text import N_
from participation.strategies.rules.documents import StrategyDocument
from participation.strategies.rules.formats.trees import (
    COLLECTIONS,
    ENTRIES,
    NOT_HERE,
    DocumentError,
    Path,
    Problem,
    Read,
    Tree,
    complete,
    flat,
    is_list,
    plant,
    texts,
    tree_of,
    without,
)

ABOUT = "about"
PLACE = ("kind", "theme", "key", "number", "title", "text")
MORE = ("title_editorial", "motto", "vision", "title_note", "motto_note", "paragraph", "sentences", "places")
TARGET = (
    "kind",
    "phrase",
    "indicator",
    "comparison",
    "threshold",
    "unit",
    "population",
    "measured_by",
    "note",
)
COLUMNS = (*PLACE, *MORE, *(f"target.{name}" for name in TARGET))
# A goal has as many as it likes, so these columns are there only where something stands in them.
OF_INDICATORS = re.compile(
    r"indicators\.[1-9]\.(key|title|unit|direction|source|(baseline|target)\.(value|date))"
)
# What Danes write in the first row and in the first column.
COLUMNS_DA = {
    "art": "kind",
    "tema": "theme",
    "nøgle": "key",
    "nummer": "number",
    "nr": "number",
    "titel": "title",
    "overskrift": "title",
    "tekst": "text",
    "motto": "motto",
    "vision": "vision",
}
KINDS_DA = {
    "om": ABOUT,
    "tema": "theme",
    "mål": "goal",
    "indsats": "effort",
    "udfordring": "challenge",
    "værdi": "value",
    "kerneopgave": "core_task",
}
KINDS = {ABOUT, *ENTRIES, *COLLECTIONS}
FORMULA_STARTS = tuple("=+-@\t")
MOST_ROWS = 5_000
WIDEST = 100_000

NO_HEADINGS = N_("The first row names the columns, and one of them is kind (art).")
UNKNOWN_COLUMN = N_("This column is not known. Check the spelling.")
UNKNOWN_KIND = N_("This kind is not known. Write about, theme, goal, effort, challenge, value or core_task.")
UNKNOWN_THEME = N_("No theme in the table has this key or title.")
TOO_LONG = N_("The table has too many rows.")
NOT_A_TABLE = N_("This is not a table that can be read.")


def write_table(document: StrategyDocument) -> str:
    """Rows with semicolons, as a Danish spreadsheet reads them."""
    file, rows = StringIO(newline=""), list(_rows(tree_of(document)))
    more = dict.fromkeys(name for row in rows for name in row if OF_INDICATORS.fullmatch(name))
    writer = csv.DictWriter(file, [*COLUMNS, *more], restval="", delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _guarded(text) for name, text in row.items()})
    return file.getvalue()


def _rows(tree: Tree) -> Iterator[dict[str, str]]:
    for name, value in flat(_about(tree)):
        yield {"kind": ABOUT, "key": name, "text": _cell(value)}
    for theme in tree.get("themes", []):
        yield _row("theme", without(theme, "goals", "efforts"))
        for kind in ("goal", "effort"):
            yield from (_row(kind, entry, theme["key"]) for entry in theme.get(ENTRIES[kind], []))
    for kind in ("challenge", "goal", "effort"):
        yield from (_row(kind, entry) for entry in tree.get(ENTRIES[kind], []))
    for kind, name in COLLECTIONS.items():
        yield from (_row(kind, entry) for entry in tree.get(name, {}).get("items", []))


def _about(tree: Tree) -> Tree:
    """What goes for the whole, without what has rows of its own."""
    about = without(tree, *ENTRIES.values())
    return about | {name: without(about[name], "items") for name in COLLECTIONS.values() if name in about}


def _row(kind: str, entry: Tree, theme: str = "") -> dict[str, str]:
    return {"kind": kind, "theme": theme, **{name: _cell(value) for name, value in flat(entry)}}


def _cell(value: str | list[str]) -> str:
    return "\n\n".join(value) if isinstance(value, list) else value


def _guarded(text: str) -> str:
    """With an apostrophe where a spreadsheet would take it for a formula; reading takes it away again."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_STARTS) else text


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _guarded(cell[1:]) == cell else cell


def read_table(text: str) -> Read:
    """The rows as a strategy's parts; DocumentError lists the rows that fit nowhere."""
    rows = _records(text)
    names = _names(rows[0] if rows else [])
    read, problems = Read(unit="row"), list[Problem]()
    themes: dict[str, Path] = {}
    for number, cells in enumerate(rows[1:], start=2):
        values = {
            name: _plain(cell) for name, cell in zip(names, cells, strict=False) if name and cell.strip()
        }
        if values:
            problems += _take(read, themes, values, number)
    if problems:
        raise DocumentError(*problems)
    complete(read.tree)
    return read


def _records(text: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    try:
        csv.field_size_limit(WIDEST)
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise DocumentError(Problem("", NOT_A_TABLE)) from None
    if len(rows) > MOST_ROWS:
        raise DocumentError(Problem("", TOO_LONG))
    return rows


def _names(headings: list[str]) -> list[str]:
    names = [heading.strip().casefold() for heading in headings]
    names = [COLUMNS_DA.get(name, name) for name in names]
    if "kind" not in names:
        raise DocumentError(Problem("", NO_HEADINGS, row=1))
    unknown = [name for name in names if name and name not in COLUMNS and not OF_INDICATORS.fullmatch(name)]
    if unknown:
        raise DocumentError(*(Problem(name, UNKNOWN_COLUMN, row=1) for name in unknown))
    return names


def _take(read: Read, themes: dict[str, Path], values: dict[str, str], number: int) -> list[Problem]:
    """Put one row where it belongs; what hinders it."""
    kind = values.pop("kind", "").strip().casefold()
    kind = KINDS_DA.get(kind, kind)
    if kind not in KINDS:
        return [Problem(kind, UNKNOWN_KIND, row=number)]
    if kind == ABOUT:
        return _take_about(read, values, number)
    theme = values.pop("theme", "").strip()
    if theme and theme.casefold() not in themes:
        return [Problem(theme, UNKNOWN_THEME, row=number)]
    path = _new_path(read.tree, kind, themes.get(theme.casefold(), ()))
    read.places[path] = number
    problems = _fill(_entry(read.tree, path), kind, values, number)
    if kind == "theme":
        themes.setdefault(values.get("title", "").strip().casefold(), path)
        themes[values.get("key", "").strip().casefold()] = path
    return problems


def _take_about(read: Read, values: dict[str, str], number: int) -> list[Problem]:
    name, text = values.get("key", "").strip(), values.get("text", "")
    path = plant(read.tree, name, texts(text) if is_list(name) else text)
    if path is None:
        return [Problem(name, NOT_HERE, row=number)]
    read.places[path] = number
    return []


def _new_path(tree: Tree, kind: str, theme: Path) -> Path:
    if kind in COLLECTIONS:
        name = COLLECTIONS[kind]
        return name, "items", len(tree.get(name, {}).get("items", []))
    name = ENTRIES[kind]
    place = _entry(tree, theme) if theme and kind != "theme" else tree
    before = theme if theme and kind != "theme" else ()
    return *before, name, len(place.get(name, []))


def _entry(tree: Tree, path: Path) -> Tree:
    """The named parts at a path, made where there are none yet."""
    place: Tree = tree
    steps = iter(path)
    for step in steps:
        assert isinstance(step, str)
        if step == "items" or step in ENTRIES.values():
            number = next(steps)
            members = place.setdefault(step, [])
            assert isinstance(number, int)
            if number == len(members):
                members.append({})
            place = members[number]
        else:
            place = place.setdefault(step, {})
    return place


def _fill(entry: Tree, kind: str, values: dict[str, str], number: int) -> list[Problem]:
    problems = []
    for name, text in values.items():
        value = texts(text) if is_list(name, of_theme=kind == "theme") else text
        if plant(entry, name, value) is None:
            problems.append(Problem(name, NOT_HERE, row=number))
    return problems
