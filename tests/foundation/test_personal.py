"""What looks like a CPR number is found in every spelling, what only looks alike is let pass."""

import pytest

from participation.foundation.personal import (
    has_cpr,
    has_email,
    has_link,
    has_phone,
    masked,
    without_cpr,
)
from tests.foundation.spellings import CAUGHT, LOOK_ALIKES

MAILS = (
    "navn@eksempel.dk",
    "Skriv til navn.navnesen+idé@post.eksempel.dk!",
    "<navn@eksempel.dk>",
    "[skriv](mailto:navn@eksempel.dk)",
    "navn(at)eksempel.dk",
    "navn [at] eksempel.dk",
    "navn[snabel-a]eksempel.dk",
)
NO_MAILS = ("kl. 8@skolen", "@kommunen", "a @ b", "5 kg @ 10 kr.", "#idé@")
PHONES = (
    "22345678",
    "22 34 56 78",
    "22\u00a034\u00a056\u00a078",
    "2234 5678",
    "22-34-56-78",
    "22.34.56.78",
    "22 345 678",
    "+45 22 34 56 78",
    "+4522345678",
    "(+45) 22345678",
    "0045 22 34 56 78",
    "tlf:22345678",
    "tlf. 43 97 43 97.",
    "+46 70 123 45 67",
    "+49 151 23456789",
    "Ring til mig på 22345678, tak",
)
NO_PHONES = (
    "CVR 22345678",
    "CVR-nr. 22 34 56 78",
    "20260522",
    "22052026",
    "2022 2026",
    "2022-2026",
    "20000000 kr.",
    "22.345.678 kr.",
    "EAN 5790001330552",
    "22345678 borgere",
    "https://eksempel.dk/sag/22345678",
    "sag nr. 22345678",
    "2665 Vallensbæk",
    "01 02 03 04",
    "uge 22, 23, 24 og 25",
    "22345678-1",
    "55.62671234",
    "22.11.2026",
    "matrikel nr. 22345678",
)
LINKS = ("https://eksempel.dk", "http://a.b", "www.eksempel.dk", "[her](eksempel)", "se eksempel.dk/tilbud")
NO_LINKS = (
    "f.eks. træer",
    "kl. 12.30",
    "m.v. og bl.a.",
    "navn@eksempel.dk",
    "nr.2 og nr.3",
    "bænke.Og træer",
)


@pytest.mark.parametrize("text", CAUGHT)
def test_cpr_number_is_found(text: str) -> None:
    assert has_cpr(f"Jeg hedder Ida, {text} – og jeg vil have en bænk i 2027.")


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_passes(text: str) -> None:
    assert not has_cpr(f"Det er {text} – og jeg vil have en bænk.")


def test_lists_are_as_long_as_promised() -> None:
    assert len(set(CAUGHT)) >= 60
    assert len(set(LOOK_ALIKES)) >= 60


def test_without_cpr_leaves_no_digit_and_other_texts_alone() -> None:
    assert without_cpr("Bænk ０10190-1234") == "Bænk ••••••-••••"
    assert without_cpr("Bænk ved nr. 12 og 14") == "Bænk ved nr. 12 og 14"


@pytest.mark.parametrize("text", MAILS)
def test_address_is_found_and_masked(text: str) -> None:
    assert has_email(text)
    hidden = masked(text, email="[e]", phone="[t]")
    assert "[e]" in hidden
    assert "eksempel" not in hidden


@pytest.mark.parametrize("text", NO_MAILS)
def test_other_uses_of_the_sign_pass(text: str) -> None:
    assert not has_email(text)


@pytest.mark.parametrize("text", PHONES)
def test_telephone_number_is_found_and_masked(text: str) -> None:
    assert has_phone(text)
    hidden = masked(text, email="[e]", phone="[t]")
    assert "[t]" in hidden
    assert not any(letter.isdigit() for letter in hidden)


@pytest.mark.parametrize("text", NO_PHONES)
def test_other_numbers_stand(text: str) -> None:
    assert not has_phone(text)
    assert masked(text, email="[e]", phone="[t]") == text


@pytest.mark.parametrize("text", LINKS)
def test_link_is_found(text: str) -> None:
    assert has_link(f"Se {text} nu")


@pytest.mark.parametrize("text", NO_LINKS)
def test_full_stop_is_no_link(text: str) -> None:
    assert not has_link(f"Se {text} nu")


def test_long_texts_are_read_at_once() -> None:
    """No spelling makes the search go back and forth for ever."""
    for text in ("0" * 6000, "01 " * 2000, "cpr " * 1500, "a." * 3000, "22 " * 2000, "a@" * 3000, "(" * 6000):
        assert not has_email(text)
        has_cpr(text)
        has_phone(text)
        has_link(text)
