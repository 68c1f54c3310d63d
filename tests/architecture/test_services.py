"""A service is a verb with a keyword-only actor: it asks first, and never commits."""

from __future__ import annotations

import ast
from collections import ChainMap
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.conftest import Grow
from tests.architecture.sources import (
    ROOT,
    FunctionNode,
    Source,
    called_name,
    declared,
    feature_sources,
    public_functions,
    without_docstring,
)

# Services that nobody has to be allowed to call, and why. The name ends in `*` for whole modules.
WITHOUT_QUESTION: dict[str, str] = {
    "moderation.write_entry": "part of an act, which has asked",
    "moderation.settle_by_act": "part of an act, which has asked",
    "cases.open_case": "the feature that owns the case has asked",
    "cases.reopen": "the feature that owns the case has asked",
    "cases.close": "the feature that owns the case has asked",
    **dict.fromkeys(("cases.hold", "cases.let_go"), "the feature that owns what is held has asked"),
    "cases.reason_to_hold": "a question",
    **dict.fromkeys(("moderation.watch", "moderation.add_posts"), "the worker looks; nobody has asked"),
    "ideas.publish_unseen": "part of sending or mending, which has asked",
    **dict.fromkeys(
        (
            "discussions.let_out",
            "discussions.hold_back",
            "ideas.let_out",
            "ideas.hold_back",
            "ideas.bring_back",
        ),
        "the writer's own act or the decision of staff, which has asked",
    ),
    "ideas.add_answer": "part of a move or of an interim answer, which has asked",
    "ideas.adopt": "asks as soon as it knows that there is something to adopt",
    "ideas.forget_drafts": "the worker's housekeeping: nobody has asked",
    "ideas.new_key": "a number, and nothing else",
    "ideas.hold": "a visitor's text is held before there is an account that could be asked",
    "ideas.keep_version": "part of a move or of a change, which has asked",
    "cases.put_back_all": "follows from leaving the staff, which was asked for",
    "ideas.under": "locks what a form has become; who writes there has been asked",
    "ideas.prepare_sending": "a visitor's wish, before there is an account that could be asked",
    "ideas.settle": "derives what follows from a status that somebody was allowed to write",
    "ideas.check_needs": "part of a move, which has asked",
    "ideas.remembered": "a question",
    "ideas.give_back": "part of undoing a move, which has asked",
    "ideas.follow": "the system acts: linked projects say where the idea is",
    **dict.fromkeys(
        (
            "discussions.bring_together",
            "discussions.separate",
            "ideas.check_mergeable",
            "ideas.check_separable",
            "votes.give_support_back",
            "votes.move_support",
        ),
        "part of merging or separating two ideas, which has asked",
    ),
    "triage.carry_out_due": "the worker's own; the system merges what a moderator has planned",
    "triage.drop_plans": "follows from a move that somebody was allowed to make",
    **dict.fromkeys(
        ("demo.act", "demo.measure", "demo.meet", "demo.play", "demo.set_stage", "demo.give_addresses"),
        "the operator's command; each act goes through a service that asks",
    ),
    "demo.is_played": "a question",
    **dict.fromkeys(("search.index", "search.remove"), "the feature whose text it is has asked"),
    **dict.fromkeys(
        ("mail.post", "mail.readdress", "mail.forget_mails_to"), "for services that have asked already"
    ),
    **dict.fromkeys(
        ("mail.claim", "mail.note_sent", "mail.note_failure", "mail.forget_old"), "the worker's own"
    ),
    **dict.fromkeys(
        ("accounts.ask_for_code", "accounts.try_code", "accounts.use_code", "accounts.person_of_code"),
        "nobody is signed in yet: the code is the question",
    ),
    **dict.fromkeys(
        ("accounts.sign_in", "accounts.sign_out", "accounts.carry_over", "accounts.note_seen"),
        "about the browser that asks, named by its token",
    ),
    **dict.fromkeys(
        ("accounts.make_code", "accounts.forget_codes", "accounts.forget_sign_ins"), "the worker's own"
    ),
} | dict(ChainMap(*declared("WITHOUT_QUESTION")))
# Who may end a transaction, and why.
MAY_COMMIT = {"commands": "a command is its own transaction"}
MAY_COMMIT_MODULES: dict[str, str] = {}


def services(root: Path) -> Iterator[tuple[Source, FunctionNode, str]]:
    """Every public function of a service module with its short name, such as `ideas.publish`."""
    for source in feature_sources(root, "services"):
        for node in public_functions(source):
            yield source, node, f"{source.feature}.{node.name}"


def positional(root: Path) -> list[str]:
    return [
        f"{source.path}:{node.lineno} {name} takes positional arguments"
        for source, node, name in services(root)
        if node.args.args or node.args.posonlyargs or node.args.vararg
    ]


def without_actor(root: Path) -> list[str]:
    return [
        f"{source.path}:{node.lineno} {name} has no actor"
        for source, node, name in services(root)
        if name not in WITHOUT_QUESTION and "actor" not in {arg.arg for arg in node.args.kwonlyargs}
    ]


def without_question(root: Path) -> list[str]:
    return [
        f"{source.path}:{node.lineno} {name} does not ask first"
        for source, node, name in services(root)
        if name not in WITHOUT_QUESTION and not asks_first(node)
    ]


def asks_first(node: FunctionNode) -> bool:
    """Whether the first statement is `require(actor, …)`."""
    first = without_docstring(node)[0]
    call = first.value if isinstance(first, ast.Expr) else None
    is_question = isinstance(call, ast.Call) and called_name(call) == "require"
    return is_question and isinstance(call, ast.Call) and called_name(call.args[0]) == "actor"


def ends_of_transactions(root: Path) -> list[str]:
    return [
        f"{source.path}:{node.lineno} ends the transaction"
        for source in feature_sources(root)
        if source.role not in MAY_COMMIT and source.module not in MAY_COMMIT_MODULES
        for node in source.nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"commit", "rollback"}
    ]


def stale_exceptions(root: Path) -> list[str]:
    return sorted(set(WITHOUT_QUESTION) - {name for _, _, name in services(root)})


def test_services_take_keywords_only() -> None:
    assert positional(ROOT) == []


def test_services_have_an_actor() -> None:
    assert without_actor(ROOT) == []


def test_services_ask_before_anything_else() -> None:
    assert without_question(ROOT) == []


def test_features_leave_the_transaction_alone() -> None:
    assert ends_of_transactions(ROOT) == []


def test_exceptions_are_of_today() -> None:
    assert stale_exceptions(ROOT) == []


BAD_SERVICES = '''
    def good(*, actor, idea):
        """Says why."""
        require(actor, "ideas.good", idea)

    def positional_only(actor):
        require(actor, "ideas.good")

    def late(*, actor, idea):
        idea.title = ""
        require(actor, "ideas.good", idea)

    def other_person(*, actor, idea):
        require(idea.author, "ideas.good", idea)
        db.session.commit()

    def _private(idea): ...
'''


def test_a_bad_service_is_found(grow: Grow) -> None:
    root = grow({"participation/ideas/services.py": BAD_SERVICES})
    path = "participation/ideas/services.py"
    assert positional(root) == [f"{path}:6 ideas.positional_only takes positional arguments"]
    assert without_actor(root) == [f"{path}:6 ideas.positional_only has no actor"]
    assert without_question(root) == [
        f"{path}:9 ideas.late does not ask first",
        f"{path}:13 ideas.other_person does not ask first",
    ]
    assert ends_of_transactions(root) == [f"{path}:15 ends the transaction"]


def test_a_command_may_end_its_transaction(grow: Grow) -> None:
    root = grow({"participation/mail/commands.py": "db.session.commit()"})
    assert ends_of_transactions(root) == []
