"""What somebody has written stands on the page that says why it could not be taken."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete

from participation.accounts.models import Person, SignIn
from participation.extensions import db
from tests.factories.ideas import CaseFactory

NOTES, WORDS = "/vallensbaek/opgaver/sager/1/noter", {"body": "Ring til <skolen> i morgen."}


def test_who_was_signed_out_meanwhile_finds_the_words(
    client_of: Callable[[Person], Any], moderator: Person
) -> None:
    browser = client_of(moderator)
    db.session.execute(delete(SignIn))
    answer = browser.post(NOTES, data=WORDS, headers={"Referer": "http://localhost/vallensbaek/opgaver/7"})
    assert answer.status_code == 401
    assert "Du er logget ud" in answer.text and "Ring til &lt;skolen&gt; i morgen." in answer.text
    assert "/vallensbaek/log-ind?next=" in answer.text and "/vallensbaek/opgaver/7" in answer.text


def test_words_from_another_site_stand_on_no_page_of_ours(client: Any, moderator: Person) -> None:
    """Browsers send the cookie along from our own pages alone."""
    answer = client.post(NOTES, data=WORDS)
    assert (answer.status_code, "skolen" in answer.text) == (302, False)


def test_what_is_too_much_is_not_read_again(
    app: Flask, client_of: Callable[[Person], Any], moderator: Person
) -> None:
    too_much = {"body": "ord " * (app.config["MAX_CONTENT_LENGTH"] // 3)}
    place = f"/vallensbaek/opgaver/sager/{CaseFactory().id}/noter"
    answer = client_of(moderator).post(place, data=too_much)
    assert (answer.status_code, "Det var for meget" in answer.text) == (413, True)


@pytest.mark.parametrize("path", [NOTES, "/vallensbaek/findes-ikke"])
def test_any_refusal_gives_the_words_back(
    app: Flask, client_of: Callable[[Person], Any], citizen: Person, path: str
) -> None:
    answer = client_of(citizen).post(path, data=WORDS)
    assert (answer.status_code in (403, 404, 405), "i morgen." in answer.text) == (True, True)
