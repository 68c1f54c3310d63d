"""What is reported, who is concerned by an act, and until when it can be appealed."""

from datetime import date, datetime, timedelta

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.foundation.calendar import add_working_days
from participation.foundation.clock import end_of_day, local_date, now
from participation.ideas.models import Idea, IdeaMove
from participation.moderation.models import Appeal, ModerationAct, ModerationEntry
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
    """The person behind it; of an organisation who has answered for it longest, if anybody does."""
    if isinstance(subject, Idea | Comment | ProjectUpdate):
        return subject.author_id
    if isinstance(subject, Organisation):
        return next(iter(subject.owner_ids), None)
    return subject.id


def people_behind(subject: Erasable) -> frozenset[int]:
    """Who wrote it, answers for it, or is it: nobody of them judges it."""
    if isinstance(subject, Organisation):
        return frozenset(subject.owner_ids)
    writer = writer_of(subject)
    return frozenset() if writer is None else frozenset({writer})


def subject_of(act: Act) -> Erasable:
    """What was decided about."""
    if isinstance(act, IdeaMove):
        return act.idea
    subject = act.comment or act.idea or act.update or act.organisation or act.person
    assert subject is not None
    return subject


def is_gone(subject: Erasable) -> bool:
    """Whether nothing of it is left to be shown again: taken back by its writer, or deleted for good."""
    return any(getattr(subject, name, None) is not None for name in ("deleted_at", "erased_at"))


def concerns(act: Act, person_id: int) -> bool:
    """Whether an act is about a person: wrote it, answers for it, or was suspended."""
    return person_id in people_behind(subject_of(act))


def is_appealable(act: Act) -> bool:
    """Whether it is of a kind that another colleague can look at again."""
    if isinstance(act, IdeaMove):
        return act.name == REFUSAL
    return act.act in APPEALABLE


def kept_apart(appeal: Appeal) -> frozenset[int | None]:
    """Who does not look at it again: who acted, who asks, and everybody whom it is about."""
    return frozenset({appeal.act.actor_id, appeal.person_id}) | people_behind(subject_of(appeal.act))


def appeal_ends_at(act: Act) -> datetime:
    """The last moment for an appeal."""
    return end_of_day(local_date(act.at) + APPEAL_PERIOD)


def promise(working_days: int) -> datetime:
    """The end of the day so many working days from today."""
    return end_of_day(add_working_days(local_date(now()), working_days))


def is_allowed_end(last_day: date, today: date) -> bool:
    """A suspension ends: after today, and within the longest time."""
    return today < last_day <= today + LONGEST_SUSPENSION
