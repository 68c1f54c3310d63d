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
from participation.triage import queries as triage

AT_ONCE = 500
# A listing may have joined the case already.
Waiting, Owner, Author = aliased(Case), aliased(Person), aliased(Person)
COLUMNS = (
    Idea.id,
    Idea.title,
    Idea.body,
    Idea.place,
    Idea.status,
    Idea.is_outside_strategy,
    Idea.support_count,
    Idea.decided_support,
    Idea.submitted_at,
    Idea.published_at,
    Idea.promised_at,
    Idea.decided_at,
    Author.display_name.label("author"),
    Organisation.name.label("organisation"),
    Goal.title.label("goal"),
    Theme.title.label("theme"),
    Discussion.comment_count,
    Owner.display_name.label("owner"),
    Waiting.journal_number,
)


@dataclass(frozen=True)
class ExportedList:
    """The page's own listing for a viewer, and the ideas that it lists."""

    listing: Callable[[Actor], Listing[Any]]
    ideas: Callable[[], Select[Any]]


LISTS = {
    "ideas": ExportedList(
        listing=lambda _viewer: ideas.IDEAS_LIST, ideas=lambda: select(Idea.id).where(ideas.is_public())
    ),
    "tasks": ExportedList(
        listing=triage.queue_of, ideas=lambda: select(Idea.id).join(Idea.case).where(Case.is_open)
    ),
}


def asked_for(name: str, viewer: Actor, arguments: Mapping[str, str]) -> tuple[Select[Any], dict[str, str]]:
    """The whole list as the address asks for it, and the filters that made sense."""
    chosen = LISTS[name]
    return chosen.listing(viewer).whole(chosen.ideas(), arguments)


def rows_of(session: Session, statement: Select[Any]) -> Iterator[Row[Any]]:
    """The rows one after the other; only some hundred are held at a time."""
    detailed = _detailed(statement).execution_options(yield_per=AT_ONCE)
    yield from session.execute(detailed)


def _detailed(statement: Select[Any]) -> Select[*tuple[Any, ...]]:
    return (
        statement.outerjoin(Waiting, Waiting.id == Idea.case_id)
        .outerjoin(Owner, Owner.id == Waiting.owner_id)
        .outerjoin(Author, Author.id == Idea.author_id)
        .outerjoin(Organisation, Organisation.id == Idea.organisation_id)
        .outerjoin(Goal, Goal.id == Idea.goal_id)
        .outerjoin(Theme, Theme.id == Goal.theme_id)
        .outerjoin(Discussion, Discussion.id == Idea.discussion_id)
        .with_only_columns(*COLUMNS, maintain_column_froms=True)
    )
