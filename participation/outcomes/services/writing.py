"""Telling what came of a project: written, mended with versions, pictures described, taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import delete

from participation.cases.services.words import check_words
from participation.extensions import db, lock
from participation.files.models import ALTERNATIVE_TEXT_LENGTH, StoredFile
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.outcomes import queries, rules
from participation.outcomes.events import OutcomeTakenBack, OutcomeWritten
from participation.outcomes.models import Outcome, OutcomePicture, OutcomeVersion
from participation.projects.models import Project

FASTER = N_("Somebody was faster. Look at it again, and write yours once more.")
NO_FIGURE = N_("That figure is not there any more. Choose again.")
TOO_MANY = N_("There is room for %(most)s pictures.")


@dataclass(frozen=True)
class OutcomeText:
    """What is told; `cost` is in whole kroner, `indicator_id` and `measured_on` are what shows it."""

    body: str
    people: str = ""
    cost: int | None = None
    paid_by: str = ""
    effect: str = ""
    indicator_id: int | None = None
    measured_on: date | None = None


def write_outcome(
    *,
    actor: Actor,
    project: Project,
    text: OutcomeText,
    pictures: Sequence[StoredFile] = (),
    seen_version: int | None = None,
) -> Outcome:
    """Tell what came of it with exactly these pictures; other words than before are a new version.

    Nothing seen means that nothing was there: StaleVersion when somebody has written meanwhile.
    """
    require(actor, "outcomes.write", project)
    lock(project)
    outcome = queries.outcome_of(project)
    if (outcome.version if outcome else None) != seen_version:
        raise StaleVersion(FASTER)
    check_words(actor=actor, texts=[text.body, text.people, text.paid_by, text.effect])
    _check_figure(project, text)
    if len(pictures) > rules.MOST_PICTURES:
        raise RuleViolation(TOO_MANY, most=rules.MOST_PICTURES)
    outcome = _written(actor, outcome or Outcome(project_id=project.id, body=""), text)
    _show(outcome, pictures)
    publish(OutcomeWritten(project=project, outcome=outcome, actor=actor))
    return outcome


def describe_pictures(*, actor: Actor, outcome: Outcome, words: Mapping[int, str]) -> None:
    """Say what the pictures show, by the number of the picture's file."""
    require(actor, "outcomes.write", outcome.project)
    check_words(actor=actor, texts=list(words.values()))
    for picture in outcome.pictures:
        said = words.get(picture.file_id, picture.file.alternative_text)
        picture.file.alternative_text = said[:ALTERNATIVE_TEXT_LENGTH]
    db.session.flush()
    publish(OutcomeWritten(project=outcome.project, outcome=outcome, actor=actor))


def take_back(*, actor: Actor, outcome: Outcome) -> None:
    """Words, versions and pictures go for good; the sentence on the project stays."""
    require(actor, "outcomes.take_back", outcome.project)
    project = outcome.project
    db.session.execute(delete(OutcomeVersion).where(OutcomeVersion.outcome_id == outcome.id))
    db.session.delete(outcome)
    db.session.flush()
    publish(OutcomeTakenBack(project=project, actor=actor))


def _check_figure(project: Project, text: OutcomeText) -> None:
    """It is one of a goal that the project serves, and was measured on that day."""
    if text.indicator_id is None:
        return
    found = [each for each in queries.readings_for(project) if each.indicator_id == text.indicator_id]
    days = {measured.day for each in found for measured in each.measurements}
    if not found or text.measured_on not in {None, *days}:
        raise RuleViolation(NO_FIGURE)


def _written(actor: Actor, outcome: Outcome, text: OutcomeText) -> Outcome:
    """The same words again are no version."""
    words = asdict(text)
    if outcome.id is not None and words == {name: getattr(outcome, name) for name in words}:
        return outcome
    for name, value in words.items():
        setattr(outcome, name, value)
    outcome.changed_at = now()
    db.session.add(outcome)
    db.session.flush()
    version = OutcomeVersion(outcome_id=outcome.id, number=outcome.version, author_id=actor.actor_id, **words)
    db.session.add(version)
    return outcome


def _show(outcome: Outcome, pictures: Sequence[StoredFile]) -> None:
    """Those that are there already keep their place."""
    present = {each.file_id: each for each in outcome.pictures}
    outcome.pictures = [present.get(file.id) or OutcomePicture(file_id=file.id) for file in pictures]
    db.session.flush()
