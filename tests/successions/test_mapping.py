"""What goals become: one line or several, none without a reason, and nothing after publication."""

from typing import Any

import pytest

from participation.accounts.models import Person
from participation.foundation.actors import SYSTEM
from participation.foundation.errors import Forbidden, RuleViolation
from participation.strategies import services as strategies
from participation.strategies.lifecycle import SuccessionKind
from participation.strategies.queries.successions import came_from, lines_to, unmapped_goals
from participation.successions import queries
from participation.successions.services.mapping import Becomes, map_goal, place_ideas, take_suggestions
from tests.factories.ideas import IdeaFactory
from tests.successions.conftest import Change

K = SuccessionKind


def kinds(change: Change) -> dict[str, list[str]]:
    titles = {goal.id: goal.title for goal in change.before}
    return {titles[goal_id]: [line.kind for line in lines] for goal_id, lines in lines_to(change.new).items()}


def say(
    actor: Any, change: Change, number: int, *new: int, taker: int | None = None, reason: str = ""
) -> None:
    goal_ids = tuple(change.after[each].id for each in new)
    taker_id = change.after[taker].id if taker is not None else None
    becomes = Becomes(goal_ids, taker_id, is_dropped=bool(reason), reason=reason)
    map_goal(actor=actor, strategy=change.new, goal=change.before[number], becomes=becomes)


def map_all(actor: Any, change: Change) -> None:
    """Continues, joined with it, split, dropped."""
    say(actor, change, 0, 0)
    say(actor, change, 1, 0)
    say(actor, change, 2, 2, 3)
    say(actor, change, 3, reason="Stien er bygget.")


def test_each_goal_is_mapped_in_its_own_way(change: Change, administrator: Person) -> None:
    map_all(administrator, change)
    assert kinds(change) == {
        "Træer": [K.JOINED],
        "Bier": [K.JOINED],
        "Bænke": [K.SPLIT, K.SPLIT],
        "Stier": [K.DROPPED],
    }
    say(administrator, change, 1, 1)
    assert kinds(change)["Træer"] == [K.CONTINUES]


def test_suggestions_go_by_key_and_then_by_title(change: Change, administrator: Person) -> None:
    say(administrator, change, 1, reason="Bierne er fløjet.")
    assert take_suggestions(actor=administrator, strategy=change.new) == 1
    assert kinds(change) == {"Træer": [K.CONTINUES], "Bier": [K.DROPPED]}
    assert [goal.title for goal in unmapped_goals(change.old, change.new)] == ["Bænke", "Stier"]


@pytest.mark.parametrize(
    ("goals", "dropped", "reason", "taker"),
    [
        ((), False, "", None),
        ((), True, " ", None),
        ((0,), True, "Nej.", None),
        ((0, 1), False, "", 2),
    ],
)
def test_what_makes_no_sense_is_refused(
    change: Change,
    administrator: Person,
    goals: tuple[int, ...],
    dropped: bool,
    reason: str,
    taker: int | None,
) -> None:
    taker_id = None if taker is None else change.after[taker].id
    becomes = Becomes(tuple(change.after[each].id for each in goals), taker_id, dropped, reason)
    with pytest.raises(RuleViolation):
        map_goal(actor=administrator, strategy=change.new, goal=change.before[0], becomes=becomes)


def test_an_old_goal_is_no_new_one(change: Change, administrator: Person) -> None:
    with pytest.raises(RuleViolation):
        map_goal(
            actor=administrator,
            strategy=change.new,
            goal=change.before[0],
            becomes=Becomes((change.before[1].id,)),
        )
    with pytest.raises(RuleViolation):
        place_ideas(actor=administrator, strategy=change.new, wanted={1: change.before[1].id})


def test_publishing_asks_for_every_goal(change: Change, administrator: Person) -> None:
    with pytest.raises(RuleViolation) as refusal:
        strategies.publish(actor=administrator, strategy=change.new, version=change.new.version)
    assert refusal.value.values == {"count": 4}
    map_all(administrator, change)
    strategies.publish(actor=administrator, strategy=change.new, version=change.new.version)
    with pytest.raises(Forbidden):
        say(administrator, change, 0, 1)


def test_a_new_goal_that_is_taken_out_takes_its_lines_along(change: Change, administrator: Person) -> None:
    map_all(administrator, change)
    change.after[0].removed_at = change.old.published_at
    assert [goal.title for goal in unmapped_goals(change.old, change.new)] == ["Træer", "Bier"]


def test_nothing_is_said_in_public_before_publication(change: Change, administrator: Person) -> None:
    map_all(administrator, change)
    assert came_from(change.after[0]) == []


def test_ideas_follow_their_goal_or_what_was_chosen(change: Change, administrator: Person) -> None:
    map_all(administrator, change)
    trees, benches, chosen, path = (IdeaFactory(goal_id=change.before[number].id) for number in (0, 2, 2, 3))
    place_ideas(
        actor=administrator, strategy=change.new, wanted={chosen.id: change.after[1].id, trees.id: "follow"}
    )
    found = {each.idea.id: each.goal for each in queries.placements(change.old, change.new)}
    assert found == {
        trees.id: change.after[0],
        benches.id: None,
        chosen.id: change.after[1],
        path.id: None,
    }
    assert [each.idea for each in queries.placements(change.old, change.new, is_stranded=True)] == [
        benches,
        path,
    ]
    assert queries.flows(change.old, change.new)[change.before[2].id, None] == 1


@pytest.mark.parametrize("role", ["citizen", "moderator"])
def test_only_administrators_map(change: Change, request: Any, role: str) -> None:
    person = request.getfixturevalue(role)
    with pytest.raises(Forbidden):
        say(person, change, 0, 0)
    with pytest.raises(Forbidden):
        take_suggestions(actor=person, strategy=change.new)
    with pytest.raises(Forbidden):
        place_ideas(actor=SYSTEM if role == "nobody" else person, strategy=change.new, wanted={})
