"""How the story's projects are run: milestones, and news with pictures drawn for them."""

from datetime import date, timedelta

from participation.demo.rules import Happening
from participation.demo.rules.drawing import drawn
from participation.demo.services.stage import Stage
from participation.files.services import store_pictures
from participation.projects import queries
from participation.projects.services import news, plans


def plan(*, stage: Stage, part: Happening, day: date) -> None:
    """The milestones that a project begins with; their days are counted from the day of loading."""
    for entry in part.entry.get("milestones", []):
        plans.plan_milestone(
            actor=stage.people["moderator"],
            project=stage.projects[part.subject],
            title=entry["title"],
            due_on=day + timedelta(days=entry["due_in_days"]),
        )


def reach(*, stage: Stage, part: Happening) -> None:
    """One of them is done."""
    project = stage.projects[part.subject]
    planned = {each.title: each for each in queries.milestones_of(project)}
    plans.reach_milestone(
        actor=stage.people["moderator"], project=project, milestone=planned[part.entry["title"]]
    )


def tell(*, stage: Stage, part: Happening) -> None:
    """News, by whoever wrote them."""
    author, shown = stage.people[part.entry["author"]], part.entry.get("pictures", [])
    pictures = store_pictures(
        actor=author,
        contents=[drawn(each["scene"]) for each in shown],
        alternative_texts=[each["text"] for each in shown],
    )
    news.write_update(
        actor=author, project=stage.projects[part.subject], body=part.entry["body"], pictures=pictures
    )
