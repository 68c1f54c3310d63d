"""The lists that can be taken out: the rows that a page shows, all of them, with what a table has besides."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session, aliased

from participation.accounts.models import Person
from participation.cases.models import Case
from participation.discussions.models import Discussion
from participation.foundation.actors import Actor
from participation.foundation.listing import Listing
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.organisations.models import Organisation
from participation.strategies.models import Goal, Theme
from participation.triage.queries import queue

AT_ONCE = 500
# Rows of their own beside those that a listing filters by.
Shown, Waiting = aliased(Idea), aliased(Case)
Owner, Author = aliased(Person), aliased(Person)
COLUMNS = (
    Shown.id,
    Shown.title,
    Shown.body,
    Shown.place,
    Shown.status,
    Shown.is_outside_strategy,
    Shown.support_count,
    Shown.decided_support,
    Shown.submitted_at,
    Shown.published_at,
    Shown.promised_at,
    Shown.decided_at,
    Author.display_name.label("author"),
    Organisation.name.label("organisation"),
    Goal.title.label("goal"),
    Theme.title.label("theme"),
    Discussion.comment_count,
    Owner.display_name.label("owner"),
    Waiting.kind,
    Waiting.journal_number,
    Waiting.subject_title,
    Waiting.opened_at,
    Waiting.due_at,
    Waiting.place.label("case_place"),
)


@dataclass(frozen=True)
class ExportedList:
    """The page's own listing for a viewer, and what it lists, joined with the idea and the case to show."""

    listing: Callable[[Actor], Listing[Any]]
    rows: Callable[[], Select[Any]]


def _ideas() -> Select[Any]:
    joined = select(Idea).where(ideas.is_public()).join(Shown, Shown.id == Idea.id)
    return joined.outerjoin(Waiting, Waiting.id == Shown.case_id)


def _tasks() -> Select[Any]:
    joined = queue.open_cases().join(Waiting, Waiting.id == Case.id)
    return joined.outerjoin(Shown, Shown.case_id == Waiting.id)


LISTS = {
    "ideas": ExportedList(lambda _viewer: ideas.IDEAS_LIST, _ideas),
    "tasks": ExportedList(queue.queue_of, _tasks),
}


def asked_for(name: str, viewer: Actor, arguments: Mapping[str, str]) -> tuple[Select[Any], dict[str, str]]:
    """The whole list as the address asks for it, with a table's columns, and the filters that made sense."""
    chosen = LISTS[name]
    statement, filters = chosen.listing(viewer).whole(chosen.rows(), arguments)
    return _detailed(statement), filters


def rows_of(session: Session, statement: Select[Any]) -> Iterator[Row[Any]]:
    """The rows one after the other; only some hundred are held at a time."""
    yield from session.execute(statement.execution_options(yield_per=AT_ONCE))


def _detailed(statement: Select[Any]) -> Select[*tuple[Any, ...]]:
    return (
        statement.outerjoin(Owner, Owner.id == Waiting.owner_id)
        .outerjoin(Author, Author.id == Shown.author_id)
        .outerjoin(Organisation, Organisation.id == Shown.organisation_id)
        .outerjoin(Goal, Goal.id == Shown.goal_id)
        .outerjoin(Theme, Theme.id == Goal.theme_id)
        .outerjoin(Discussion, Discussion.id == Shown.discussion_id)
        .with_only_columns(*COLUMNS, maintain_column_froms=True)
    )
