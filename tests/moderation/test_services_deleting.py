"""Deleting for good: two people, a sentence that repeats nothing, and what readers find afterwards."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.foundation.listing import LARGEST_ID
from participation.foundation.text import quoted
from participation.moderation.lifecycle import DeletionReason
from participation.moderation.models import Deletion
from participation.moderation.services.deleting import agree, decline, propose
from participation.moderation.services.reports import ReportText, report
from participation.projects.services.linking import link_idea
from participation.votes.models import Vote
from participation.votes.services import support
from tests.factories.accounts import PersonFactory
from tests.factories.files import PictureFactory
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.projects import ProjectFactory
from tests.moderation.marks import tables_with

SAID = "Her står Qvzxwort midt i."
ASKED = {"reason_code": DeletionReason.CPR, "sentence": "Der stod et nummer på en nabo."}


def erase(subject: Any, moderator: Person, colleague: Person) -> Deletion:
    deletion = propose(actor=moderator, subject=subject, **ASKED)
    agree(actor=colleague, deletion=deletion)
    db.session.flush()
    return deletion


def test_names_go_with_all_their_copies(moderator: Person, colleague: Person, citizen: Person) -> None:
    name, club = "Xqvlaver Navnet", "Wzqforeningen Nord"
    person, organisation = PersonFactory(display_name=name), OrganisationFactory(name=club)
    for subject in (person, organisation):
        report(actor=citizen, subject=subject, text=ReportText("offensive"))
    assert tables_with(name) == {"people", "cases"}
    for subject in (person, organisation):
        erase(subject, moderator, colleague)
    assert tables_with(name) == tables_with(club) == set()


def test_others_of_the_same_name_keep_it(moderator: Person, colleague: Person) -> None:
    person, namesake = (PersonFactory(display_name="Anna Holm") for _ in range(2))
    idea, project = IdeaFactory(title="Anna Holm"), ProjectFactory(title="Anna Holm", steward="Anna Holm")
    erase(person, moderator, colleague)
    assert (namesake.display_name, idea.title, project.title) == ("Anna Holm",) * 3
    assert (person.display_name, project.steward) == (None, "")


def test_what_a_project_began_with_goes_too(moderator: Person, colleague: Person) -> None:
    idea = IdeaFactory(
        title="Qvzxwort", body=f"{SAID}\n\nSå er det sagt.", place="Ved Qvzxwort", status="accepted"
    )
    own = f"Vi går i gang i maj.\n\n{quoted(idea.body)}"
    texts = {"Qvzxwort": idea.body, "Lyd ved havnen": own}
    made = [
        ProjectFactory(title=title, description=said, place="Ved Qvzxwort") for title, said in texts.items()
    ]
    for project in made:
        link_idea(actor=moderator, project=project, idea=idea)
    erase(idea, moderator, colleague)
    assert tables_with("Qvzxwort") == set()
    left = [(project.title, project.description) for project in made]
    assert left == [("–", "–"), ("Lyd ved havnen", "Vi går i gang i maj.")]


def test_what_staff_wrote_on_a_support_goes_too(
    moderator: Person, colleague: Person, citizen: Person
) -> None:
    idea = IdeaFactory()
    support(actor=citizen, idea=idea)
    db.session.execute(update(Vote).values(invalidated_at=now(), invalidated_reason=SAID))
    erase(idea, moderator, colleague)
    assert tables_with("Qvzxwort") == set()


def test_an_organisations_picture_goes_with_its_name(moderator: Person, colleague: Person) -> None:
    picture = PictureFactory()
    club = OrganisationFactory(picture_id=picture.id)
    erase(club, moderator, colleague)
    assert (club.shown_picture, picture.erased_at is None, picture.alternative_text) == (None, False, "")


def test_nobody_does_it_alone(moderator: Person, colleague: Person, citizen: Person) -> None:
    idea = IdeaFactory()
    with pytest.raises(Forbidden):
        propose(actor=citizen, subject=idea, **ASKED)
    deletion = propose(actor=moderator, subject=idea, **ASKED)
    for person in (moderator, citizen):
        with pytest.raises(Forbidden):
            agree(actor=person, deletion=deletion)
    with pytest.raises(RuleViolation):
        propose(actor=colleague, subject=idea, **ASKED)
    decline(actor=moderator, deletion=deletion)
    with pytest.raises(StaleVersion):
        agree(actor=colleague, deletion=deletion)
    assert idea.erased_at is None and not deletion.case.is_open


@pytest.mark.parametrize(
    "sentence", ["Han skrev: der er varmt om sommeren.", "Nummeret 0101701234 stod der."]
)
def test_the_sentence_repeats_nothing(moderator: Person, sentence: str) -> None:
    idea = IdeaFactory(body="Fordi der er varmt om sommeren. Ring til 0101701234.")
    with pytest.raises(RuleViolation, match="repeats"):
        propose(actor=moderator, subject=idea, reason_code=DeletionReason.CPR, sentence=sentence)


def test_address_says_on_what_ground(
    moderator: Person, colleague: Person, client: Any, client_of: Callable[[Person], Any]
) -> None:
    published = IdeaFactory(title="Qvzxwort", body=SAID)
    address, versions = f"/vallensbaek/ideer/{published.id}-x", f"/vallensbaek/ideer/{published.id}/versioner"
    erase(published, moderator, colleague)
    desk = client_of(moderator)
    for browser in (client, desk, client_of(published.author)):
        page = browser.get(address)
        assert page.status_code == 410 and "databeskyttelseslovens § 11" in page.text
        assert browser.get(versions).status_code == 410
        assert "Qvzxwort" not in page.text and published.title == ""
    assert desk.get(f"/vallensbaek/opgaver/{published.id}").status_code == 404
    assert "§ 11" in client.get(f"/en{address}").text


def test_what_was_never_public_says_nothing(moderator: Person, colleague: Person, client: Any) -> None:
    idea = IdeaFactory(status="submitted", published_at=None, reviewed_at=None)
    erase(idea, moderator, colleague)
    assert client.get(f"/vallensbaek/ideer/{idea.id}-x").status_code == 404
    assert client.get(f"/vallensbaek/ideer/{LARGEST_ID}-x").status_code == 404


def test_a_thread_keeps_the_place(moderator: Person, colleague: Person, client: Any) -> None:
    idea = IdeaFactory()
    gone: Comment = CommentFactory(discussion_id=idea.discussion_id, body=SAID)
    CommentFactory(discussion_id=idea.discussion_id, parent_id=gone.id, body="Enig.")
    erase(gone, moderator, colleague)
    page = client.get(f"/vallensbaek/ideer/{idea.id}-{idea.slug}").text
    assert "Indholdet er slettet efter databeskyttelseslovens § 11" in page
    assert "Enig." in page and "Qvzxwort" not in page


def test_a_long_thread_takes_no_more_statements(
    moderator: Person, colleague: Person, count_queries: Callable[[], Any]
) -> None:
    asked: list[int] = []
    for length in (2, 8):
        idea = IdeaFactory()
        for _ in range(length):
            CommentFactory(discussion_id=idea.discussion_id, body=SAID)
        deletion = propose(actor=moderator, subject=idea, **ASKED)
        with count_queries() as statements:
            agree(actor=colleague, deletion=deletion)
            db.session.flush()
        asked.append(len(statements))
        assert idea.discussion.comment_count == 0
    assert asked[1] <= asked[0]
    assert tables_with("Qvzxwort") == set()
