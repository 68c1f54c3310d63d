"""The strategy files that come with the project."""

from pathlib import Path

from participation import strategies

LIBRARY = Path(strategies.__file__).parent / "library"


def library(name: str) -> str:
    return (LIBRARY / f"{name}.yaml").read_text(encoding="utf-8")
