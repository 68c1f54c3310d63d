"""What happens around the ideas: what the desk does besides moving them, and what people ask of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle

from participation.demo.rules import Happening
from participation.demo.services.stage import Stage
from participation.discussions import services as discussions
from participation.foundation.actors import Nobody
from participation.foundation.clock import today
from participation.ideas import queries as ideas
from participation.ideas.queries.answers import versions_of_answer
from participation.ideas.services import merging as relations
from participation.ideas.services.corrections import text_of
from participation.moderation.lifecycle import DeletionReason
from participation.moderation.models import WaveKind
from participation.moderation.queries.reports import open_matter
from participation.moderation.queries.waves import open_wave
from participation.moderation.services import appeals, deleting, reports, watching, waves
from participation.moderation.services.reports import ReportText
from participation.papers.services import sheets
from participation.papers.services.sheets import Sheet
from participation.triage.services import answering, contributions, merging, notes


def _ago(days: int) -> date:
    return today() - timedelta(days=days)


def _merge(stage: Stage, part: Happening, _day: date) -> None:
    """Both can be read by everybody, so it is only planned."""
    source, target = stage.ideas[part.subject], stage.ideas[part.entry["into"]]
    merging.merge(actor=stage.people["moderator"], source=source, target=target)


def _carry_out(_stage: Stage, _part: Happening, _day: date) -> None:
    """The worker's turn."""
    merging.carry_out_due()


def _link(stage: Stage, part: Happening, _day: date) -> None:
    idea, other = stage.ideas[part.subject], stage.ideas[part.entry["other"]]
    relations.link(actor=stage.people["moderator"], idea=idea, other=other)


def _note(stage: Stage, part: Happening, _day: date) -> None:
    case = stage.ideas[part.subject].case
    assert case is not None
    notes.write_note(actor=stage.people[part.entry["author"]], case=case, body=part.entry["body"])


def _ask(stage: Stage, part: Happening, _day: date) -> None:
    stage.asked[part.subject] = contributions.ask_colleague(
        actor=stage.people["moderator"],
        idea=stage.ideas[part.subject],
        recipient=f"{part.entry['recipient']}@{stage.domain}",
        question=part.entry["question"],
        due_on=today() + timedelta(days=part.entry["due_in_days"]),
    )


def _contribute(stage: Stage, part: Happening, _day: date) -> None:
    """Whoever has the link writes, without an account."""
    words = {name: part.entry[name] for name in ("body", "name", "department")}
    contributions.give_contribution(actor=Nobody(), contribution=stage.asked[part.subject], **words)


def _correct(stage: Stage, part: Happening, _day: date) -> None:
    idea = stage.ideas[part.subject]
    answer = ideas.answers_of(idea)[-1]
    answering.correct_answer(
        actor=stage.people["moderator"],
        idea=idea,
        answer=answer,
        text=replace(text_of(answer=answer), **part.entry["answer"]),
        seen_version=len(versions_of_answer(answer)),
    )


def _sheet(stage: Stage, part: Happening, _day: date) -> None:
    entry = part.entry
    sheet = Sheet(_ago(entry["received_before"]), entry["lines"], entry["others"], entry["label"])
    sheets.enter_sheet(actor=stage.people["moderator"], idea=stage.ideas[part.subject], sheet=sheet)


def _report(stage: Stage, part: Happening, _day: date) -> None:
    text = ReportText(part.entry["reason"], part.entry["body"])
    subject = stage.comments[part.entry["comment"]]
    reports.report(actor=stage.people[part.entry["author"]], subject=subject, text=text)


def _leave(stage: Stage, part: Happening, _day: date) -> None:
    matter = open_matter(stage.comments[part.entry["comment"]])
    assert matter is not None
    reports.leave(actor=stage.people["moderator"], matter=matter, sentence=part.entry["sentence"])


def _appeal(stage: Stage, part: Happening, _day: date) -> None:
    comment, act = stage.comments[part.entry["comment"]], stage.hidings[part.entry["comment"]]
    appeals.appeal(actor=comment.author, act=act, body=part.entry["body"])


def _propose_deletion(stage: Stage, part: Happening, _day: date) -> None:
    subject, reason = stage.comments[part.entry["comment"]], DeletionReason(part.entry["reason"])
    actor, sentence = stage.people["moderator"], part.entry["sentence"]
    deleting.propose(actor=actor, subject=subject, reason_code=reason, sentence=sentence)


def _wave(stage: Stage, part: Happening, _day: date) -> None:
    """Somebody writes nearly the same everywhere; the worker sees it, and all of it is held."""
    for key, body in zip(part.entry["ideas"], cycle(part.entry["bodies"]), strict=False):
        discussion = stage.ideas[key].discussion
        assert discussion is not None
        discussions.comment(actor=stage.people[part.entry["author"]], discussion=discussion, body=body)
    watching.watch()
    wave = open_wave(WaveKind.POSTS)
    assert wave is not None
    waves.hold_wave(actor=stage.people["moderator"], wave=wave)


DESK: dict[str, Callable[[Stage, Happening, date], None]] = {
    "merge": _merge,
    "carry_out": _carry_out,
    "link": _link,
    "note": _note,
    "ask": _ask,
    "contribute": _contribute,
    "correct": _correct,
    "sheet": _sheet,
    "report": _report,
    "leave": _leave,
    "appeal": _appeal,
    "propose_deletion": _propose_deletion,
    "wave": _wave,
}
