"""What readers see of merged and related ideas: the old address leads on, nothing hidden comes to light."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Addition, Idea, IdeaVersion, Merge, MergeState
from participation.ideas.queries.merging import merge_of
from participation.triage.services import merging
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory

Browser = Callable[[Person], Any]


def address(idea: Idea) -> str:
    return f"/vallensbaek/ideer/{idea.id}-{idea.slug}"


@pytest.fixture
def join(moderator: Person) -> Callable[[Idea, Idea], Merge]:
    def make_one(source: Idea, target: Idea) -> Merge:
        planned = merging.merge(actor=moderator, source=source, target=target)
        if planned.state is MergeState.PLANNED:
            planned.due_at = now()
            merging.merge(actor=moderator, source=source, target=target)
        return planned

    return make_one


def test_the_other_text_is_read_on_the_page(client: Any, join: Any) -> None:
    writer = PersonFactory(display_name="Havefruen")
    source, target = IdeaFactory(author_id=writer.id, title="Æbletræer", body="Til alle børn."), IdeaFactory()
    db.session.add(Addition(idea_id=source.id, body="Og pæretræer."))
    CommentFactory(discussion_id=source.discussion_id, body="Ja til æbler.")
    join(source, target)
    page = client.get(address(target)).text
    assert "Bygger også på en idé fra Havefruen: ”Æbletræer”" in page
    assert "Skrevet til idéen ”Æbletræer”" in page
    assert all(words in page for words in ("Til alle børn.", "Og pæretræer.", "Ja til æbler."))


def test_old_addresses_lead_on_through_a_chain(client: Any, join: Any) -> None:
    first, second, third = IdeaFactory(), IdeaFactory(), IdeaFactory()
    join(first, second)
    join(second, third)
    for old in (first, second):
        page = client.get(f"{address(old)}?until=7&x=1")
        assert (page.status_code, page.location) == (301, f"{address(third)}?until=7")
        versions = client.get(f"/vallensbaek/ideer/{old.id}/versioner")
        assert versions.location == f"/vallensbaek/ideer/{third.id}/versioner#ide-{old.id}"


def test_its_versions_are_read_with_the_others(client: Any, join: Any) -> None:
    source, target = IdeaFactory(), IdeaFactory()
    for number, body in enumerate(("Bænke af træ.", "Bænke af sten."), start=1):
        db.session.add(IdeaVersion(idea_id=source.id, number=number, title="Bænke", body=body, place=""))
    join(source, target)
    assert "sten." in client.get(f"/vallensbaek/ideer/{target.id}/versioner").text
    assert f"/versioner#ide-{source.id}" in client.get(address(target)).text


def test_what_is_hidden_after_the_merging_is_not_read_and_not_found(client: Any, join: Any) -> None:
    source, target = IdeaFactory(title="Grimme ord", body="Grimme ord om naboen"), IdeaFactory()
    join(source, target)
    source.hidden_at = now()
    assert "Grimme ord" not in client.get(address(target)).text
    assert client.get(address(source)).status_code == 404


def test_a_hidden_link_of_a_chain_leads_the_others_on(client: Any, join: Any) -> None:
    first, second, third = IdeaFactory(), IdeaFactory(), IdeaFactory()
    join(first, second)
    join(second, third)
    second.hidden_at = now()
    assert client.get(address(first)).location == address(third)


def test_an_author_reads_the_own_idea_where_the_other_is_not_public(
    client: Any, client_of: Browser, author: Person, citizen: Person, join: Any
) -> None:
    source, target = (
        IdeaFactory(status=IdeaStatus.SUBMITTED, published_at=None, author_id=person.id, title=title)
        for person, title in ((author, "Min egen"), (citizen, "En andens"))
    )
    own = f"/vallensbaek/mine-ideer/samling/{join(source, target).id}"
    writer, reader = client_of(author), client_of(citizen)
    for path in (address(source), own):
        page = writer.get(path)
        assert page.status_code == 200
        assert "Min egen" in page.text and "En andens" not in page.text
        assert client.get(path).status_code in {302, 404}
    assert "Min egen" not in reader.get(own).text + reader.get(address(target)).text


def test_both_names_stand_there_once_both_agree(
    client: Any, client_of: Browser, author: Person, citizen: Person, join: Any
) -> None:
    source, target = IdeaFactory(author_id=author.id), IdeaFactory(author_id=citizen.id)
    place = f"/vallensbaek/mine-ideer/samling/{join(source, target).id}"
    first, second = client_of(author), client_of(citizen)
    assert place in first.get("/vallensbaek/mine-ideer").text
    for browser, names in ((first, "Citizen"), (second, "Citizen og Author")):
        assert browser.post(place, data={"agrees": "yes"}).status_code == 302
        assert f"Foreslået af {names} " in " ".join(client.get(address(target)).text.split())
    first.post(place, data={"agrees": "no"})
    assert "Foreslået af Citizen og" not in client.get(address(target)).text


def test_an_author_objects_and_others_have_no_such_page(
    client_of: Browser, author: Person, citizen: Person, moderator: Person
) -> None:
    source, target = IdeaFactory(author_id=author.id), IdeaFactory()
    merge = merging.merge(actor=moderator, source=source, target=target)
    place = f"/vallensbaek/mine-ideer/samling/{merge.id}"
    browser = client_of(author)
    assert browser.post(place, data={"words": ""}).status_code == 422
    assert browser.post(place, data={"words": "Det er to ting."}).status_code == 302
    assert "Det er to ting." in browser.get(place).text
    assert client_of(citizen).get(place).status_code == 404
    planned = merge_of(source)
    assert planned is not None and planned.source_objection == "Det er to ting."
