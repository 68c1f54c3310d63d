"""Each municipality's content in turn."""

import pytest

from tests.demo.content import CONTENT, NOT_PUBLIC, Entry, content


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
