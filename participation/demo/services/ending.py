"""How the story's projects end: what came of them, and whether those who wanted them say that it helped."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from participation.accounts.models import Person
from participation.demo.rules import Happening
from participation.demo.rules.drawing import drawn
from participation.demo.services.stage import Stage
from participation.extensions import db
from participation.files.services import store_pictures
from participation.foundation.actors import SYSTEM
from participation.outcomes.lifecycle import Helped
from participation.outcomes.queries import people_asked, readings_for
from participation.outcomes.services import asking, writing
from participation.outcomes.services.writing import OutcomeText
from participation.projects.models import Project

TEXT = ("body", "people", "cost", "paid_by", "effect")


def tell(*, stage: Stage, part: Happening) -> None:
    """What came of it, with pictures drawn for it."""
    author, shown = stage.people[part.entry["author"]], part.entry.get("pictures", [])
    pictures = store_pictures(
        actor=author,
        contents=[drawn(each["scene"]) for each in shown],
        alternative_texts=[each["text"] for each in shown],
    )
    project, words = (
        stage.projects[part.subject],
        {name: part.entry[name] for name in TEXT if name in part.entry},
    )
    text = OutcomeText(**words, **(_figure(project) if part.entry.get("has_figure") else {}))
    writing.write_outcome(actor=author, project=project, text=text, pictures=pictures)


def _figure(project: Project) -> dict[str, Any]:
    """The latest measurement under the goals that it serves."""
    reading = readings_for(project)[0]
    return {
        "indicator_id": reading.indicator_id,
        "measured_on": reading.latest.day if reading.latest else None,
    }


def answer(*, stage: Stage, part: Happening) -> None:
    """The question, and so many of each answer; the first “no” comes with its reason."""
    project = stage.projects[part.subject]
    asking.ask(actor=SYSTEM, project=project)
    asked = select(Person).where(Person.id.in_(people_asked(project.id)), Person.closed_at.is_(None))
    everybody, reason = db.session.scalars(asked.order_by(Person.id)), part.entry.get("reason", "")
    for said, person in zip(_answers(part), everybody, strict=False):
        why = reason if said is Helped.NO else ""
        asking.answer(person=person, project=project, said=said, reason=why)
        reason = "" if why else reason


def _answers(part: Happening) -> Iterator[Helped]:
    for each in Helped:
        yield from [each] * part.entry.get(each.value, 0)
