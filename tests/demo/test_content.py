"""The invented content holds together: who, where, how long, and nothing personal."""

import re
from collections import Counter

import pytest

from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import BODY_LENGTH, PLACE_LENGTH, TITLE_LENGTH
from participation.organisations.models import OrganisationKind
from tests.demo.content import (
    CONTENT,
    NOT_PUBLIC,
    Entry,
    content,
    moves,
    reason_codes,
    strategy_keys,
    texts,
    threads,
)

NAMES = list(CONTENT)
PERSONAL = re.compile(r"@|\b\d{6}[- ]?\d{4}\b|\b(?:\d{2} ?){4}\b|\+45")


def test_every_status_is_shown(ideas: list[Entry]) -> None:
    counts = Counter(idea["status"] for idea in ideas)
    assert 36 <= len(ideas) <= 44
    assert set(counts) == set(IdeaStatus)
    assert counts["declined"] == 4


def test_projects_show_every_stage(loaded: Entry) -> None:
    runs = {project["run_by"] for project in loaded["projects"]} - {"municipality"}
    assert sorted(project["status"] for project in loaded["projects"]) == [
        "active",
        "completed",
        "paused",
        "planned",
    ]
    assert len(runs) == 1
    assert runs <= {organisation["key"] for organisation in loaded["organisations"]}


def test_five_people_have_a_button(loaded: Entry) -> None:
    people = [person for person in loaded["people"] if person.get("sign_in")]
    owners = {organisation["owner"] for organisation in loaded["organisations"]}
    assert [person["key"] for person in people] == [
        "resident",
        "author",
        "moderator",
        "administrator",
        "owner",
    ]
    assert all(set(person["description"]) == {"da", "en"} for person in people)
    assert "owner" in owners


def test_keys_and_names_are_used_once() -> None:
    people = [person for name in NAMES for person in content(name)["people"]]
    assert Counter(person["name"] for person in people).most_common(1)[0][1] == 1
    for name in NAMES:
        for part in ("people", "organisations", "ideas", "projects"):
            keys = [entry["key"] for entry in content(name)[part]]
            assert len(keys) == len(set(keys))


def test_first_names_are_used_once() -> None:
    people = [person for name in NAMES for person in content(name)["people"]]
    first_names = Counter(re.split(r"[ ,]", person["name"])[0] for person in people)
    assert [name for name, count in first_names.items() if count > 1] == []


def test_goals_exist_in_the_strategy(name: str, loaded: Entry) -> None:
    goals = {idea["goal"] for idea in loaded["ideas"]}
    wanted = goals | {goal for project in loaded["projects"] for goal in project["goals"]}
    assert wanted - {"outside", "unknown"} <= strategy_keys(name, "goals")
    assert {"outside", "unknown"} <= goals


def test_a_goal_is_known_once_published(public_ideas: list[Entry]) -> None:
    assert [idea["key"] for idea in public_ideas if idea["goal"] == "unknown"] == []


def test_people_are_known(loaded: Entry) -> None:
    people = {person["key"] for person in loaded["people"]}
    named = {project["steward"] for project in loaded["projects"]}
    named |= {update["author"] for project in loaded["projects"] for update in project["updates"]}
    for organisation in [*loaded["organisations"], *loaded["applications"]]:
        named |= {organisation["owner"], *(member["person"] for member in organisation.get("members", []))}
    for idea in loaded["ideas"]:
        named |= {idea["author"]} if "paper" not in idea else set()
        named |= {comment["author"] for comment, _ in threads(idea.get("comments", []))}
    assert named <= people


def test_organisation_kinds_exist(loaded: Entry) -> None:
    assert {organisation["kind"] for organisation in loaded["organisations"]} <= set(OrganisationKind)


def test_links_lead_somewhere(name: str, loaded: Entry) -> None:
    projects = {project["key"] for project in loaded["projects"]}
    for idea in loaded["ideas"]:
        for entry in moves(idea):
            if entry["move"] == "recognise":
                [(kind, key)] = entry["link"].items()
                assert key in (projects if kind == "project" else strategy_keys(name, "efforts"))


def test_a_comment_is_deleted_and_two_are_hidden(name: str, ideas: list[Entry]) -> None:
    comments = [comment for idea in ideas for comment, _ in threads(idea.get("comments", []))]
    deleted = [comment for comment in comments if "deleted_days_ago" in comment]
    hidden = [comment for comment in comments if "hidden" in comment]
    assert [bool(comment["replies"]) for comment in deleted] == [True]
    assert [comment["hidden"]["reason"] in reason_codes(name, "hide") for comment in hidden] == [True] * 2


def test_support_is_counted_only_where_it_was_possible(ideas: list[Entry]) -> None:
    for idea in ideas:
        assert ("support" in idea) == (idea["status"] not in NOT_PUBLIC), idea["key"]
        assert 3 <= idea.get("support", 3) <= 240


def test_lengths_are_within_limits(ideas: list[Entry]) -> None:
    for idea in ideas:
        for wording in [idea, *idea.get("changes", [])]:
            assert len(wording.get("title", "")) <= TITLE_LENGTH
            assert not wording.get("title", "").endswith(".")
            assert len(wording.get("body", "")) <= BODY_LENGTH
            assert len(wording.get("place", "")) <= PLACE_LENGTH


@pytest.mark.parametrize("text", ["ring 12 34 56 78", "skriv til a@b.dk", "010203-4567"])
def test_personal_details_would_be_found(text: str) -> None:
    assert PERSONAL.search(text)


def test_no_text_holds_personal_details(loaded: Entry) -> None:
    assert [text for text in texts(loaded) if PERSONAL.search(text)] == []
