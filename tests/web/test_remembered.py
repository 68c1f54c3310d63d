"""Parts of pages that are made once: told apart by what they show and by the language, by nothing less."""

from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from jinja2.runtime import Macro

from participation.web.templating import remembered


@dataclass(frozen=True)
class Line:
    """What a part shows."""

    text: str


@pytest.fixture
def macro(app: Flask) -> Any:
    source = "{% macro line(each) %}<p>{{ _('Ideas') }}: {{ each.text }}</p>{% endmacro %}"
    return app.jinja_env.from_string(source).module.line  # type: ignore[attr-defined]


def shown(app: Flask, macro: Macro, value: object, *, language: str = "da") -> str:
    with app.test_request_context(environ_overrides={"participation.language": language}):
        return remembered(macro, value)


def test_what_differs_is_made_anew(app: Flask, macro: Macro) -> None:
    assert shown(app, macro, Line("One")) == "<p>Idéer: One</p>"
    assert shown(app, macro, Line("Two")) == "<p>Idéer: Two</p>"
    assert shown(app, macro, Line("One"), language="en") == "<p>Ideas: One</p>"


def test_what_is_the_same_is_made_once(app: Flask, macro: Macro) -> None:
    assert shown(app, macro, Line("One")) is shown(app, macro, Line("One"))


def test_what_people_write_stays_escaped(app: Flask, macro: Macro) -> None:
    for _ in range(2):
        assert shown(app, macro, Line("<b>")) == "<p>Idéer: &lt;b&gt;</p>"


def test_what_has_no_hash_is_made_each_time(app: Flask, macro: Macro) -> None:
    assert shown(app, macro, {"text": "One"}) == "<p>Idéer: One</p>"
