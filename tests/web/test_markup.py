"""Markdown as plain words, for cards, calendars and mails."""

from participation.web.markup import plain


def test_words_stay_as_they_were_written() -> None:
    words = '12\u00a0kr. & "kaffe" <br>, *ikke* te'
    assert plain(words).strip() == '12\u00a0kr. & "kaffe" <br>, ikke te'


def test_what_looks_like_a_sign_of_html_is_read_once() -> None:
    assert plain("Skriv `&lt;`").strip() == "Skriv &lt;"
