"""Reading the demonstration's content, and the order in which it happens."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml

from participation.foundation.clock import LOCAL

CONTENT = Path(__file__).parents[1] / "content"
OPENING = time(8, 0)
BETWEEN = timedelta(minutes=2)

# On one day, what stands first happens first: a text is mended before it is sent again, a project is made
# after its ideas are accepted, people support what is there.
ORDER = (
    *("change", "move", "keep", "offer", "adopt", "create_project", "move_project", "milestone"),
    *("agreement", "update", "outcome", "helped", "addition", "support", "comment", "note", "link", "ask"),
    *("contribute", "correct", "sheet", "report", "leave", "appeal", "propose_deletion", "wave"),
    *("merge", "carry_out", "need", "join"),
)


@dataclass(frozen=True)
class Happening:
    """One thing that somebody did: what, so many days ago, to which idea or project, with what words."""

    what: str
    days_ago: int
    subject: str
    entry: dict[str, Any]


def content_of(slug: str) -> dict[str, Any]:
    """One municipality's content; FileNotFoundError when the demonstration has none for it."""
    content: dict[str, Any] = yaml.safe_load((CONTENT / f"{slug}.yaml").read_text())
    return content


def meetings_of(slug: str) -> list[dict[str, Any]]:
    """The arrangements of one municipality, as they stand in the content."""
    everybodys: dict[str, list[dict[str, Any]]] = yaml.safe_load((CONTENT / "meetings.yaml").read_text())
    return everybodys.get(slug, [])


def story(content: dict[str, Any]) -> list[Happening]:
    """Everything in the order in which it happened, the longest ago first."""
    happenings = [part for idea in content["ideas"] for part in _of_idea(idea)]
    happenings += [part for project in content["projects"] for part in _of_project(project)]
    happenings += [
        Happening(part["what"], part["days_ago"], part.get("idea", ""), part) for part in content["desk"]
    ]
    happenings += _of_carrying(content)
    return sorted(happenings, key=lambda part: (-part.days_ago, ORDER.index(part.what)))


def _of_idea(idea: dict[str, Any]) -> Iterator[Happening]:
    key = idea["key"]
    if "created_days_ago" in idea:
        yield Happening("move", idea["created_days_ago"], key, {"move": "draft"})
    for what, name in (("move", "timeline"), ("change", "changes"), ("addition", "additions")):
        yield from (Happening(what, entry["days_ago"], key, entry) for entry in idea.get(name, []))
    for comment in idea.get("comments", []):
        yield Happening("comment", comment["days_ago"], key, comment)
    if idea.get("support"):
        yield Happening("support", _settled(idea), key, _crowd(idea))


def _crowd(idea: dict[str, Any]) -> dict[str, int]:
    return {
        "count": idea["support"],
        "from": idea.get("support_from", 0),
        "until_days_ago": idea.get("support_until", 0),
    }


def _settled(idea: dict[str, Any]) -> int:
    """The day from which the public text stands: support that came before would have bound it."""
    published = max(int(entry["days_ago"]) for entry in idea["timeline"] if entry["move"] == "publish")
    return min([published, *(int(entry["days_ago"]) for entry in idea.get("changes", []))])


def _of_project(project: dict[str, Any]) -> Iterator[Happening]:
    key = project["key"]
    yield Happening("create_project", project["created_days_ago"], key, project)
    yield from (Happening("move_project", entry["days_ago"], key, entry) for entry in project["timeline"])
    yield from (Happening("update", entry["days_ago"], key, entry) for entry in project["updates"])
    for what, name in (("need", "needs"), ("join", "volunteers")):
        yield from (Happening(what, entry["days_ago"], key, entry) for entry in project.get(name, []))
    if "told" in project:
        yield Happening("outcome", project["told"]["days_ago"], key, project["told"])
    if "helped" in project:
        yield Happening("helped", project["helped"]["days_ago"], key, project["helped"])
    for entry in project.get("milestones", []):
        if "done_days_ago" in entry:
            yield Happening("milestone", entry["done_days_ago"], key, entry)


def _of_carrying(content: dict[str, Any]) -> Iterator[Happening]:
    """Which ideas the municipality keeps, who offers to carry others out, and what is agreed."""
    for entry in content.get("kept", []):
        yield Happening("keep", entry["days_ago"], entry["idea"], entry)
    for entry in content.get("offers", []):
        yield Happening("offer", entry["days_ago"], entry["idea"], entry)
        if "agreed_days_ago" in entry:
            yield Happening("adopt", entry["agreed_days_ago"], entry["idea"], entry)
    for entry in content.get("agreements", []):
        yield Happening("agreement", entry["days_ago"], entry["project"], entry)


def moments(happenings: list[Happening], today: date) -> Iterator[tuple[datetime, Happening]]:
    """Each happening with its moment: those of one day follow each other from eight in the morning."""
    day, turn = None, 0
    for part in happenings:
        turn = turn + 1 if part.days_ago == day else 0
        day = part.days_ago
        yield moment_of(today, part.days_ago) + turn * BETWEEN, part


def moment_of(today: date, days_ago: int) -> datetime:
    """Eight in the morning so many days ago."""
    return datetime.combine(today - timedelta(days=days_ago), OPENING, tzinfo=LOCAL)
