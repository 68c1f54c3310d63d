"""Reactions: ideas are where their projects say; pictures are seen with their news; mails come and go."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from participation.accounts import queries as accounts
from participation.extensions import lock
from participation.files import queries as files
from participation.files.models import StoredFile
from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.foundation.events import subscribe
from participation.ideas.models import Idea
from participation.ideas.services import moves
from participation.organisations.events import MembershipEnded, RoleGiven
from participation.organisations.lifecycle import ACTING
from participation.projects import queries, rules
from participation.projects.events import IdeaLinked, IdeaUnlinked, ProjectMoved
from participation.projects.models import Project
from participation.projects.queries import parts, running
from participation.projects.services import answering, asking
from participation.web import worker
from participation.web.letters import Letter, letter, public_address, renderer
from participation.web.replies import receiver
from participation.web.tokens import sealed

HOUR = 3600.0


@subscribe(ProjectMoved)
def ideas_follow(event: ProjectMoved) -> None:
    """The project's ideas follow its move."""
    _follow(queries.linked_ideas(event.project), cause=f"project_moved:{event.project.id}")


@subscribe(IdeaLinked)
def linked_idea_follows(event: IdeaLinked) -> None:
    """An idea follows its new project too."""
    _follow([event.idea], cause=f"idea_linked:{event.project.id}")


@subscribe(IdeaUnlinked)
def unlinked_idea_follows(event: IdeaUnlinked) -> None:
    """An idea follows the projects that are left."""
    _follow([event.idea], cause=f"idea_unlinked:{event.project.id}")


def _follow(ideas: Iterable[Idea], *, cause: str) -> None:
    """Under each idea's lock, so that two of its projects that move at once are both seen.

    An idea that an effort carries out stays where a moderator says it is.
    """
    for idea in ideas:
        lock(idea)
        if idea.effort_id is None:
            target = rules.status_of_idea(queries.statuses_of_idea(idea))
            why = rules.why_it_stopped(queries.projects_of_idea(idea))
            moves.follow(idea=idea, target=target, cause=cause, sentence=why)


@subscribe(MembershipEnded, RoleGiven)
def stewards_step_back(event: MembershipEnded | RoleGiven) -> None:
    """Whoever acts for an organisation no more runs its projects no more, from the next request on."""
    if event.organisation.role_of(event.person_id) not in ACTING:
        for project in running.stewarded(event.organisation, event.person_id):
            project.steward_id = None


@files.owner
def shows(stored: StoredFile, viewer: Actor) -> bool:
    """A picture is seen with its news: by whoever runs the project also while it is held, by staff always."""
    for update in parts.shows_picture(stored.id):
        if update.erased_at is None and (update.is_shown or can(viewer, "projects.see_update", update)):
            return True
    return parts.shows_document(stored.id)


@renderer(asking.ASKED)
def asked_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """How is it going? Nothing to whom it is no task any more, or when news have come meanwhile."""
    project = _project_to_run(context)
    is_asked = project is not None and project.nudges > 0 and project.meaning.is_going_on
    return _letter("project_asked", context, is_second=project.nudges > 1) if project and is_asked else None


@renderer(asking.BACK)
def back_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """Is it on its way again?"""
    project = _project_to_run(context)
    return _letter("project_back", context) if project and project.meaning.is_resting else None


@renderer(answering.PUBLISHED)
def published_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """It is there, with a way to take it back."""
    update = queries.find_update(context["update_id"])
    if update is None:
        return None
    note = sealed(answering.TAKE_BACK, [update.id, context["person_id"]])
    return _letter(
        "project_published",
        context,
        update=update,
        spoilt=context["spoilt"],
        take_back=public_address("projects.take_back_by_mail", update_id=update.id, token=note),
        describe=public_address("projects.describe_pictures", update_id=update.id),
    )


@renderer(answering.REFUSED)
def refused_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """Why it is not there, and how else."""
    return _letter("project_refused", context, refusal=answering.REFUSALS[context["reason"]])


def _project_to_run(context: Mapping[str, Any]) -> Project | None:
    """The project, as long as it is the person's to run."""
    project, person = queries.find(context["project_id"]), accounts.person(context["person_id"])
    return project if project and person and can(person, "projects.run", project) else None


def _letter(name: str, context: Mapping[str, Any], **words: Any) -> Letter | None:
    project, person = queries.find(context["project_id"]), accounts.person(context["person_id"])
    if project is None or person is None:
        return None
    address = answering.address_for(project=project, person=person)
    return letter(
        name,
        headers={"Reply-To": address} if address else {},
        project=project,
        takes_answers=address is not None,
        page=public_address("pages.project", project_id=project.id, slug=project.slug),
        work=public_address("projects.work", project_id=project.id),
        **words,
    )


@receiver(answering.PURPOSE)
def take_answer(numbers: Sequence[int], read: Any) -> None:
    """A mail to one of the addresses above."""
    answering.take(numbers=numbers, read=read)


worker.register(every=HOUR, work=asking.ask_for_news)
worker.register(every=HOUR, work=asking.remind_of_return)
worker.register(every=24 * HOUR, work=answering.forget_old)
