"""What a mail holds for one person alone; only at a desk where letters are written."""

from typing import Any

from participation.accounts.models import Person
from participation.notifications.models import News
from participation.outcomes import queries as outcomes
from participation.outcomes.lifecycle import ANSWERS
from participation.outcomes.rules.tickets import Ticket
from participation.projects import queries as projects
from participation.web.letters import public_address


def merge_links(news: News, _person: Person) -> dict[str, Any]:
    """Where an author objects to a planned merge, or says yes to standing as authors together."""
    return {"merge_href": public_address("ideas.merge", merge_id=news.facts["merge_id"])}


def help_links(news: News, person: Person) -> dict[str, Any]:
    """The idea that the person wanted, and each of the four answers with its address."""
    project_id = news.facts["project_id"]
    question = outcomes.question_of(project_id)
    project = projects.find(project_id)
    assert question is not None
    assert project is not None
    token = Ticket(project_id, person.id, question.closes_on).token
    idea = outcomes.idea_that_was_wanted(project_id, person.id)
    return {
        "wanted": idea.title if idea else "",
        "closes_on": question.closes_on,
        "answers": [
            (label, public_address("outcomes.help_by_link", token=token, svar=each.value))
            for each, label in ANSWERS.items()
        ],
        "result": public_address("pages.project", project_id=project_id, slug=project.slug) + "#resultat",
    }
