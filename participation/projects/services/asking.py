"""Asking a steward for news, and reminding of a pause that ends: friendly, seldom, and only by mail."""

from datetime import timedelta

from participation.accounts.models import Person
from participation.extensions import db, lock
from participation.foundation.actors import SYSTEM
from participation.foundation.clock import now
from participation.foundation.events import publish
from participation.mail import services as mail
from participation.municipalities import queries as municipalities
from participation.projects.events import StewardAsked
from participation.projects.models import Project
from participation.projects.queries import running

ASKED, BACK = "projects.asked", "projects.back"


def ask_for_news() -> None:
    """Ask the stewards of projects that have been silent, a first and a second time."""
    settings = municipalities.settings()
    first, again = timedelta(weeks=settings.nudge_weeks), timedelta(weeks=settings.nudge_again_weeks)
    for project in running.silent(first=first, again=again):
        seen = project.nudges
        lock(project)
        stewards = running.stewards_of(project)
        if project.nudges == seen and stewards:
            _ask(project, stewards)


def remind_of_return() -> None:
    """On the day on which a pause ends: is the project on its way again? Once for each pause."""
    for project in running.to_return():
        for person in running.stewards_of(project):
            _post(BACK, project, person, f"{project.resumes_on}")


def _ask(project: Project, stewards: list[Person]) -> None:
    project.nudges, project.nudged_at = project.nudges + 1, now()
    db.session.flush()
    for person in stewards:
        _post(ASKED, project, person, f"{project.nudges}:{project.nudged_at.date()}")
    publish(StewardAsked(actor=SYSTEM, project=project, number=project.nudges))


def _post(kind: str, project: Project, person: Person, occasion: str) -> None:
    assert person.email is not None
    mail.post(
        kind=kind,
        recipient=person.email,
        language=person.language,
        context={"project_id": project.id, "person_id": person.id},
        key=f"{kind}:{project.id}:{person.id}:{occasion}",
    )
