"""What people do in the story, one function for each kind of happening."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, update

from participation.demo.rules import Happening, moment_of
from participation.demo.services import adopting, ending, running
from participation.demo.services.desk import DESK
from participation.demo.services.stage import Stage
from participation.demo.services.volunteers import VOLUNTEERS
from participation.discussions import services as discussions
from participation.discussions.models import Comment, Discussion
from participation.extensions import db
from participation.foundation.clock import at, now, today
from participation.ideas.models import Channel, DecidedBy, Idea
from participation.ideas.services import behalf, writing
from participation.ideas.services.answers import AnswerText, answer_for_now
from participation.ideas.services.moves import Details, move
from participation.ideas.services.versions import IdeaText
from participation.moderation.models import ModerationEntry
from participation.moderation.services import hiding as moderation
from participation.papers.services import entering
from participation.papers.services.entering import Sender
from participation.projects.services import linking
from participation.projects.services import moves as project_moves
from participation.projects.services import writing as project_writing
from participation.projects.services.moves import Words
from participation.projects.services.writing import ProjectText
from participation.votes.models import Vote

TEXT = ("title", "body", "place")


def act(*, stage: Stage, part: Happening, day: date) -> None:
    """Let one thing happen; the clock already stands at its moment, `day` is the real today."""
    ACTS[part.what](stage, part, day)


def _text(stage: Stage, entry: dict[str, Any], before: IdeaText | None = None) -> IdeaText:
    known = {name: getattr(before, name) for name in TEXT} if before else {}
    words = {name: entry.get(name, known.get(name, "")) or "" for name in TEXT}
    if "goal" not in entry and before:
        return IdeaText(**words, goal_id=before.goal_id, is_outside_strategy=before.is_outside_strategy)
    return IdeaText(
        **words, goal_id=stage.goals.get(entry["goal"]), is_outside_strategy=entry["goal"] == "outside"
    )


def _idea(stage: Stage, key: str) -> Idea:
    """The idea of that key, begun now if it is new."""
    if key not in stage.ideas:
        entry = stage.idea_entry(key)
        idea = stage.ideas[key] = _new_idea(stage, entry, _text(stage, entry))
        if "organisation" in entry:
            organisation = stage.organisations[entry["organisation"]]
            behalf.choose_organisation(actor=idea.author, idea=idea, organisation=organisation)
    return stage.ideas[key]


def _new_idea(stage: Stage, entry: dict[str, Any], text: IdeaText) -> Idea:
    """Begun by its author, or entered by the desk, which sends it too."""
    if "paper" not in entry:
        return writing.propose(actor=stage.people[entry["author"]], text=text)
    paper = entry["paper"]
    received_on = today() - timedelta(days=paper["received_before"])
    sender = Sender(Channel(paper["channel"]), received_on, name=paper["name"])
    return entering.enter_idea(actor=stage.people["moderator"], text=text, sender=sender)


def _change(stage: Stage, part: Happening, _day: date) -> None:
    idea = _idea(stage, part.subject)
    writing.edit(actor=idea.author, idea=idea, text=_text(stage, part.entry, IdeaText.of(idea)))


def _move(stage: Stage, part: Happening, _day: date) -> None:
    idea, entry = _idea(stage, part.subject), part.entry
    SPECIAL.get(entry["move"], _plain_move)(stage, idea, entry)


def _plain_move(stage: Stage, idea: Idea, entry: dict[str, Any]) -> None:
    is_authors = entry["move"] in {"submit", "withdraw"}
    actor = idea.author if is_authors else stage.people[entry.get("by", "moderator")]
    link = entry.get("link", {})
    details = Details(
        reason_code=entry.get("reason"),
        sentence=entry.get("sentence", ""),
        answer=_answer(stage, entry["answer"]) if "answer" in entry else None,
        goal_id=stage.goals.get(entry.get("goal", "")),
        is_outside_strategy=entry.get("goal") == "outside",
        review_place=entry.get("where", ""),
        until=today() + timedelta(days=entry["until_in_days"]) if "until_in_days" in entry else None,
        explanation=entry.get("explanation", ""),
        effort_id=stage.efforts.get(link.get("effort", "")),
        has_link="project" in link,
    )
    move(actor=actor, idea=idea, name=entry["move"], details=details)
    if "project" in link:
        linking.link_idea(actor=actor, project=stage.projects[link["project"]], idea=idea)


def _interim(stage: Stage, idea: Idea, entry: dict[str, Any]) -> None:
    answer_for_now(
        actor=stage.people["moderator"],
        idea=idea,
        text=_answer(stage, entry["answer"]),
        until=today() + timedelta(days=entry["answer"]["new_promise_in_days"]),
    )


def _begun(_stage: Stage, _idea: Idea, _entry: dict[str, Any]) -> None:
    """A draft is only begun, and what came on paper is sent by being entered."""


SPECIAL: dict[str, Callable[[Stage, Idea, dict[str, Any]], None]] = {
    "interim_answer": _interim,
    "draft": _begun,
    "enter": _begun,
}


def _answer(stage: Stage, entry: dict[str, Any]) -> AnswerText:
    return AnswerText(
        doing=entry["doing"],
        why=entry.get("why", ""),
        next_steps=entry.get("next_steps", ""),
        department=entry["department"],
        signed_by=stage.name_of(entry.get("person")),
        decided_by=DecidedBy(entry.get("decided_by", "administration")),
        decided_on=today() - timedelta(days=entry.get("decided_days_ago", 0)),
        agenda_url=entry.get("agenda_url", ""),
    )


def _create_project(stage: Stage, part: Happening, day: date) -> None:
    entry = part.entry
    organisation = stage.organisations.get(entry["run_by"])
    text = ProjectText(
        title=entry["title"],
        description=entry["description"],
        steward=stage.name_of(entry["steward"]),
        steward_id=stage.people[entry["steward"]].id,
        place=entry.get("place", ""),
        organisation_id=organisation.id if organisation else None,
        starts_on=day + timedelta(days=entry["starts_in_days"]),
        ends_on=day + timedelta(days=entry["ends_in_days"]),
    )
    stage.projects[part.subject] = project_writing.create(
        actor=stage.people["moderator"],
        text=text,
        ideas=[stage.ideas[key] for key in entry["ideas"]],
        goal_ids=[stage.goals[key] for key in entry["goals"]],
    )
    running.plan(stage=stage, part=part, day=day)


def _move_project(stage: Stage, part: Happening, day: date) -> None:
    back = part.entry.get("back_in_days")
    words = Words(
        sentence=part.entry.get("sentence", ""),
        outcome=part.entry.get("outcome", ""),
        resumes_on=day + timedelta(days=back) if back else None,
    )
    project_moves.move(
        actor=stage.people["moderator"],
        project=stage.projects[part.subject],
        name=part.entry["move"],
        words=words,
    )


def _addition(stage: Stage, part: Happening, _day: date) -> None:
    idea = stage.ideas[part.subject]
    writing.add_to(actor=idea.author, idea=idea, body=part.entry["body"])


def _support(stage: Stage, part: Happening, day: date) -> None:
    """The crowd's rows and the counter at once, spread over the days that follow, with equal result."""
    # An author supports the own idea; what is an organisation's has no support from the start.
    idea = stage.ideas[part.subject]
    many = part.entry["count"] - (idea.organisation_id is None)
    if many < 1:
        return
    chance, start = random.Random(part.subject), part.entry["from"]
    span = moment_of(day, part.entry["until_days_ago"]) - now()
    rows = [
        {"idea_id": idea.id, "person_id": person_id, "created_at": now() + span * chance.random()}
        for person_id in stage.supporters[start : start + many]
    ]
    db.session.execute(insert(Vote), rows)
    counted = update(Idea).where(Idea.id == idea.id).values(support_count=Idea.support_count + many)
    db.session.execute(counted, execution_options={"synchronize_session": False})
    db.session.refresh(idea)


def _comment(stage: Stage, part: Happening, day: date) -> None:
    idea, entry = stage.ideas[part.subject], part.entry
    assert idea.discussion is not None
    written = stage.comments[entry.get("key", "")] = _write(stage, idea.discussion, entry)
    for reply in entry.get("replies", []):
        with at(moment_of(day, reply["days_ago"])):
            discussions.reply(actor=stage.people[reply["author"]], parent=written, body=reply["body"])
    if "deleted_days_ago" in entry:
        with at(moment_of(day, entry["deleted_days_ago"])):
            discussions.delete(actor=stage.people[entry["author"]], comment=written)
    if "hidden" in entry:
        stage.hidings[entry.get("key", "")] = _hide(stage, written, entry["hidden"], day)


def _write(stage: Stage, discussion: Discussion, entry: dict[str, Any]) -> Comment:
    return discussions.comment(
        actor=stage.people[entry["author"]],
        discussion=discussion,
        body=entry["body"],
        organisation=stage.organisations.get(entry.get("organisation", "")),
    )


def _hide(stage: Stage, comment: Comment, entry: dict[str, Any], day: date) -> ModerationEntry:
    with at(moment_of(day, entry["days_ago"])):
        return moderation.hide_comment(
            actor=stage.people["moderator"],
            comment=comment,
            reason_code=entry["reason"],
            sentence=entry["sentence"],
        )


ACTS: dict[str, Callable[[Stage, Happening, date], None]] = {
    "change": _change,
    "move": _move,
    "create_project": _create_project,
    "move_project": _move_project,
    "update": lambda stage, part, _day: running.tell(stage=stage, part=part),
    "keep": lambda stage, part, _day: adopting.keep(stage=stage, part=part),
    "offer": lambda stage, part, _day: adopting.offer(stage=stage, part=part),
    "adopt": lambda stage, part, _day: adopting.adopt(stage=stage, part=part),
    "agreement": lambda stage, part, day: adopting.agree(stage=stage, part=part, day=day),
    "milestone": lambda stage, part, _day: running.reach(stage=stage, part=part),
    "outcome": lambda stage, part, _day: ending.tell(stage=stage, part=part),
    "helped": lambda stage, part, _day: ending.answer(stage=stage, part=part),
    "addition": _addition,
    "support": _support,
    "comment": _comment,
    **DESK,
    **VOLUNTEERS,
}
