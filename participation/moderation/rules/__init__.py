"""What is reported, who is concerned by an act, and until when it can be appealed."""

from datetime import date, datetime, timedelta

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.foundation.calendar import add_working_days
from participation.foundation.clock import end_of_day, local_date, now
from participation.ideas.models import Idea, IdeaMove
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.organisations.models import Organisation
from participation.projects.models import ProjectUpdate

Reportable = Idea | Comment | Organisation | Person
Erasable = Reportable | ProjectUpdate
Act = ModerationEntry | IdeaMove

LONGEST_SUSPENSION = timedelta(days=90)
APPEAL_PERIOD = timedelta(days=30)
APPEALABLE = frozenset({ModerationAct.HIDE, ModerationAct.CLOSE, ModerationAct.SUSPEND, ModerationAct.REFUSE})
# The name of the move by which an idea is not published.
REFUSAL = "refuse"


def title_of(subject: Erasable) -> str:
    """What the desk calls it."""
    if isinstance(subject, Idea):
        return subject.safe_title
    if isinstance(subject, Comment):
        return subject.discussion.subject_title
    if isinstance(subject, ProjectUpdate):
        return subject.project.title
    return (subject.name if isinstance(subject, Organisation) else subject.public_name) or "–"


def writer_of(subject: Erasable) -> int | None:
    """The person behind it; an organisation is nobody's."""
    if isinstance(subject, Idea | Comment | ProjectUpdate):
        return subject.author_id
    return subject.id if isinstance(subject, Person) else None


def person_concerned(act: Act) -> int | None:
    """Whom an act is about: who wrote it, whose idea takes no comments, or who was suspended."""
    if isinstance(act, IdeaMove):
        return act.idea.author_id
    if act.person_id is not None:
        return act.person_id
    content = act.comment or act.idea
    return content.author_id if content else None


def is_appealable(act: Act) -> bool:
    """Whether it is of a kind that another colleague can look at again."""
    if isinstance(act, IdeaMove):
        return act.name == REFUSAL
    return act.act in APPEALABLE and act.update_id is None


def appeal_ends_at(act: Act) -> datetime:
    """The last moment for an appeal."""
    return end_of_day(local_date(act.at) + APPEAL_PERIOD)


def promise(working_days: int) -> datetime:
    """The end of the day so many working days from today."""
    return end_of_day(add_working_days(local_date(now()), working_days))


def is_allowed_end(last_day: date, today: date) -> bool:
    """A suspension ends: after today, and within the longest time."""
    return today < last_day <= today + LONGEST_SUSPENSION
