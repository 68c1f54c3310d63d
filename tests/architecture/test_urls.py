"""Public paths are Danish kebab-case under the municipality; endpoints are English."""

from __future__ import annotations

import re

from flask import Flask
from werkzeug.routing import Map, Rule

# Paths outside any municipality, by their first segment, and why.
OUTSIDE = {
    "": "chooses the municipality",
    "static": "files that are the same for everybody",
    "healthz": "asked by whoever watches the server",
    "readyz": "asked by whoever watches the server",
    "komponenter": "development: all components on one page",
    "robots.txt": "its place is given by a standard",
    "favicon.ico": "its place is given by browsers",
    ".well-known": "its place is given by a standard",
}
# Words that both languages spell alike, so that a path may repeat its endpoint.
SAME_IN_BOTH = {"status", "csv", "log", "mine", "was"}
MUNICIPALITY = re.compile(r"/<[^>]*municipality[^>]*>")
SEGMENT = re.compile(r"_post|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?")
ENDPOINT = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z0-9]+(_[a-z0-9]+)*")


def is_outside(rule: Rule) -> bool:
    return rule.rule.split("/")[1] in OUTSIDE


def segments(rule: Rule) -> list[str]:
    """The fixed parts of the path: `ideer` and `ret` of `/<municipality>/ideer/<int:id>-<slug>/ret`."""
    parts = (re.sub(r"<[^>]*>", "", part).strip("-") for part in rule.rule.split("/"))
    return [part for part in parts if part]


def without_municipality(urls: Map) -> list[str]:
    return [
        f"{rule.endpoint} {rule.rule}"
        for rule in urls.iter_rules()
        if not is_outside(rule) and not MUNICIPALITY.match(rule.rule)
    ]


def odd_segments(urls: Map) -> list[str]:
    return [
        f"{rule.endpoint} {rule.rule}"
        for rule in urls.iter_rules()
        if not is_outside(rule) and not all(SEGMENT.fullmatch(part) for part in segments(rule))
    ]


def english_paths(urls: Map) -> list[str]:
    """A path that repeats a word of its endpoint has probably not been translated."""
    return [
        f"{rule.endpoint} {rule.rule}"
        for rule in urls.iter_rules()
        if not is_outside(rule)
        if set("-".join(segments(rule)).split("-")) & (english(rule) - SAME_IN_BOTH)
    ]


def english(rule: Rule) -> set[str]:
    return set(re.split(r"[._]", rule.endpoint))


def odd_endpoints(urls: Map) -> list[str]:
    return [
        f"{rule.endpoint} {rule.rule}"
        for rule in urls.iter_rules()
        if rule.endpoint != "static" and not ENDPOINT.fullmatch(rule.endpoint)
    ]


def test_paths_start_with_the_municipality(app: Flask) -> None:
    assert without_municipality(app.url_map) == []


def test_paths_are_kebab_case(app: Flask) -> None:
    assert odd_segments(app.url_map) == []


def test_paths_are_danish(app: Flask) -> None:
    assert english_paths(app.url_map) == []


def test_endpoints_are_snake_case_in_a_feature(app: Flask) -> None:
    assert odd_endpoints(app.url_map) == []


def map_of(rule: str, endpoint: str = "ideas.edit") -> Map:
    return Map([Rule(rule, endpoint=endpoint)])


def test_a_good_path_is_left_alone() -> None:
    urls = map_of("/<municipality>/ideer/<int:idea_id>-<slug>/se-og-send")
    checks = (without_municipality, odd_segments, english_paths, odd_endpoints)
    assert [check(urls) for check in checks] == [[]] * len(checks)


def test_a_path_outside_the_municipality_is_found() -> None:
    assert without_municipality(map_of("/ideer")) == ["ideas.edit /ideer"]
    assert without_municipality(map_of("/healthz", "web.alive")) == []


def test_an_odd_path_is_found() -> None:
    assert odd_segments(map_of("/<municipality>/mine_ideer")) != []
    assert odd_segments(map_of("/<municipality>/støtte")) != []


def test_an_english_path_is_found() -> None:
    assert english_paths(map_of("/<municipality>/ideer/<int:idea_id>/edit")) != []


def test_an_odd_endpoint_is_found() -> None:
    assert odd_endpoints(map_of("/<municipality>/ideer", "edit")) != []
    assert odd_endpoints(map_of("/<municipality>/ideer", "ideas.editIdea")) != []
