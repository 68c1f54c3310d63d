"""A town's worth of ideas, with the labelled pairs among them."""

from itertools import product
from pathlib import Path
from typing import Any

import yaml

from participation.search.services import index

DATA = Path(__file__).parent / "data"
DEMONSTRATION = Path(__file__).parents[2] / "participation" / "demo" / "content"


def read(name: str) -> dict[str, Any]:
    """One of the files of tests/search/data."""
    content: dict[str, Any] = yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    return content


def texts() -> dict[str, str]:
    """Every idea's title with its text, where it has one."""
    others = read("others")
    placed = [f"{thing} {place}" for thing, place in product(others["things"], others["places"])]
    lists = [read(name)[kind] for name in ("labelled", "held_out") for kind in ("pairs", "near_misses")]
    labelled = [existing for pairs in lists for _, existing in pairs]
    return dict.fromkeys([*placed, *others["titles"], *labelled], "") | _demonstration()


def _demonstration() -> dict[str, str]:
    ideas = [
        idea
        for file in sorted(DEMONSTRATION.glob("*.yaml"))
        for idea in yaml.safe_load(file.read_text(encoding="utf-8")).get("ideas", [])
    ]
    return {idea["title"]: idea["body"] for idea in ideas}


def load() -> dict[str, int]:
    """Index them all; their ids by title."""
    ids = {title: number for number, title in enumerate(texts(), start=1)}
    for title, text in texts().items():
        index(subject_id=ids[title], title=title, texts=(text,))
    return ids
