"""The two strategies of the library, read."""

import pytest

from participation.strategies.rules.documents import StrategyDocument
from participation.strategies.rules.reading import read_document
from tests.strategies.library import library


@pytest.fixture(scope="module")
def vallensbaek() -> StrategyDocument:
    return read_document(library("vallensbaek-2022"))


@pytest.fixture(scope="module")
def glostrup() -> StrategyDocument:
    return read_document(library("glostrup"))
