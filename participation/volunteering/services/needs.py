"""What a project asks for."""

from dataclasses import asdict, dataclass
from datetime import date

from participation.cases.services.words import check_words
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.places.services import lines
from participation.projects.models import Project
from participation.volunteering import queries, rules
from participation.volunteering.events import NeedAdded, NeedChanged
from participation.volunteering.models import Need, NeedKind
from participation.volunteering.services.line import LINE

FULL = N_("%(taken)s have a place already. You can't make room for fewer.")
MANY = N_("A project asks for at most %(most)s things at a time. Close one that is no longer needed.")


@dataclass(frozen=True)
class NeedText:
    """What is asked for; without a capacity there is room for anybody."""

    kind: NeedKind
    title: str
    details: str = ""
    day: date | None = None
    capacity: int | None = None


def add_need(*, actor: Actor, project: Project, text: NeedText) -> Need:
    """Ask for something; RuleViolation when the project asks for very many things."""
    require(actor, "volunteering.run", project)
    lock(project)
    if len([each for each in queries.needs_of(project) if each.closed_at is None]) >= rules.MOST_NEEDS:
        raise RuleViolation(MANY, most=rules.MOST_NEEDS)
    check_words(actor=actor, texts=[text.title, text.details])
    need = Need(project_id=project.id, **asdict(text))
    db.session.add(need)
    db.session.flush()
    publish(NeedAdded(project=project, need=need, actor=actor))
    return need


def edit_need(*, actor: Actor, need: Need, text: NeedText) -> None:
    """Ask otherwise; with more room, those who wait move up. Nobody loses a place."""
    require(actor, "volunteering.edit_need", need)
    lock(need)
    if text.capacity is not None and text.capacity < need.taken:
        raise RuleViolation(FULL, taken=need.taken)
    changed = {name for name, value in asdict(text).items() if getattr(need, name) != value}
    check_words(actor=actor, texts=[getattr(text, name) for name in changed & {"title", "details"}])
    for name, value in asdict(text).items():
        setattr(need, name, value)
    lines.fill(line=LINE, actor=actor, room=need)
    publish(NeedChanged(project=need.project, need=need, actor=actor))


def close_need(*, actor: Actor, need: Need, is_closed: bool) -> None:
    """Take nobody more, or take people again; who has a place keeps it."""
    require(actor, "volunteering.edit_need", need)
    lock(need)
    if (need.closed_at is not None) == is_closed:
        return
    need.closed_at = now() if is_closed else None
    db.session.flush()
    publish(NeedChanged(project=need.project, need=need, actor=actor))


def general_need(*, project: Project) -> Need:
    """The need of whoever joins the project as a whole, made when it is first asked for."""
    lock(project)
    found = queries.general_need(project)
    if found is None:
        found = Need(project_id=project.id, kind=NeedKind.GENERAL)
        db.session.add(found)
        db.session.flush()
    return found
