"""News from a project: told, mended, taken back; a steward's may be held until somebody has looked."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.cases import services as cases
from participation.cases.services.words import check_words
from participation.extensions import db, lock
from participation.files.models import ALTERNATIVE_TEXT_LENGTH, StoredFile
from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.projects import queries
from participation.projects.events import NewsShown, ProjectUpdated, UpdateChanged, UpdateTakenBack
from participation.projects.models import Project, ProjectUpdate, UpdatePicture
from participation.projects.rules import MOST_PICTURES

TOO_MANY = N_("News has at most %(most)s pictures.")


def write_update(
    *, actor: Actor, project: Project, body: str, pictures: Sequence[StoredFile] = ()
) -> ProjectUpdate:
    """Tell news from a project, dated now; the same words a moment ago are the same news."""
    require(actor, "projects.run", project)
    lock(project)
    if len(pictures) > MOST_PICTURES:
        raise RuleViolation(TOO_MANY, most=MOST_PICTURES)
    again = queries.just_told(project, author_id=actor.actor_id, body=body)
    if again is not None:
        return again
    update = ProjectUpdate(
        project_id=project.id,
        author_id=actor.actor_id,
        body=body,
        is_official=actor.is_staff,
        pictures=[UpdatePicture(file_id=picture.id) for picture in pictures],
    )
    db.session.add(update)
    db.session.flush()
    texts = [body, *(picture.alternative_text for picture in pictures)]
    if not _is_held(actor, project, update, texts):
        _appear(project, update)
    publish(ProjectUpdated(project=project, update=update, actor=actor))
    return update


def edit_update(*, actor: Actor, update: ProjectUpdate, body: str) -> None:
    """Change the words; readers see that they were changed."""
    require(actor, "projects.change_update", update)
    if body == update.body and not update.is_held:
        return
    project = _project(update)
    update.body, update.edited_at = body, now()
    if not _is_held(actor, project, update, [body]):
        let_out(update=update)
    publish(UpdateChanged(project=project, update=update, actor=actor))


def describe_pictures(*, actor: Actor, update: ProjectUpdate, words: Mapping[int, str]) -> None:
    """Say what the pictures show, by the number of the picture's file."""
    require(actor, "projects.change_update", update)
    check_words(actor=actor, texts=list(words.values()))
    for picture in update.pictures:
        said = words.get(picture.file_id, picture.file.alternative_text)
        picture.file.alternative_text = said[:ALTERNATIVE_TEXT_LENGTH]
    db.session.flush()
    publish(UpdateChanged(project=_project(update), update=update, actor=actor))


def take_back(*, actor: Actor, update: ProjectUpdate) -> None:
    """Take news back: words and pictures go, and nobody sees that there were any."""
    require(actor, "projects.take_back_update", update)
    cases.let_go(thing=update)
    update.deleted_at, update.body, update.pictures = now(), "", []
    project = _project(update)
    settle(project=project)
    publish(UpdateTakenBack(project=project, update=update, actor=actor))


def let_out(*, update: ProjectUpdate) -> None:
    """Staff have looked, or it has been mended: it is there for everybody."""
    was_new = update.is_held and update.edited_at is None
    cases.let_go(thing=update)
    db.session.flush()
    _appear(_project(update), update, is_new=was_new)


def settle(*, project: Project) -> None:
    """Reckon anew when everybody last heard something: after news were hidden, shown or taken back."""
    db.session.flush()
    shown = select(func.max(ProjectUpdate.created_at)).where(
        ProjectUpdate.project_id == project.id, queries.is_shown()
    )
    project.news_at = db.session.scalar(shown)
    project.changed_at = now()
    db.session.flush()


def _is_held(actor: Actor, project: Project, update: ProjectUpdate, texts: Sequence[str]) -> bool:
    """Whether somebody has to look first, as at what any resident writes."""
    if actor.is_staff or actor.is_system or actor.actor_id is None:
        return False
    author = db.session.get_one(Person, actor.actor_id)
    reason = cases.reason_to_hold(author=author, texts=texts)
    if reason is None:
        return False
    update.held_at = update.held_at or now()
    cases.hold(thing=update, reason=reason, title=project.title)
    settle(project=project)
    return True


def _appear(project: Project, update: ProjectUpdate, *, is_new: bool = True) -> None:
    """Everybody hears something: nobody has to ask the steward for it."""
    project.nudges, project.nudged_at = 0, None
    settle(project=project)
    if is_new:
        author: Actor = update.author or SYSTEM
        publish(NewsShown(actor=author, project=project, update=update))


def _project(update: ProjectUpdate) -> Project:
    return db.session.get_one(Project, update.project_id)
