"""Each municipality's content in turn, and the story as it is played."""

from typing import Any

import pytest
from flask import Flask

from tests.demo.content import CONTENT, NOT_PUBLIC, Entry, content
from tests.strategies.library import LIBRARY


@pytest.fixture(params=list(CONTENT))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def loaded(name: str) -> Entry:
    return content(name)


@pytest.fixture
def ideas(loaded: Entry) -> list[Entry]:
    return list(loaded["ideas"])


@pytest.fixture
def public_ideas(ideas: list[Entry]) -> list[Entry]:
    return [idea for idea in ideas if idea["status"] not in NOT_PUBLIC]


@pytest.fixture
def played(app: Flask, session: Any) -> str:
    """What loading the demonstration says."""
    runner = app.test_cli_runner()
    runner.invoke(args=["municipalities", "load"])
    for strategy in CONTENT.values():
        runner.invoke(args=["strategies", "load", str(LIBRARY / f"{strategy}.yaml"), "--publish"])
    return runner.invoke(args=["demo", "load"], catch_exceptions=False).output
