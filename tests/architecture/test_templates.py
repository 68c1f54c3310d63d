"""Templates extend a layout, import macros, hold no code of their own and decide nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import nodes

from tests.architecture.conftest import Grow
from tests.architecture.sources import ROOT, Template, templates

# Components whose macros do not carry its name, and why.
FAMILIES: dict[str, str] = {
    "field": "one macro for each kind of control, all with label, hint and error alike",
    "listing": "the parts of a list, put together by the page",
    "post_form": "a form and its token, which a form with fields of its own needs alone",
}
GALLERY = "pages/components"
INLINE = {
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "inline script": re.compile(r"<script\b(?![^>]*\bsrc=)|javascript:", re.IGNORECASE),
    "inline handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
}


def pages(root: Path) -> list[Template]:
    return [template for template in templates(root) if template.is_page]


def without_layout(root: Path) -> list[str]:
    return [template.name for template in pages(root) if not extends_layout(template)]


def extends_layout(template: Template) -> bool:
    found = template.tree.find(nodes.Extends)
    return isinstance(found, nodes.Extends) and is_constant(found.template, "layouts/")


def is_constant(node: nodes.Expr, start: str) -> bool:
    return isinstance(node, nodes.Const) and str(node.value).startswith(start)


def without_title(root: Path) -> list[str]:
    return [
        template.name
        for template in pages(root)
        if "title" not in {block.name for block in template.tree.find_all(nodes.Block)}
    ]


def includes(root: Path) -> list[str]:
    """A part of a page is a macro with arguments; an include would see the whole context.

    Layouts are the context's own place, and the gallery only shows samples.
    """
    return [
        f"{template.name}:{node.lineno}"
        for template in templates(root)
        if template.folder != "layouts" and not template.name.startswith(GALLERY)
        for node in template.tree.find_all((nodes.Include, nodes.Import, nodes.FromImport))
        if isinstance(node, nodes.Include) or getattr(node, "with_context", False)
    ]


def inline_code(root: Path) -> list[str]:
    """Mails need style attributes, and a file to keep its style; nothing else may have them."""
    return [
        f"{template.name} has an {kind}"
        for template in templates(root)
        if template.folder != "emails" and template.name not in {"layouts/email.html", "layouts/file.html"}
        for kind, expression in INLINE.items()
        if expression.search(template.text)
    ]


def unescaped(root: Path) -> list[str]:
    return [
        f"{template.name}:{node.lineno}"
        for template in templates(root)
        if not template.name.endswith(".txt")
        for node in template.tree.find_all((nodes.Filter, nodes.EvalContextModifier))
        if isinstance(node, nodes.EvalContextModifier) or getattr(node, "name", "") == "safe"
    ]


def compared_statuses(root: Path) -> list[str]:
    return [
        f"{template.name}:{node.lineno}"
        for template in templates(root)
        for node in template.tree.find_all(nodes.Compare)
        if any(is_status(side, template) for side in [node.expr, *(op.expr for op in node.ops)])
    ]


def is_status(node: nodes.Expr, template: Template) -> bool:
    """What a component calls its `state` is how it is drawn, not what the database says."""
    words = {"status"} if template.folder == "components" else {"status", "state"}
    if isinstance(node, nodes.Getattr):
        return node.attr in words
    return isinstance(node, nodes.Name) and node.name in words


def components(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Each component with its public macros."""
    for template in templates(root):
        if template.folder == "components":
            macros = [macro.name for macro in template.tree.find_all(nodes.Macro)]
            yield Path(template.name).stem, [name for name in macros if not name.startswith("_")]


def misnamed_components(root: Path) -> list[str]:
    return [
        f"components/{name}.html has {macros}"
        for name, macros in components(root)
        if name not in FAMILIES and not (macros and all(name in macro for macro in macros))
    ]


def not_in_gallery(root: Path) -> list[str]:
    """The gallery is `pages/components.html` with its parts; what the layout has stands on it too."""
    gallery = (GALLERY, "layouts/")
    shown = "".join(each.text for each in templates(root) if each.name.startswith(gallery))
    return [name for name, _ in components(root) if f"components/{name}.html" not in shown]


def test_pages_extend_a_layout() -> None:
    assert without_layout(ROOT) == []


def test_pages_have_a_title() -> None:
    assert without_title(ROOT) == []


def test_templates_import_macros_and_include_nothing() -> None:
    assert includes(ROOT) == []


def test_templates_have_no_inline_code() -> None:
    assert inline_code(ROOT) == []


def test_templates_escape_everything() -> None:
    assert unescaped(ROOT) == []


def test_templates_compare_no_status() -> None:
    assert compared_statuses(ROOT) == []


def test_the_macros_of_a_component_carry_its_name() -> None:
    assert misnamed_components(ROOT) == []


def test_every_component_is_shown_in_the_gallery() -> None:
    assert not_in_gallery(ROOT) == []


GOOD = """
    {% extends "layouts/page.html" %}
    {% from "components/badge.html" import badge %}
    {% block title %}{{ _("Edit") }}{% endblock %}
    {% block main %}{{ badge(idea.meaning) }}<script src="/a.js"></script>{% endblock %}
"""
BAD = """
    {% extends "other.html" %}
    {% include "ideas/_card.html" %}
    {% from "components/badge.html" import badge with context %}
    <p style="color: red" onclick="go()">{{ text|safe }}</p><script>go()</script>
    {% if idea.status == "draft" %}{% endif %}
    {% autoescape false %}{% endautoescape %}
"""


def test_a_good_page_is_left_alone(grow: Grow) -> None:
    root = grow({"templates/ideas/edit.html": GOOD})
    checks = (without_layout, without_title, includes, inline_code, unescaped, compared_statuses)
    assert [check(root) for check in checks] == [[]] * len(checks)


def test_a_bad_page_is_found(grow: Grow) -> None:
    root = grow({"templates/ideas/edit.html": BAD})
    assert without_layout(root) == without_title(root) == ["ideas/edit.html"]
    assert includes(root) == ["ideas/edit.html:3", "ideas/edit.html:4"]
    assert inline_code(root) == [f"ideas/edit.html has an {kind}" for kind in INLINE]
    assert sorted(unescaped(root)) == ["ideas/edit.html:5", "ideas/edit.html:7"]
    assert compared_statuses(root) == ["ideas/edit.html:6"]


def test_mails_may_have_styles(grow: Grow) -> None:
    root = grow({"templates/emails/idea_published/body.html": '<p style="margin: 0">'})
    assert inline_code(root) == []


def test_a_component_of_another_name_is_found(grow: Grow) -> None:
    macro = "{% macro idea_badge(label) %}{% endmacro %}{% macro _dot() %}{% endmacro %}"
    root = grow({"templates/components/badge.html": macro, "templates/components/tag.html": macro})
    assert misnamed_components(root) == ["components/tag.html has ['idea_badge']"]


def test_a_component_that_is_not_shown_is_found(grow: Grow) -> None:
    gallery = '{% from "components/badge.html" import badge %}'
    files = {"pages/components/_all.html": gallery, "components/badge.html": "", "components/tag.html": ""}
    root = grow({f"templates/{name}": text for name, text in files.items()})
    assert not_in_gallery(root) == ["tag"]
