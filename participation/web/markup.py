"""The one audited place where text becomes HTML."""

from functools import lru_cache
from html import unescape

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from participation.foundation import personal
from participation.web.words import gettext

TAGS = {"h2", "p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "h3", "h4", "code", "hr"}
SCHEMES = {"http", "https", "mailto"}
RELATION = "ugc nofollow noopener"

_writer = MarkdownIt("commonmark", {"html": False, "breaks": True, "linkify": False}).disable("image")


@lru_cache(maxsize=1_000)
def _masked(text: str, email: str, phone: str) -> str:
    return personal.masked(text, email=email, phone=phone)


def masked(text: str) -> str:
    """The text for readers: without people's e-mail addresses and telephone numbers."""
    return _masked(text, gettext("[e-mail hidden]"), gettext("[telephone hidden]"))


def markdown(text: str, heading: str = "h3") -> Markup:
    """A person's Markdown as readers see it: safe HTML, masked."""
    return official(masked(text), heading)


@lru_cache(maxsize=1_000)
def official(text: str, heading: str = "h3") -> Markup:
    """Markdown as it was written, by the municipality or for its staff; safe HTML all the same.

    No raw HTML, no pictures, links http, https and mailto only. `heading` is the highest that may stand
    where the text is shown.
    """
    html = _writer.render(text)
    for level in ("h1", "h2"):
        html = html.replace(f"<{level}>", f"<{heading}>").replace(f"</{level}>", f"</{heading}>")
    return Markup(
        nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=RELATION)
    )


def plain(text: str) -> str:
    """A person's Markdown as plain words, masked."""
    return _words(masked(text))


@lru_cache(maxsize=2_000)
def _words(text: str) -> str:
    """Lists show the same ones again and again."""
    return unescape(nh3.clean(_writer.render(text), tags=set()))
