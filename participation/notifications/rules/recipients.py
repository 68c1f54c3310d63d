"""Whom a piece of news reaches: each function selects people's ids from what the news is about."""

from collections.abc import Callable

from sqlalchemy import Select, exists, false, select, union
from sqlalchemy.orm import aliased

from participation.accounts.models import Person, Role
from participation.adoptions.models import OfferSupporter
from participation.discussions.models import Comment
from participation.extensions import db
from participation.ideas.models import Idea
from participation.meetings.queries import participants
from participation.moderation.models import Appeal
from participation.moderation.queries.reports import reporters_of
from participation.notifications.models import News
from participation.organisations.lifecycle import ACTING, LEADING, ROLES, MembershipRole
from participation.organisations.models import Membership, in_force
from participation.outcomes.queries import people_asked
from participation.projects.models import ProjectIdea
from participation.projects.queries.running import steward_ids
from participation.successions.queries import concerned_by as concerned_by_succession
from participation.triage.models import BulkItem, ItemState
from participation.triage.queries import author_of, concerned_by, supporters_of
from participation.triage.queries.notes import staff_concerned

Recipients = Callable[[News], Select[int]]


def author(news: News) -> Select[int]:
    """The idea's author."""
    return author_of(_idea(news))


def addressee(news: News) -> Select[int]:
    """The one person whom the event names as its `person_id`."""
    return select(Person.id).where(Person.id == news.person_id)


def who_was_given_tasks(news: News) -> Select[int]:
    """The same, as long as not all of it has been taken back."""
    kept = (
        BulkItem.bulk_id == news.facts["bulk_id"],
        BulkItem.state.in_([ItemState.DONE, ItemState.WAITING]),
    )
    return addressee(news).where(exists().where(*kept))


def administrators(_news: News) -> Select[int]:
    """Everybody who answers for the desk."""
    return select(Person.id).where(Person.role == Role.ADMINISTRATOR)


def stewards(news: News) -> Select[int]:
    """Those who run the project on the spot."""
    return steward_ids(news.facts["project_id"])


def owners(news: News) -> Select[int]:
    """Those who sign for the organisation today."""
    return _people(news, LEADING)


def belonging(news: News) -> Select[int]:
    """Everybody who belongs to the organisation today."""
    return _people(news, frozenset(ROLES))


def acting(news: News) -> Select[int]:
    """Everybody who may act for the organisation today."""
    return _people(news, ACTING)


def joining(news: News) -> Select[int]:
    """Everybody who is in on the offer."""
    return select(OfferSupporter.person_id).where(OfferSupporter.offer_id == news.facts["offer_id"])


def _people(news: News, roles: frozenset[MembershipRole]) -> Select[int]:
    theirs = Membership.organisation_id == news.facts["organisation_id"], Membership.role.in_(sorted(roles))
    return select(Membership.person_id).where(*theirs, in_force())


def signed_up(news: News) -> Select[int]:
    """Everybody who has signed up for the arrangement, with a place or waiting."""
    return participants(news.facts["meeting_id"])


def coming(news: News) -> Select[int]:
    """Those with a place at the arrangement."""
    return participants(news.facts["meeting_id"], with_waiting=False)


def wanted_or_took_part(news: News) -> Select[int]:
    """Those who supported one of the project's ideas or have a place in it, each once."""
    return people_asked(news.facts["project_id"])


def concerned(news: News) -> Select[int]:
    """The idea's author, supporters, commenters and followers."""
    return concerned_by(_idea(news))


def asking_staff(news: News) -> Select[int]:
    """Who asked a colleague for the contribution, and the case's owner."""
    return staff_concerned(news.facts["contribution_id"])


def supporters(news: News) -> Select[int]:
    """Those who support the idea."""
    return supporters_of(_idea(news))


def reporters(news: News) -> Select[int]:
    """Those who reported the matter with an account."""
    return reporters_of(news.facts["matter_id"])


def appellant(news: News) -> Select[int]:
    """Who asked for another look."""
    return select(Appeal.person_id).where(Appeal.id == news.facts["appeal_id"])


def come_over(news: News) -> Select[int]:
    """Authors and supporters of the ideas that went from one strategy to the next."""
    return concerned_by_succession(news.facts["succession_id"])


def writer(news: News) -> Select[int]:
    """Who wrote what was hidden or shown: the comment if it is one, else the idea."""
    if news.comment_id is not None:
        return select(Comment.author_id).where(Comment.id == news.comment_id)
    return select(Idea.author_id).where(Idea.id == news.idea_id)


def writer_answered(news: News) -> Select[int]:
    """Who wrote the comment that the news' comment replies to, if it was somebody else."""
    parent = aliased(Comment)
    return (
        select(parent.author_id)
        .join(Comment, Comment.parent_id == parent.id)
        .where(
            Comment.id == news.comment_id,
            parent.deleted_at.is_(None),
            parent.author_id != Comment.author_id,
        )
    )


def concerned_but_authors(news: News) -> Select[int]:
    """Who is concerned by either of two ideas, but for the authors, who hear of it apart."""
    everybody = concerned_by(_idea(news)).subquery()
    return select(everybody.c[0]).where(everybody.c[0].not_in(authors_of_both(news)))


def concerned_by_both(news: News) -> Select[int]:
    """Who is concerned by either of two ideas that were one."""
    both = union(concerned_by(_idea(news)), concerned_by(news.facts["source_id"])).subquery()
    return select(both.c[0])


def concerned_by_project(news: News) -> Select[int]:
    """Who is concerned by any of the ideas that a project comes from."""
    linked = select(ProjectIdea.idea_id).where(ProjectIdea.project_id == news.facts["project_id"])
    each = [concerned_by(idea_id) for idea_id in db.session.scalars(linked)]
    everybody = union(*each).subquery() if each else select(Person.id).where(false()).subquery()
    return select(everybody.c[0])


def authors_of_both(news: News) -> Select[int]:
    """The authors of the two."""
    return select(Idea.author_id).where(Idea.id.in_((_idea(news), news.facts["source_id"])))


def other_author(news: News) -> Select[int]:
    """The author of the idea that the other lives on in, if it is somebody else."""
    source = select(Idea.author_id).where(Idea.id == news.facts["source_id"])
    return author_of(_idea(news)).where(Idea.author_id.not_in(source))


def _idea(news: News) -> int:
    assert news.idea_id is not None
    return news.idea_id
