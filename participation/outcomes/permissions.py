"""Who tells what came of a project, and who answers for whom it did not help."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import can, permission
from participation.outcomes.models import HelpAnswer
from participation.projects.models import Project


@permission("outcomes.write", writes=True)
def may_write(actor: Actor, project: Project) -> bool:
    """Whoever runs the project, once it is completed."""
    return project.meaning.is_completed and can(actor, "projects.run", project)


@permission("outcomes.take_back")
def may_take_back(actor: Actor, project: Project) -> bool:
    """Whoever runs the project, whatever has become of it since."""
    return can(actor, "projects.run", project)


@permission("outcomes.ask")
def may_ask(actor: Actor) -> bool:
    return actor.is_system


@permission("outcomes.reply")
def may_reply(actor: Actor, answer: HelpAnswer) -> bool:
    """Staff, but for who takes no part in this case; once."""
    return answer.case is not None and answer.case.is_open and can(actor, "cases.work", answer.case)


@permission("outcomes.see_feedback")
def may_see_feedback(actor: Actor, answer: HelpAnswer) -> bool:
    return answer.case is not None and can(actor, "cases.work", answer.case)
