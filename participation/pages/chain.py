"""The chain goal → idea → answer → project → outcome: where we are, what is next, where it broke."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from participation.foundation.clock import now, today
from participation.foundation.text import shorten
from participation.ideas.models import Idea
from participation.pages import texts
from participation.pages.cards import goal_address, idea_address, project_address
from participation.projects.models import Project
from participation.projects.queries import linked_ideas
from participation.strategies.models import Goal
from participation.web.markup import masked, plain
from participation.web.templating import show_date, show_short_date
from participation.web.words import gettext

STAGES = ("goal", "idea", "answer", "project", "outcome")
OUTCOME_LENGTH = 120
REASON_LENGTH = 90


@dataclass(frozen=True)
class Step:
    """One link of the chain; `state` is past, here, broken, next or later."""

    title: str
    text: str | None = None
    href: str | None = None
    state: str = "later"


def _unseen_idea(project: Project) -> str:
    """Of a project that leads back to no idea that everybody can read."""
    is_gone = bool(linked_ideas(project))
    return gettext("The idea can't be read any more") if is_gone else gettext("Begun without an idea")


def of_idea(
    idea: Idea, projects: Sequence[Project], *, reason: str = "", stopped_at: datetime | None = None
) -> tuple[Step, ...]:
    """The chain of one idea; `reason` says in words why it stopped, where it has, and `stopped_at` when."""
    steps = [
        _goal_step(idea),
        Step(gettext("Idea"), _idea_text(idea), idea_address(idea)),
        Step(gettext("Answer"), _answer_text(idea, reason), "#svar" if idea.decided_at else None),
        _project_step(idea, projects),
        outcome_step(projects),
    ]
    place = STAGES.index(idea.meaning.stage)
    steps[1] = replace(steps[1], href=None)
    if idea.meaning.is_broken and place != STAGES.index("answer"):
        steps[place] = replace(steps[place], text=_broken_text(idea, reason, stopped_at))
    return placed(steps, place, is_broken=idea.meaning.is_broken, is_stopped=idea.meaning.is_broken)


def of_project(project: Project, goals: Sequence[Goal], ideas: Sequence[Idea]) -> tuple[Step, ...]:
    """The chain of a project, from its goals and ideas to its outcome."""
    decided = [idea.decided_at for idea in ideas if idea.decided_at is not None]
    yes = gettext("Goes forward, %(date)s", date=show_short_date(min(decided))) if decided else None
    steps = [
        _first_of(
            gettext("Goal"),
            [(goal.title, goal_address(goal)) for goal in goals],
            gettext("Outside the strategy"),
        ),
        _first_of(
            gettext("Idea"),
            [(idea.title, idea_address(idea)) for idea in ideas],
            "" if ideas else _unseen_idea(project),
        ),
        Step(gettext("Answer"), yes, f"{idea_address(ideas[0])}#svar" if decided else None),
        Step(gettext("Project"), _project_text(project)),
        replace(outcome_step([project]), href="#resultat" if project.outcome else None),
    ]
    place = STAGES.index("outcome" if project.meaning.is_completed else "project")
    is_broken = project.meaning.is_cancelled
    return placed(steps, place, is_broken=is_broken, is_stopped=is_broken)


def placed(steps: list[Step], place: int, *, is_broken: bool, is_stopped: bool) -> tuple[Step, ...]:
    """Give each step its state: past before the place, next right after it unless the chain has stopped."""
    here = "broken" if is_broken else "here"
    after = "later" if is_stopped else "next"
    states = ["past"] * place + [here, after] + ["later"] * len(steps)
    return tuple(replace(step, state=state) for step, state in zip(steps, states, strict=False))


def _goal_step(idea: Idea) -> Step:
    if idea.goal is not None:
        return Step(gettext("Goal"), idea.goal.title, goal_address(idea.goal))
    words = gettext("Outside the strategy") if idea.is_outside_strategy else gettext("Not chosen yet")
    return Step(gettext("Goal"), words)


def _idea_text(idea: Idea) -> str | None:
    if idea.published_at is None:
        return texts.label_of(idea.status)
    day = show_short_date(idea.published_at)
    if idea.meaning.takes_votes:
        return gettext("Open for support since %(date)s", date=day)
    return gettext("Proposed %(date)s", date=day)


def _answer_text(idea: Idea, reason: str) -> str | None:
    if idea.meaning.is_decided and idea.decided_at is not None:
        is_no = idea.meaning.is_broken and idea.meaning.stage == "answer"
        return _broken_text(idea, reason, idea.decided_at) if is_no else _verdict(idea)
    if not idea.meaning.awaits_answer or idea.answer_due_at is None:
        return None
    day = show_short_date(idea.answer_due_at)
    if idea.answer_due_at < now():
        return gettext("We promised it by %(date)s. It is still missing", date=day)
    if idea.review_place:
        return gettext("Treated by %(place)s. We answer by %(date)s", place=idea.review_place, date=day)
    return gettext("We answer by %(date)s", date=day)


def _verdict(idea: Idea) -> str:
    assert idea.decided_at is not None
    return gettext("Goes forward, %(date)s", date=show_short_date(idea.decided_at))


def _broken_text(idea: Idea, reason: str, moment: datetime | None) -> str:
    """Where it stopped, when and why: `Går ikke videre, 3. marts: ingen midler i budgettet`."""
    words = {"status": texts.label_of(idea.status), "date": show_short_date(moment or idea.changed_at)}
    reason = shorten(reason, REASON_LENGTH)
    if not reason:
        return gettext("%(status)s, %(date)s", **words)
    return gettext("%(status)s, %(date)s: %(reason)s", reason=reason[:1].lower() + reason[1:], **words)


def _project_step(idea: Idea, projects: Sequence[Project]) -> Step:
    if not projects and idea.effort is not None:
        return Step(gettext("Project"), idea.effort.title)
    if not projects and idea.meaning.goes_forward:
        return Step(gettext("Project"), gettext("Not begun yet"))
    rows = [(_named(project), project_address(project)) for project in projects]
    return _first_of(gettext("Project"), rows)


def _named(project: Project) -> str:
    """The project with where it stands, in so far as it is not simply going on or done."""
    if project.meaning.is_going_on or project.meaning.is_completed:
        return project.title
    return gettext("%(project)s. %(status)s", project=project.title, status=_project_text(project))


def outcome_step(projects: Iterable[Project]) -> Step:
    done = [project for project in projects if project.meaning.is_completed]
    if done:
        return Step(
            gettext("Outcome"), shorten(plain(done[0].outcome), OUTCOME_LENGTH), project_address(done[0])
        )
    ends = sorted(project.ends_on for project in projects if project.meaning.is_open and project.ends_on)
    return Step(gettext("Outcome"), _expected(ends[-1]) if ends else None)


def _expected(day: date) -> str:
    """When it is to be there, or that it should have been."""
    if day < today():
        return gettext("Was expected by %(date)s", date=show_short_date(day))
    return gettext("Expected by %(date)s", date=show_short_date(day))


def _first_of(title: str, rows: Sequence[tuple[str, str]], none: str | None = None) -> Step:
    """The only one by name, several by their number."""
    if not rows:
        return Step(title, none)
    if len(rows) == 1:
        return Step(title, *rows[0])
    return Step(title, gettext("%(first)s and %(num)s more", first=rows[0][0], num=len(rows) - 1), rows[0][1])


def _project_text(project: Project) -> str:
    """Where it stands: what is promised next, or where it broke and why."""
    label, meaning = gettext(project.meaning.label), project.meaning
    if meaning.is_cancelled or meaning.is_resting:
        return _stopped_text(project, label)
    if meaning.is_completed and project.completed_at is not None:
        return gettext("%(status)s, %(date)s", status=label, date=show_short_date(project.completed_at))
    if meaning.is_going_on and project.news_at is not None:
        return gettext("%(status)s, last news %(date)s", status=label, date=show_short_date(project.news_at))
    return _begins(project) or label


def _stopped_text(project: Project, label: str) -> str:
    """`På pause: Jorden er frossen. Vi er tilbage 1. april`; `Opgivet: Grunden blev solgt.`"""
    words = [label]
    if project.sentence:
        reason = shorten(masked(project.sentence), OUTCOME_LENGTH)
        words = [gettext("%(status)s: %(reason)s", status=label, reason=reason)]
    if project.meaning.is_resting and project.resumes_on is not None:
        words.append(gettext("We are back %(date)s.", date=show_date(project.resumes_on)))
    return " ".join(words)


def _begins(project: Project) -> str:
    """When work is to begin, or that it should have."""
    if project.starts_on is None or project.meaning.is_begun:
        return ""
    if project.starts_on < today():
        return gettext("Was to begin %(date)s", date=show_short_date(project.starts_on))
    return gettext("Begins %(date)s", date=show_short_date(project.starts_on))
