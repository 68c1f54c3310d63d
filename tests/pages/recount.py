"""The figures of a goal's page, counted row by row and in no other way than by hand."""

from sqlalchemy import select

from participation.extensions import db
from participation.ideas.lifecycle import PUBLIC
from participation.ideas.models import Idea
from participation.outcomes.lifecycle import Helped
from participation.outcomes.models import HelpAnswer
from participation.outcomes.queries import outcome_of
from participation.outcomes.rules import FEWEST_SHOWN
from participation.pages import texts
from participation.pages.outcomes import people_words
from participation.projects.models import Project, ProjectGoal
from participation.strategies.models import Goal
from participation.volunteering.models import Need, Volunteer
from participation.web.templating import show_number


def is_shown(idea: Idea, goal: Goal) -> bool:
    is_public = idea.status in PUBLIC and idea.hidden_at is None and idea.published_at is not None
    return is_public and idea.goal_id == goal.id


def serving(goal: Goal) -> list[Project]:
    links = {link.project_id for link in db.session.scalars(select(ProjectGoal)) if link.goal_id == goal.id}
    return [each for each in db.session.scalars(select(Project)) if each.id in links]


def people_in(*project_ids: int) -> int:
    """Those with a place, each once."""
    here = {need.id for need in db.session.scalars(select(Need)) if need.project_id in project_ids}
    places = [each for each in db.session.scalars(select(Volunteer)) if each.need_id in here]
    return len({each.person_id for each in places if each.has_place})


def recount(goal: Goal) -> str:
    """The sentence of the goal's page, counted one by one."""
    shown = sum(is_shown(idea, goal) for idea in db.session.scalars(select(Idea)))
    projects = {each.id for each in serving(goal)}
    people = people_in(*projects)
    parts = [texts.idea_count(shown)] if shown else []
    parts += [texts.project_count(len(projects))] if projects else []
    parts += [people_words(people)] if people else []
    return f"{', '.join(parts)}." if parts else ""


def line_of(project: Project) -> str:
    """The figures of a completed project, counted one by one."""
    people, told = people_in(project.id), outcome_of(project)
    answers = [each for each in db.session.scalars(select(HelpAnswer)) if each.project_id == project.id]
    yes = sum(each.answer is Helped.YES for each in answers)
    parts = [people_words(people)] if people else []
    parts += [f"{show_number(told.cost)} kroner"] if told and told.cost is not None else []
    parts += [f"{yes} af {len(answers)} siger, at det hjalp"] if len(answers) >= FEWEST_SHOWN else []
    return " · ".join(parts)
