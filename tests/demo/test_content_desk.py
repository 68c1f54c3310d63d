"""What the desk does in the invented content: every kind of it, about what is there, and in time."""

from participation.demo.services.desk import DESK
from tests.demo.content import Entry, acts, day_of, reason_codes, threads


def commented(loaded: Entry) -> dict[str, Entry]:
    """The comments that something is about, by key."""
    every = [comment for idea in loaded["ideas"] for comment, _ in threads(idea.get("comments", []))]
    return {comment["key"]: comment for comment in every if "key" in comment}


def test_everything_that_the_desk_does_is_shown(loaded: Entry) -> None:
    assert {entry["what"] for entry in loaded["desk"]} == set(DESK)
    assert len(acts(loaded, "report")) == len(acts(loaded, "leave")) + 1


def test_it_is_about_what_is_there(loaded: Entry) -> None:
    ideas = {idea["key"] for idea in loaded["ideas"]}
    people = {person["key"] for person in loaded["people"]}
    for entry in loaded["desk"]:
        assert {entry[name] for name in ("idea", "other", "into") if name in entry} <= ideas
        assert {entry[name] for name in ("comment",) if name in entry} <= set(commented(loaded))
        assert {entry[name] for name in ("author",) if name in entry} <= people


def test_comments_come_before_what_is_done_about_them(loaded: Entry) -> None:
    comments = commented(loaded)
    for entry in loaded["desk"]:
        if "comment" in entry:
            assert entry["days_ago"] <= comments[entry["comment"]]["days_ago"], entry


def test_reports_and_appeals_have_their_reasons(name: str, loaded: Entry) -> None:
    codes = reason_codes(name, "hide")
    assert {entry["reason"] for entry in acts(loaded, "report")} <= codes
    assert all("hidden" in commented(loaded)[entry["comment"]] for entry in acts(loaded, "appeal"))


def test_a_merging_waits_a_week_and_has_support_in_common(loaded: Entry) -> None:
    ideas = {idea["key"]: idea for idea in loaded["ideas"]}
    [entry], [carried_out] = acts(loaded, "merge"), acts(loaded, "carry_out")
    source, target = ideas[entry["idea"]], ideas[entry["into"]]
    assert entry["days_ago"] - carried_out["days_ago"] > 7
    assert source["support_until"] >= entry["days_ago"]
    assert source["support_from"] < target["support"] < source["support_from"] + source["support"]


def test_the_colleagues_link_is_still_good(loaded: Entry) -> None:
    [asked], [given] = acts(loaded, "ask"), acts(loaded, "contribute")
    assert asked["idea"] == given["idea"]
    assert asked["days_ago"] > given["days_ago"]
    assert asked["due_in_days"] - asked["days_ago"] > 3


def test_what_came_on_paper_is_entered_and_supported_on_a_sheet(loaded: Entry) -> None:
    [idea] = [idea for idea in loaded["ideas"] if "paper" in idea]
    [sheet] = acts(loaded, "sheet")
    assert idea["timeline"][0]["move"] == "enter"
    assert sheet["idea"] == idea["key"]
    assert sheet["days_ago"] < (day_of(idea, "publish") or 0)
