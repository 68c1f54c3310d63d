"""The public moderation log: what, which rule, when; never who or what was written."""

from datetime import UTC, datetime
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import at
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.moderation.services.hiding import hide_comment, hide_idea, show_idea
from participation.moderation.services.updates import hide_update
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.municipalities import ReasonFactory
from tests.factories.projects import UpdateFactory

LOG = "/vallensbaek/moderering"


@pytest.fixture
def acts(moderator: Person) -> None:
    """A comment hidden in March, an idea hidden and shown again in May."""
    ReasonFactory(code="tone", label_da="Hård tone", label_en="Harsh words")
    comment = CommentFactory(body="Sikke noget hemmeligt.")
    with at(datetime(2026, 3, 31, 22, 30, tzinfo=UTC)):
        hide_comment(actor=moderator, comment=comment, reason_code="tone", sentence="Det er for groft.")
    idea = IdeaFactory(title="Noget hemmeligt")
    with at(datetime(2026, 5, 4, 12, tzinfo=UTC)):
        hide_idea(actor=moderator, idea=idea, reason_code="tone", sentence="Det er for groft.")
        show_idea(actor=moderator, idea=idea, sentence="Vi tog fejl.")


def test_acts_stand_under_their_danish_month(client: Any, acts: None) -> None:
    page = client.get(LOG).text
    may, april = page.index("Maj 2026"), page.index("April 2026")
    assert may < page.index("Idé: vist igen") < page.index("Idé: skjult") < april
    assert april < page.index("Kommentar: skjult") and "1. april 2026" in page
    assert "Regel: Hård tone" in page
    assert "Idea: shown again" in client.get(f"/en{LOG}").text


def test_news_of_a_project_are_called_so(client: Any, moderator: Person) -> None:
    hide_update(actor=moderator, update=UpdateFactory(), reason_code="tone", sentence="Det er for groft.")
    assert "Nyhed fra et projekt: skjult" in client.get(LOG).text


def test_neither_names_nor_words_nor_links_to_it(client: Any, acts: None) -> None:
    page = client.get(LOG).text
    assert not [word for word in ("hemmeligt", "groft", "tog fejl", "Moderator", "Person") if word in page]
    main = page[page.index("<main") : page.index("</main>")]
    assert "/ideer/" not in main and "kommentar-" not in main


def test_what_was_taken_away_is_counted_by_rule(client: Any, acts: None) -> None:
    with at(datetime(2026, 6, 1, tzinfo=UTC)):
        assert "Hård tone: 2" in client.get(LOG).text
    with at(datetime(2027, 6, 1, tzinfo=UTC)):
        assert "Efter regel" not in client.get(LOG).text


def test_every_act_has_its_words(client: Any, citizen: Person, moderator: Person) -> None:
    for act in ModerationAct:
        db.session.add(
            ModerationEntry(
                act=act, person_id=citizen.id, reason_code="gone", sentence="", actor_id=moderator.id
            )
        )
    page = client.get(LOG).text
    assert page.count("Konto: ") + page.count("Samtale: ") == len(ModerationAct)
    assert "set på igen: afgørelsen er ændret" in page


def test_visitors_share_the_page(client: Any, acts: None) -> None:
    answer = client.get(LOG)
    assert "Set-Cookie" not in answer.headers and answer.headers["ETag"].startswith("W/")
    assert 'href="/vallensbaek/moderering"' in client.get("/vallensbaek/regler").text
