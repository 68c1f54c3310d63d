"""The demonstration's content as read, and what the tests ask of it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from participation import demo, municipalities, strategies
from participation.ideas.lifecycle import IDEAS, IdeaStatus

Entry = dict[str, Any]
CONTENT = {"vallensbaek": "vallensbaek-2022", "glostrup": "glostrup"}
ANSWER_DAYS = 30
SENDING = {"submit": "submit", "enter": "submit"}
NOT_PUBLIC = {"draft", "submitted", "returned", "not_admitted"}


def _read(module: Any, *parts: str) -> Entry:
    text = Path(module.__file__).parent.joinpath(*parts).read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


@cache
def content(name: str) -> Entry:
    """The content for one municipality."""
    return _read(demo, "content", f"{name}.yaml")


@cache
def strategy_keys(name: str, part: str) -> frozenset[str]:
    """The keys of the strategy's `goals` or `efforts`, under themes or in one list."""
    document = _read(strategies, "library", f"{CONTENT[name]}.yaml")
    holders = [document, *document.get("themes", [])]
    return frozenset(entry["key"] for holder in holders for entry in holder.get(part, []))


@cache
def reason_codes(name: str, move: str) -> frozenset[str]:
    """The municipality's codes for a move; those for declining where an idea is given up."""
    reasons = _read(municipalities, "library", f"{name}.yaml")["reasons"]
    asked = "decline" if move == "give_up" else move
    return frozenset(reason["code"] for reason in reasons if asked in reason["moves"])


def replayed(idea: Entry) -> IdeaStatus:
    """Where the moves that people make lead; asserts that each may start where the one before ended."""
    status = IdeaStatus.DRAFT
    for entry in moves(idea):
        move = IDEAS.move(SENDING.get(entry["move"], entry["move"]))
        assert status in move.sources, (idea["key"], entry["move"], status)
        status = move.target
    return status


def followed(idea: Entry, loaded: Entry) -> str:
    """The status that a merging or the idea's projects give it, else the one that its moves lead to."""
    status, projects = replayed(idea), loaded["projects"]
    if idea["key"] in {entry["idea"] for entry in acts(loaded, "merge")}:
        return IdeaStatus.MERGED
    stands = {project["status"] for project in projects if idea["key"] in project["ideas"]}
    if not stands or not IDEAS.meanings[status].takes_projects:
        return status
    if stands == {"completed"}:
        return IdeaStatus.COMPLETED
    return IdeaStatus.IN_PROGRESS if stands & {"active", "paused", "completed"} else IdeaStatus.ACCEPTED


def moves(idea: Entry) -> list[Entry]:
    return [entry for entry in idea.get("timeline", []) if entry["move"] != "interim_answer"]


def acts(loaded: Entry, what: str) -> list[Entry]:
    """What the desk does, of one kind."""
    return [entry for entry in loaded["desk"] if entry["what"] == what]


def day_of(idea: Entry, move: str) -> int | None:
    """How many days ago the move was last made."""
    days = [entry["days_ago"] for entry in idea.get("timeline", []) if entry["move"] == move]
    return days[-1] if days else None


def days_late(idea: Entry) -> int:
    """Days by which an answer, or today, passes the promise that stood then; 0 or less when in time."""
    published = day_of(idea, "publish")
    assert published is not None
    due, late = published - ANSWER_DAYS, 0
    for entry in idea["timeline"]:
        day: int = entry["days_ago"]
        if entry["move"] == "interim_answer":
            late, due = max(late, due - day), day - entry["answer"]["new_promise_in_days"]
        elif "answer" in entry or entry["move"] == "withdraw":
            return max(late, due - day)
    return max(late, due)


def threads(comments: list[Entry]) -> Iterator[tuple[Entry, Entry | None]]:
    """Every comment, with the one that it answers."""
    for comment in comments:
        yield comment, None
        for reply in comment.get("replies", []):
            yield reply, comment


def texts(value: Any) -> Iterator[str]:
    """Every text anywhere in the content."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for entry in value.values() for text in texts(entry))
    elif isinstance(value, list):
        yield from (text for entry in value for text in texts(entry))
