"""The ideas: written, moved, answered, changed and added to, by the people of the content."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from participation.demo.commands.acts import Act, Turn
from participation.demo.commands.world import Entry, World, refreshed
from participation.foundation.clock import today
from participation.ideas.models import DecidedBy
from participation.ideas.services import writing
from participation.ideas.services.answers import AnswerText, answer_for_now
from participation.ideas.services.moves import Details, move
from participation.ideas.services.versions import IdeaText
from participation.projects.services.linking import link_idea

INTERIM = "interim_answer"


def acts_of(world: World, entry: Entry) -> Iterator[Act]:
    """Everything that happens to one idea, but for support and comments."""
    timeline: list[Entry] = entry.get("timeline", [])
    began = timeline[0]["days_ago"] if timeline else entry["created_days_ago"]
    yield Act(began, Turn.TEXT, partial(_propose, world, entry))
    for step in timeline:
        turn = Turn.LAST if step["move"] == "withdraw" else Turn.MOVE
        yield Act(step["days_ago"], turn, partial(_step, world, entry, step))
    for change in entry.get("changes", []):
        yield Act(change["days_ago"], _turn_of(change, timeline), partial(_change, world, entry, change))
    for addition in entry.get("additions", []):
        yield Act(addition["days_ago"], Turn.TALK, partial(_add, world, entry, addition["body"]))


def _turn_of(change: Entry, timeline: list[Entry]) -> Turn:
    """On the day when an idea is sent again, it is mended first."""
    is_mended = any(step["days_ago"] == change["days_ago"] for step in timeline)
    return Turn.TEXT if is_mended else Turn.MOVE


def _propose(world: World, entry: Entry) -> None:
    text = IdeaText(entry["title"], entry["body"], entry["place"], **_goal(world, entry["goal"]))
    world.ideas[entry["key"]] = writing.propose(actor=world.people[entry["author"]], text=text)


def _goal(world: World, key: str) -> dict[str, Any]:
    return {"goal_id": world.goals.get(key), "is_outside_strategy": key == "outside"}


def _change(world: World, entry: Entry, change: Entry) -> None:
    idea = refreshed(world.ideas[entry["key"]])
    words = {name: change[name] for name in ("title", "body", "place") if name in change}
    goal = _goal(world, change["goal"]) if "goal" in change else {}
    text = replace(IdeaText.of(idea), **words, **goal)
    writing.edit(actor=world.people[entry["author"]], idea=idea, text=text)


def _add(world: World, entry: Entry, body: str) -> None:
    idea = refreshed(world.ideas[entry["key"]])
    writing.add_to(actor=world.people[entry["author"]], idea=idea, body=body)


def _step(world: World, entry: Entry, step: Entry) -> None:
    idea, name = refreshed(world.ideas[entry["key"]]), step["move"]
    actor = _actor(world, entry, step)
    if name == "submit":
        writing.submit(actor=actor, idea=idea)
        return
    if name == INTERIM:
        until = today() + timedelta(days=step["answer"]["new_promise_in_days"])
        answer_for_now(actor=actor, idea=idea, text=_answer(world, step["answer"]), until=until)
        return
    move(actor=actor, idea=idea, name=name, details=_details(world, step))
    if project := step.get("link", {}).get("project"):
        link_idea(actor=actor, project=world.projects[project], idea=idea)


def _actor(world: World, entry: Entry, step: Entry) -> Any:
    usual = entry["author"] if step["move"] in {"submit", "withdraw"} else "moderator"
    who: str = step.get("by") or usual
    return world.people[who]


def _details(world: World, step: Entry) -> Details:
    link = step.get("link", {})
    return Details(
        reason_code=step.get("reason"),
        sentence=step.get("sentence", ""),
        explanation=step.get("explanation", ""),
        answer=_answer(world, step["answer"]) if "answer" in step else None,
        review_place=step.get("where", ""),
        until=today() + timedelta(days=step["until_in_days"]) if "until_in_days" in step else None,
        effort_id=world.efforts[link["effort"]] if "effort" in link else None,
        has_link="project" in link,
    )


def _answer(world: World, said: Entry) -> AnswerText:
    decided = said.get("decided_days_ago")
    return AnswerText(
        doing=said["doing"],
        why=said.get("why", ""),
        next_steps=said.get("next_steps", ""),
        department=said["department"],
        signed_by=world.name_of(said["person"]) if "person" in said else "",
        decided_by=DecidedBy(said["decided_by"]),
        decided_on=today() if decided is None else world.loading_day - timedelta(days=decided),
        agenda_url=said.get("agenda_url", ""),
    )
