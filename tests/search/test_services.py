"""The index: what is found, and by whom."""

import pytest

from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.municipalities.models import Municipality
from participation.search.queries import matching
from participation.search.services import index, remove


@pytest.fixture(autouse=True)
def texts(municipality: Municipality) -> None:
    index(subject_id=1, title="Flere træer på Rådhustorvet", texts=("De giver skygge om sommeren.",))
    index(subject_id=2, title="Cykelsti til skolen", texts=("Børnene cykler.", "Ved Søndergårdsvej"))


def found(query: str) -> set[int]:
    statement = matching(query)
    assert statement is not None
    return set(db.session.scalars(statement))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("træ", {1}),
        ("TRÆERNE", {1}),
        ("traeer", {1}),
        ("raadhus", {1}),
        ("skyg", {1}),
        ("barn", {2}),
        ("cykel søndergård", {2}),
        ("soendergaardsvej", {2}),
        ("træ skole", set()),
        ("sommer træer", {1}),
    ],
)
def test_texts_are_found_by_words_in_any_form(query: str, ids: set[int]) -> None:
    assert found(query) == ids


@pytest.mark.parametrize(
    "query", ['"træer" OR *', "træ) | (sko:*", "træ' & 'x", "NEAR(træ)", "title:træ", "\\"]
)
def test_the_databases_own_query_language_is_only_words(query: str) -> None:
    statement = matching(query)
    assert statement is None or set(db.session.scalars(statement)) <= {1}


@pytest.mark.parametrize("query", ["", "  ", "!?", "_", "—"])
def test_a_query_without_words_is_no_query(query: str) -> None:
    assert matching(query) is None


def test_a_new_text_replaces_the_old() -> None:
    index(subject_id=1, title="Bænke", texts=())
    assert found("træer") == set()
    assert found("bænk") == {1}


def test_what_is_removed_is_not_found() -> None:
    remove(subject_id=1)
    assert found("træer") == set()


def test_another_municipality_finds_and_removes_nothing(other_municipality: Municipality) -> None:
    with municipality_context(other_municipality.id):
        assert found("træer") == set()
        remove(subject_id=1)
    assert found("træer") == {1}
