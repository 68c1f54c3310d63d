"""The work of an association's people, as its page tells it: what they have done, and the latest news."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from participation.files.models import StoredFile
from participation.foundation.text import shorten
from participation.meetings import queries as meetings
from participation.organisations.models import Organisation
from participation.pages.cards import project_address
from participation.projects.models import Project, ProjectUpdate
from participation.projects.queries.parts import latest_of_organisation
from participation.volunteering.queries import people_count_of
from participation.web.markup import plain
from participation.web.templating import show_number
from participation.web.words import ngettext

LATEST = 2
LENGTH = 280


@dataclass(frozen=True)
class NewsLine:
    """News from one of its projects, with the first of its pictures."""

    title: str
    href: str
    date: datetime
    text: str
    picture: StoredFile | None


def done_by(organisation: Organisation, projects: Sequence[Project]) -> list[str]:
    """What is done and who lent a hand, each in a sentence; nothing is said of what there is none of."""
    carried = sum(1 for each in projects if each.meaning.is_completed)
    held = meetings.held_count(meetings.of_organisation(organisation.id))
    helped = people_count_of(each.id for each in projects) if projects else 0
    told = (
        (carried, ngettext("%(count)s project done", "%(count)s projects done", carried, count=_in(carried))),
        (held, ngettext("%(count)s event held", "%(count)s events held", held, count=_in(held))),
        (
            helped,
            ngettext(
                "%(count)s volunteer has lent a hand in the projects",
                "%(count)s volunteers have lent a hand in the projects",
                helped,
                count=_in(helped),
            ),
        ),
    )
    return [str(words) for number, words in told if number]


def _in(number: int) -> str:
    return str(show_number(number))


def news_of(organisation: Organisation) -> list[NewsLine]:
    """What was last told of its projects."""
    return [_line(each) for each in latest_of_organisation(organisation.id, limit=LATEST)]


def _line(update: ProjectUpdate) -> NewsLine:
    shown = (each.file for each in update.pictures if not each.file.erased_at)
    return NewsLine(
        title=update.project.title,
        href=f"{project_address(update.project)}#nyhed-{update.id}",
        date=update.created_at,
        text=shorten(plain(update.body), LENGTH),
        picture=next(shown, None),
    )
