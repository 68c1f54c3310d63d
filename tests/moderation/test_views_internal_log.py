"""The internal log as administrators read it."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text, update

from participation.accounts.models import Person, Role
from participation.accounts.services.roles import change_role
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.ideas.models import Idea
from participation.ideas.services.moves import Details, move
from participation.moderation.models import LogEntry
from participation.moderation.services.hiding import hide_comment
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory

LOG = "/vallensbaek/indstillinger/hvem-gjorde-hvad"


@pytest.fixture
def desk(administrator: Person, client_of: Callable[[Person], Any]) -> Any:
    return client_of(administrator)


@pytest.fixture
def idea(moderator: Person) -> Idea:
    """An idea that is taken up for review, a hidden comment beneath it, and a role given by the operator."""
    idea = IdeaFactory(title="Flere bænke")
    details = Details(review_place="Teknikudvalget", until=idea.published_at.date().replace(year=2099))
    move(actor=moderator, idea=idea, name="start_review", details=details)
    comment = CommentFactory(discussion_id=idea.discussion_id)
    hide_comment(actor=moderator, comment=comment, reason_code="tone", sentence="Det er for groft.")
    change_role(actor=SYSTEM, person=PersonFactory(), role=Role.MODERATOR)
    return idea


def test_acts_are_told_in_words_with_a_link(desk: Any, idea: Idea) -> None:
    page = desk.get(LOG).text
    assert "Moderator valgte ”Tag den op til behandling” for en idé." in page
    assert f'href="/vallensbaek/opgaver/{idea.id}">Flere bænke</a>' in page
    assert "Moderator skjulte noget, der var skrevet." in page and "#kommentar-" in page
    assert "Systemet ændrede en rolle til ”Moderator”." in page
    assert "for groft" not in page and "Teknikudvalget" not in page
    assert "Kæden holder for det, du ser her" in page
    assert "Moderator hid something that was written." in desk.get(f"/en{LOG}").text


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("kind=idea_moved", [1]),
        ("actor=system", [3]),
        ("actor=x&kind=%00", [3, 2, 1]),
        ("actor=99999999999999999999", [3, 2, 1]),
    ],
)
def test_filters(desk: Any, idea: Idea, query: str, numbers: list[int]) -> None:
    page = desk.get(f"{LOG}?{query}").text
    assert [number for number in (3, 2, 1) if f"Nr. {number}" in page] == numbers


def test_pages_reach_the_first_entry(desk: Any, moderator: Person) -> None:
    for _ in range(25):
        hide_comment(actor=moderator, comment=CommentFactory(), reason_code="tone", sentence="Groft.")
    first = desk.get(LOG).text
    assert "Nr. 25" in first and "Nr. 5<" not in first
    cursor = first.split("cursor=")[1].split('"')[0]
    assert "Nr. 1" in desk.get(f"{LOG}?cursor={cursor}").text


def test_a_changed_entry_is_told_on_its_page(desk: Any, idea: Idea) -> None:
    db.session.commit()
    is_sqlite = db.session.get_bind().dialect.name == "sqlite"
    db.session.execute(text("DROP TRIGGER log_entries_unchanged" + ("" if is_sqlite else " ON log_entries")))
    db.session.execute(update(LogEntry).where(LogEntry.number == 2).values(actor_id=None))
    assert "Kæden holder ikke" in desk.get(LOG).text
    assert "Kæden holder for" in desk.get(f"{LOG}?kind=idea_moved").text


def test_moderators_do_not_read_it(moderator: Person, client_of: Callable[[Person], Any]) -> None:
    assert client_of(moderator).get(LOG).status_code == 403


def test_it_costs_the_same_for_one_and_for_twenty(
    desk: Any, moderator: Person, count_queries: Callable[[], Any]
) -> None:
    def cost() -> int:
        with count_queries() as statements:
            desk.get(LOG)
        return len(statements)

    hide_comment(actor=moderator, comment=CommentFactory(), reason_code="tone", sentence="Groft.")
    desk.get(LOG)
    one = cost()
    for _ in range(19):
        hide_comment(actor=moderator, comment=CommentFactory(), reason_code="tone", sentence="Groft.")
    db.session.commit()
    assert cost() == one
