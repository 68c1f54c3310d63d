"""A macro that is remembered asks nothing of the reader, the day, the address or a token, however deep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from participation.web.templating import FILTERS
from tests.architecture.conftest import Grow
from tests.architecture.sources import ROOT, TEMPLATE_SYNTAX, Template, templates

SYNTAX = TEMPLATE_SYNTAX.overlay()
SYNTAX.filters = {**TEMPLATE_SYNTAX.filters, **FILTERS}
# What depends on the language alone; the key has that.
SAME_FOR_ALL = {"_", "ngettext", "pgettext", "remembered", "loop"}
OF_THE_DAY = {"short_date", "days_until"}


def remembered(template: Template) -> Iterator[str]:
    """The names of the macros that a template hands to `remembered`."""
    for call in template.tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "remembered":
            first = call.args[0]
            yield first.name if isinstance(first, nodes.Name) else "what is no macro"


def asked(root: Path) -> list[str]:
    """What remembered macros, and those that they call, ask besides their own values."""
    known = {template.name: template for template in templates(root)}
    return sorted(
        f"{template.name}: {macro} asks {name}"
        for template in known.values()
        for macro in set(remembered(template))
        for name in names_behind(known, template, macro)
    )


def names_behind(known: dict[str, Template], template: Template, name: str) -> set[str]:
    """A name stands for a macro here, for one of another template, or for what it says itself."""
    macros = {macro.name: macro for macro in template.tree.find_all(nodes.Macro)}
    if name in macros:
        body = nodes.Template([macros[name]], lineno=1).set_environment(SYNTAX)
        inner = find_undeclared_variables(body) - SAME_FOR_ALL
        filters = {each.name for each in body.find_all(nodes.Filter)} & OF_THE_DAY
        return filters.union(*(names_behind(known, template, each) for each in inner))
    for imported in template.tree.find_all(nodes.FromImport):
        pairs = [each if isinstance(each, tuple) else (each, each) for each in imported.names]
        for original, alias in pairs:
            if alias == name and isinstance(imported.template, nodes.Const):
                return names_behind(known, known[imported.template.value], original)
    return {name}


def test_remembered_macros_ask_nothing() -> None:
    assert asked(ROOT) == []


def test_some_macros_are_remembered() -> None:
    assert {"idea_card", "_comment", "footer"} <= {
        name for each in templates(ROOT) for name in remembered(each)
    }


CARD = """
    {% from "components/form.html" import form as post_form %}
    {% macro card(each) %}<p>{{ _("Idea") }} {{ each.title }}{{ foot(each) }}</p>{% endmacro %}
    {% macro foot(each) %}{% for one in each %}{{ loop.index }}{% endfor %}{{ WORDS }}{% endmacro %}
    {{ remembered(card, idea) }}
"""


def grown(grow: Grow, words: str) -> list[str]:
    form = "{% macro form() %}{{ csrf_token() }}{% endmacro %}"
    files = {"card.html": CARD.replace("WORDS", words), "form.html": form}
    return asked(grow({f"templates/components/{name}": text for name, text in files.items()}))


def test_a_macro_of_its_values_is_left_alone(grow: Grow) -> None:
    assert grown(grow, "each.day | date") == []


def test_what_a_macro_asks_is_found_however_deep(grow: Grow) -> None:
    for words, name in {
        "viewer.id": "viewer",
        'can("x")': "can",
        'url_for("x")': "url_for",
        "post_form()": "csrf_token",
        "each.day | short_date": "short_date",
    }.items():
        assert grown(grow, words) == [f"components/card.html: card asks {name}"]
