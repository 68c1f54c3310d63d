"""What is taken of a mail that came in."""

import pytest

from participation.mail.rules.incoming import new_words, read

NEW = "Træerne står der.\n\nTak for hjælpen."
BELOW = {
    "quoted": "> Hvordan går det?\n> Hilsen",
    "Gmail": "Den tir. 12. maj 2026 kl. 10.12 skrev Vallensbæk <svar@example.dk>:\n> Hvordan",
    "Gmail, broken in two": "Den tir. 12. maj 2026 kl. 10.12 skrev Vallensbæk\n<svar@example.dk>:\n\nHej",
    "iPhone": "Sendt fra min iPhone\n\n> Den 12. maj 2026 kl. 10.12 skrev …",
    "Outlook": "________________________________\nFra: Vallensbæk\nSendt: 12. maj 2026",
    "Outlook in Danish": "Fra: Vallensbæk <svar@example.dk>\nSendt: tirsdag",
    "Outlook in English": "-----Original Message-----\nFrom: Vallensbæk",
    "English": "On Tue, 12 May 2026 at 10:12, Vallensbæk <svar@example.dk> wrote:\n> How",
    "signature": "-- \nAnna, formand",
    "our own line": "— Skriv dit svar over denne linje —\nHvordan går det?",
}


@pytest.mark.parametrize("program", BELOW)
def test_what_is_answered_is_cut_off(program: str) -> None:
    text = f"{NEW}\n\n{BELOW[program]}".replace("\n", "\r\n")
    assert new_words(text, ("— Skriv dit svar over denne linje —",)) == NEW


@pytest.mark.parametrize("line", ["Fra: nu af graver vi", "Den gamle sti er væk", "On y va", "Sendt afsted"])
def test_ordinary_words_stay_or_are_known_to_go(line: str) -> None:
    kept = new_words(f"Hej\n{line}\nmere")
    assert kept == ("Hej" if line.startswith("Fra: ") else f"Hej\n{line}\nmere")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"From: =?utf-8?b?broken\nTo: <<>>\n\nHej",
        b"Content-Type: text/plain; charset=klingon\n\nHej",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: image/png\n\n",
        b"From: a@x.dk, b@x.dk\n\nHej",
    ],
)
def test_whatever_is_wrong_with_a_mail_it_is_read(content: bytes) -> None:
    assert len(read(content).key) == 64


def test_sender_is_one_address_in_small_letters() -> None:
    assert read(b"From: Anna <Anna@Example.DK>\nTo: x@y.dk\n\nHej").sender == "anna@example.dk"
    assert read(b"From: a@x.dk, b@x.dk\n\nHej").sender == ""
