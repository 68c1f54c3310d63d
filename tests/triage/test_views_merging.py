"""The desk's pages about two ideas: find the other, see what happens, do it, undo it, link them."""

from datetime import timedelta
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.queries.merging import linked_with, merge_of
from participation.ideas.services.merging import object_to
from participation.ideas.services.moves import settle
from participation.triage.queries.merging import number_in
from participation.triage.services import merging
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.triage.conftest import idea_at
from tests.triage.test_merging import its_day_has_come, join, people, supported_by

DESK = "/vallensbaek/opgaver"


def seen(source: Idea, target: Idea) -> dict[str, str]:
    return {"source_version": str(source.version), "target_version": str(target.version)}


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", 12),
        ("#12", 12),
        ("https://deltag.example/vallensbaek/ideer/12-flere-traeer", 12),
        ("/vallensbaek/opgaver/12", 12),
        ("12 træer", None),
        ("9" * 40, None),
        ("træer", None),
    ],
)
def test_a_number_or_an_address_is_understood(typed: str, number: int | None) -> None:
    assert number_in(typed) == number


def test_the_other_idea_is_found_by_words_and_by_number(desk: Any) -> None:
    idea, other = IdeaFactory(title="Bænke"), IdeaFactory(title="Siddepladser ved søen")
    settle(idea=other)
    for query in ("siddepladser", str(other.id), f"/vallensbaek/ideer/{other.id}-x"):
        assert "Siddepladser ved søen" in desk.get(f"{DESK}/{idea.id}/saml?q={query}").text
    assert "Der er ingen anden idé" in desk.get(f"{DESK}/{idea.id}/saml?q={idea.id}").text


def test_what_happens_is_seen_before_it_is_planned_and_done(desk: Any) -> None:
    one, two, three, four = people(4)
    source, target = supported_by(one, two, three), supported_by(three, four)
    CommentFactory(discussion_id=source.discussion_id)
    source.discussion.comment_count = 1
    address = f"{DESK}/{source.id}/saml/{target.id}"
    page = desk.get(address).text
    assert "Bagefter støtter 4 personer idéen." in page
    assert "1 støtter begge og tæller én gang." in page
    assert "1 kommentar flytter med" in page
    assert desk.post(address, data=seen(source, target)).location == f"{DESK}/{source.id}"
    assert source.status is IdeaStatus.PUBLISHED
    assert "Planlagt til den" in desk.get(f"{DESK}/{source.id}").text
    planned = merge_of(source)
    assert planned is not None
    planned.created_at -= timedelta(hours=1)
    assert desk.post(address, data=seen(source, target)).status_code == 422
    its_day_has_come(source)
    assert desk.post(address, data=seen(source, target)).location == f"{DESK}/{target.id}"
    assert (source.status, target.support_count) == (IdeaStatus.MERGED, 4)


def test_a_colleague_who_was_faster_is_not_overwritten(desk: Any) -> None:
    source, target = IdeaFactory(), IdeaFactory()
    stale = seen(source, target)
    settle(idea=target)
    target.title = "Noget andet"
    answer = desk.post(f"{DESK}/{source.id}/saml/{target.id}", data=stale)
    assert answer.status_code == 409
    assert merge_of(source) is None


def test_what_cannot_be_merged_says_why(desk: Any) -> None:
    source, target = IdeaFactory(title="Bænke"), IdeaFactory(status=IdeaStatus.DECLINED)
    address = f"{DESK}/{source.id}/saml/{target.id}"
    assert "En af dem er allerede besvaret" in desk.get(address).text
    assert desk.post(address, data=seen(source, target)).status_code == 422


def test_a_merging_is_undone_from_either_case(desk: Any, moderator: Person) -> None:
    source, target = supported_by(*people(2)), supported_by(*people(1))
    join(moderator, source, target)
    for idea in (source, target):
        assert f"{DESK}/{source.id}/skil" in desk.get(f"{DESK}/{idea.id}").text
    page = desk.get(f"{DESK}/{source.id}/skil").text
    assert f"2 personer støtter ”{source.title}”" in page
    assert f"1 person støtter ”{target.title}”" in page
    assert desk.post(f"{DESK}/{source.id}/skil", data=seen(source, target)).status_code == 302
    assert source.status is IdeaStatus.PUBLISHED


def test_a_chain_says_what_is_undone_first(desk: Any, moderator: Person) -> None:
    first, second, third = IdeaFactory(), IdeaFactory(), IdeaFactory(title="Den tredje")
    join(moderator, first, second)
    join(moderator, second, third)
    page = desk.get(f"{DESK}/{first.id}/skil").text
    assert "er siden samlet med ”Den tredje”" in page
    assert desk.post(f"{DESK}/{first.id}/skil", data=seen(first, second)).status_code == 422


def test_a_plan_shows_objections_and_is_given_up(desk: Any, moderator: Person, author: Person) -> None:
    source, target = IdeaFactory(author_id=author.id), IdeaFactory()
    planned = merging.merge(actor=moderator, source=source, target=target)
    assert desk.get(f"{DESK}/{source.id}/skil").status_code == 404
    object_to(actor=author, merge=planned, words="Det er to forskellige stier.")
    for idea in (source, target):
        assert "Det er to forskellige stier." in desk.get(f"{DESK}/{idea.id}").text
    assert desk.post(f"{DESK}/{source.id}/saml/opgiv").status_code == 302
    assert merge_of(source) is None


def test_two_ideas_refer_to_each_other_and_cease_to(desk: Any, client: Any) -> None:
    idea, other = IdeaFactory(title="Bænke"), IdeaFactory(title="Borde")
    for _ in range(2):
        assert desk.post(f"{DESK}/{other.id}/henvis/{idea.id}").status_code == 302
    assert linked_with(idea) == [other]
    for one, two in ((idea, other), (other, idea)):
        assert two.title in client.get(f"/vallensbaek/ideer/{one.id}-{one.slug}").text
    desk.post(f"{DESK}/{idea.id}/henvis/{other.id}/fjern")
    assert linked_with(other) == []


def test_an_unpublished_idea_is_merged_at_once_from_its_case(desk: Any, client: Any) -> None:
    source, target = idea_at(IdeaStatus.SUBMITTED, title="Hemmelig plan"), IdeaFactory()
    address = f"{DESK}/{source.id}/saml/{target.id}"
    assert "Det sker med det samme" in desk.get(address).text
    desk.post(address, data=seen(source, target))
    assert source.status is IdeaStatus.MERGED
    page = client.get(f"/vallensbaek/ideer/{target.id}-{target.slug}")
    assert page.status_code == 200
    assert "Hemmelig plan" not in page.text
    assert client.get(f"/vallensbaek/ideer/{source.id}-x").status_code == 404


@pytest.mark.parametrize("place", ["saml", "saml/{other}", "skil"])
def test_residents_see_nothing_of_it(client_of: Any, citizen: Person, place: str) -> None:
    idea, other = IdeaFactory(), IdeaFactory()
    assert client_of(citizen).get(f"{DESK}/{idea.id}/{place.format(other=other.id)}").status_code == 403


@pytest.mark.parametrize("status", [IdeaStatus.PUBLISHED, IdeaStatus.SUBMITTED])
def test_a_double_click_lands_where_the_first_did(desk: Any, status: IdeaStatus) -> None:
    source, target = idea_at(status), idea_at(status)
    sent, address = seen(source, target), f"{DESK}/{source.id}/saml/{target.id}"
    first, second = (desk.post(address, data=sent) for _click in "ab")
    assert (first.status_code, first.location) == (second.status_code, second.location)
    assert first.status_code == 302
