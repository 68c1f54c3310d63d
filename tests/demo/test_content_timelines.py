"""The invented content's days: moves, answers and promises, with one answer late and one overdue."""

from collections import Counter
from itertools import pairwise

from participation.ideas.models import AnswerKind, DecidedBy
from tests.demo.content import Entry, day_of, days_late, followed, moves, reason_codes, replayed, threads


def test_statuses_follow_from_moves_and_projects(loaded: Entry) -> None:
    assert {idea["key"]: idea["status"] for idea in loaded["ideas"]} == {
        idea["key"]: str(followed(idea, loaded)) for idea in loaded["ideas"]
    }


def test_days_never_run_backwards(ideas: list[Entry]) -> None:
    for idea in ideas:
        days = [entry["days_ago"] for entry in idea.get("timeline", [])]
        assert days == sorted(days, reverse=True), idea["key"]
        assert all(day >= 1 for day in days), idea["key"]


def test_comments_come_after_publication_and_after_what_they_answer(ideas: list[Entry]) -> None:
    for idea in ideas:
        for comment, parent in threads(idea.get("comments", [])):
            start = parent["days_ago"] if parent else day_of(idea, "publish")
            assert start is not None, idea["key"]
            assert 1 <= comment["days_ago"] <= start, (idea["key"], comment["body"])


def test_projects_begin_after_the_answer(loaded: Entry) -> None:
    ideas = {idea["key"]: idea for idea in loaded["ideas"]}
    for project in loaded["projects"]:
        days = [project["created_days_ago"], *(entry["days_ago"] for entry in project["timeline"])]
        assert days == sorted(days, reverse=True)
        assert all((day_of(ideas[key], "accept") or 0) >= days[0] for key in project["ideas"])
        assert all(update["days_ago"] <= days[0] for update in project["updates"])


def test_project_statuses_follow_from_their_moves(loaded: Entry) -> None:
    leads = {"start": "active", "resume": "active", "pause": "paused", "complete": "completed"}
    for project in loaded["projects"]:
        last = project["timeline"][-1] if project["timeline"] else {}
        assert project["status"] == leads.get(last.get("move", ""), "planned")
        assert last.get("sentence" if last.get("move") == "pause" else "move", True)


def test_moves_bring_what_they_need(ideas: list[Entry]) -> None:
    needs = {
        "return": {"reason", "sentence"},
        "refuse": {"reason", "sentence"},
        "decline": {"reason", "sentence", "answer"},
        "give_up": {"reason", "sentence", "answer"},
        "accept": {"answer"},
        "recognise": {"answer", "link"},
        "start_review": {"where", "until_in_days"},
        "reopen": {"sentence", "where", "until_in_days"},
        "withdraw": {"explanation"},
    }
    for idea in ideas:
        for entry in moves(idea):
            assert needs.get(entry["move"], set()) <= set(entry), (idea["key"], entry["move"])


def test_reasons_are_the_municipalitys_own(name: str, ideas: list[Entry]) -> None:
    for idea in ideas:
        for entry in moves(idea):
            assert "reason" not in entry or entry["reason"] in reason_codes(name, entry["move"]), idea["key"]


def test_declines_have_different_reasons(ideas: list[Entry]) -> None:
    reasons = [
        e["reason"] for idea in ideas if idea["status"] == "declined" for e in moves(idea) if "reason" in e
    ]
    assert len(reasons) == len(set(reasons)) == 4


def test_answers_are_whole(ideas: list[Entry]) -> None:
    answers = [entry for idea in ideas for entry in idea.get("timeline", []) if "answer" in entry]
    assert {entry["answer"]["kind"] for entry in answers} == set(AnswerKind)
    for entry in answers:
        answer = entry["answer"]
        assert all(answer[part].endswith(".") for part in ("doing", "why", "next_steps"))
        assert answer["department"]
        assert (
            DecidedBy(answer["decided_by"]) == "administration"
            or answer["decided_days_ago"] >= entry["days_ago"]
        )
        assert ("new_promise_in_days" in answer) == (answer["kind"] == "interim")


def test_the_first_promise_is_kept_but_once(ideas: list[Entry]) -> None:
    for idea in ideas:
        for sent, read in pairwise(moves(idea)):
            is_promised = sent["move"] in {"submit", "enter"}
            assert not is_promised or sent["days_ago"] - read["days_ago"] <= 3, idea["key"]
    waits = sorted(day_of(idea, "submit") or 0 for idea in ideas if replayed(idea) == "submitted")
    assert [days > 3 for days in waits].count(True) == 1
    assert len(waits) >= 6
    assert max(waits) > 7


def test_one_answer_is_late_and_one_is_overdue(public_ideas: list[Entry]) -> None:
    late = Counter(idea["status"] for idea in public_ideas if days_late(idea) > 0)
    assert late == {"declined": 1, "published": 1}


def test_reviews_end_in_the_future(ideas: list[Entry]) -> None:
    for idea in ideas:
        if idea["status"] == "under_review":
            [review] = [entry for entry in moves(idea) if entry["move"] == "start_review"]
            assert review["until_in_days"] > review["days_ago"]


def test_changes_come_after_the_first_sending(ideas: list[Entry]) -> None:
    for idea in ideas:
        for change in [*idea.get("changes", []), *idea.get("additions", [])]:
            assert change["days_ago"] <= idea["timeline"][0]["days_ago"]
            assert set(change) - {"days_ago"} <= {"title", "body", "place", "goal"}
