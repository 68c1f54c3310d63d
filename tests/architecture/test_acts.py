"""What staff does is in the internal log: every verb that asks a permission of theirs publishes an Act."""

from __future__ import annotations

import ast
from collections import ChainMap
from pathlib import Path

from participation import create_app
from participation.config import Settings
from participation.foundation.events import Act
from participation.moderation.rules.chain import kind_of
from participation.moderation.rules.sentences import KINDS
from tests.architecture.acts import Package, of_staff
from tests.architecture.conftest import Grow
from tests.architecture.sources import ROOT, FunctionNode, called_name, declared, feature_sources, literal
from tests.architecture.test_services import services

# Verbs that ask a permission of staff and publish no Act, and why: in each tests/<feature>/declared.py.
WITHOUT_ACT: dict[str, str] = dict(ChainMap(*declared("WITHOUT_ACT")))
# Commands that change nothing that staff decides, and why.
QUIET_COMMANDS: dict[str, str] = {
    "accounts.forget": "housekeeping: what time has ended",
    "demo.accounts": "invented people, in a demonstration only",
    "ideas.index": "derives the index from texts",
    "ideas.recount": "derives counters from rows",
    "mail.send": "housekeeping: what waits in the outbox",
    "moderation.verify_log": "reads only",
    "votes.recount": "reads only",
} | dict(ChainMap(*declared("QUIET_COMMANDS")))


def acts() -> set[type[Act]]:
    """Every class of act that the application knows."""
    create_app(Settings(environment="development", database_url="sqlite://"))
    found, waiting = set[type[Act]](), list(Act.__subclasses__())
    while waiting:
        kind = waiting.pop()
        found.add(kind)
        waiting += kind.__subclasses__()
    return {kind for kind in found if kind.__module__.startswith("participation.")}


ACTS = {kind.__name__ for kind in acts()}


def permissions_of_staff(root: Path) -> set[str]:
    return {name for source in feature_sources(root, "permissions") for name in of_staff(source)}


def asked(node: FunctionNode) -> set[str]:
    """The permissions that a verb asks."""
    calls = [call for call in ast.walk(node) if isinstance(call, ast.Call) and called_name(call) == "require"]
    return {literal(call.args[1]) or "?" for call in calls if len(call.args) > 1}


def silent_verbs(root: Path, known: set[str]) -> dict[str, str]:
    """Each verb of staff that publishes none of the known acts, with where it stands."""
    package, ours = Package(root), permissions_of_staff(root)
    return {
        name: f"{source.path}:{node.lineno} {name} publishes no Act"
        for source, node, name in services(root)
        if asked(node) & ours and not package.acts_of(f"{source.module}.{node.name}") & known
    }


def silent_commands(root: Path, known: set[str]) -> set[str]:
    package = Package(root)
    return {
        f"{source.feature}.{node.name}"
        for source in feature_sources(root, "commands")
        for node in source.tree.body
        if isinstance(node, FunctionNode)
        and any(called_name(each) == "command" for each in node.decorator_list)
        and not package.acts_of(f"{source.module}.{node.name}") & known
    }


def test_every_verb_of_staff_is_an_act() -> None:
    silent = silent_verbs(ROOT, ACTS)
    assert [where for name, where in silent.items() if name not in WITHOUT_ACT] == []
    assert sorted(WITHOUT_ACT.keys() - silent.keys()) == []


def test_every_command_is_an_act_or_changes_nothing() -> None:
    assert silent_commands(ROOT, ACTS) == set(QUIET_COMMANDS)


def test_every_act_has_its_sentence() -> None:
    assert sorted({kind_of(kind) for kind in acts()} - KINDS.keys()) == []


FEATURE = {
    "participation/ideas/permissions.py": """
@permission("ideas.close")
def may_close(actor, idea):
    return _is_ours(actor)

@permission("ideas.open")
def may_open(actor, idea):
    return actor.actor_id == idea.author_id

def _is_ours(actor):
    return actor.is_staff
""",
    "participation/ideas/services/closing.py": """
from participation.foundation.events import publish as tell
from participation.ideas.services import telling

def close(*, actor, idea):
    require(actor, "ideas.close", idea)
    _tell(actor, idea)

def close_all(*, actor, ideas):
    require(actor, "ideas.close")
    telling.tell_all(ideas)

def close_quietly(*, actor, idea):
    require(actor, "ideas.close", idea)
    tell(SomethingElse(idea))

def open(*, actor, idea):
    require(actor, "ideas.open", idea)

def _tell(actor, idea):
    tell(IdeaClosed(actor=actor, idea=idea))
""",
    "participation/ideas/services/telling.py": """
from participation.foundation.events import publish

def tell_all(ideas):
    publish(IdeasClosed(ideas))
""",
}


def test_a_silent_verb_is_found(grow: Grow) -> None:
    root = grow(FEATURE)
    assert list(silent_verbs(root, {"IdeaClosed", "IdeasClosed"}).values()) == [
        "participation/ideas/services/closing.py:13 ideas.close_quietly publishes no Act"
    ]
