"""Ideas that say the same, on a labelled set amid a town's worth of others."""

import pytest

from participation.foundation.tenancy import municipality_context
from participation.municipalities.models import Municipality
from participation.search.queries import similar
from participation.search.services import index
from tests.search.corpus import load, read

SHOWN = 5


@pytest.fixture
def ids(municipality: Municipality) -> dict[str, int]:
    """The town's ideas, by title."""
    return load()


@pytest.mark.parametrize(("name", "wanted"), [("labelled", 0.85), ("held_out", 0.7)])
def test_the_same_wish_is_among_the_first_five(ids: dict[str, int], name: str, wanted: float) -> None:
    """Of `labelled` 0.8 is promised; what has been reached is kept. The other set was never tuned for."""
    pairs = read(name)["pairs"]
    missed = [new for new, old in pairs if ids[old] not in similar(new, "", limit=SHOWN)]
    assert 1 - len(missed) / len(pairs) >= wanted, missed


def test_another_wish_in_the_same_words_is_seldom_shown(ids: dict[str, int]) -> None:
    near_misses = read("labelled")["near_misses"]
    shown = [(new, old) for new, old in near_misses if ids[old] in similar(new, "", limit=SHOWN)]
    first = [new for new, old in near_misses if similar(new, "", limit=1) == [ids[old]]]
    assert len(shown) <= 0.2 * len(near_misses), shown
    assert len(first) <= 0.05 * len(near_misses), first


def test_there_are_enough_pairs() -> None:
    labelled, held_out = read("labelled"), read("held_out")
    assert len(labelled["pairs"]) >= 60 and len(labelled["near_misses"]) >= 60
    assert len(held_out["pairs"]) >= 20


@pytest.mark.parametrize(
    "title", ["", "  ", "!?", "og", "Vi vil gerne have noget nyt", "Xylofon", "x" * 3000, "') | ('a", "🌳"]
)
def test_nothing_is_shown_where_nothing_is_like_it(ids: dict[str, int], title: str) -> None:
    assert similar(title, "", limit=SHOWN) == []


def test_the_order_is_always_the_same(municipality: Municipality) -> None:
    for subject in (3, 1, 2):
        index(subject_id=subject, title="Bænke ved søen", texts=())
    assert similar("Bænke ved søen", "", limit=2) == [3, 2]
    assert similar("Bænke ved søen", "", limit=5, excluding=[2]) == [3, 1]


def test_a_text_tells_what_the_title_does_not(municipality: Municipality) -> None:
    index(subject_id=1, title="Hjælp de ældre", texts=("Der mangler bænke ved stien.",))
    index(subject_id=2, title="Hjælp de ældre", texts=("Flere varme hænder.",))
    assert similar("Bænke til ældre", "", limit=1) == [1]
    index(subject_id=3, title="Bænke", texts=())
    assert similar("Hvil dig på turen", "Vi ønsker os bænke.", limit=1) == [3]


def test_another_municipalitys_ideas_are_not_found(
    ids: dict[str, int], other_municipality: Municipality
) -> None:
    with municipality_context(other_municipality.id):
        assert similar("Flere legepladser", "", limit=SHOWN) == []
