"""What compounds are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.search.rules import index_words
from participation.search.rules.compounds import all_parts, parts, whole_words, with_parts


@pytest.mark.parametrize(
    ("word", "made_of"),
    [
        ("legepladsen", {"leg", "plads"}),
        ("naturlegeplads", {"natur", "legeplads", "leg", "plads"}),
        ("cykelstierne", {"cykel", "sti"}),
        ("skolegård", {"skole", "gård"}),
        ("børnehaven", {"barn", "have"}),
        ("affaldssortering", {"affald", "sortering"}),
        ("klatring", {"klatre"}),
        ("træning", {"træne"}),
        ("station", set()),
        ("parkering", set()),
    ],
)
def test_a_compound_is_found_by_its_parts(word: str, made_of: set[str]) -> None:
    (stem,) = index_words(word)
    assert all_parts(stem) == {index_words(part)[0] for part in made_of}


def test_the_head_comes_first() -> None:
    assert parts("cykelsti") == ("sti", "cykel")


@given(st.lists(st.sampled_from("legeplads cykelsti sti træ skolegård og bænk".split()), max_size=6))
def test_what_was_written_is_known_again(written: list[str]) -> None:
    held = set(index_words(" ".join(written)))
    inner = {part for stem in held for part in all_parts(stem)}
    assert whole_words(with_parts(" ".join(written))) == sorted(held - inner)
