"""How words are folded and stemmed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.search.rules import FORMS, index_words, stem, stems, wanted, words

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


@given(st.text(alphabet=LETTERS, min_size=1, max_size=30))
def test_the_stem_of_a_stem_is_itself(word: str) -> None:
    assert stem(stem(word)) == stem(word)


@given(st.text(max_size=200))
def test_index_words_are_letters_and_digits_that_fold_to_themselves(text: str) -> None:
    for word in index_words(text):
        assert word.isalnum()
        assert words(word) == [word]


@given(st.text(max_size=200))
def test_every_text_is_found_by_each_of_its_own_words(text: str) -> None:
    held = set(index_words(text))
    assert all(held & set(stems(word)) for word in words(text))


@pytest.mark.parametrize(("base", "forms"), FORMS.items())
def test_forms_that_the_stemmer_misses_have_one_stem(base: str, forms: str) -> None:
    expected = set(index_words(base))
    assert all(expected <= set(index_words(form)) for form in forms.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("legeplads", "legepladser"),
        ("foreningerne", "foreningens"),
        ("Ålborg", "Aalborg"),
        ("blå", "bla\u030a"),
        ("café", "cafe"),
        ("idéer", "ideer"),
    ],
)
def test_words_that_mean_the_same_share_a_stem(one: str, other: str) -> None:
    assert set(index_words(one)) & set(index_words(other))


def test_danish_letters_may_be_typed_without_a_danish_keyboard() -> None:
    assert set(index_words("træer")) <= set(index_words("traeer"))


def test_only_the_last_long_word_may_be_a_beginning() -> None:
    assert [is_beginning for _, is_beginning in wanted("cykelsti ved skol")] == [False, False, True]
    assert [is_beginning for _, is_beginning in wanted("sti by")] == [False, False]
