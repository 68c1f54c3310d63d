"""One kind of page: how one gets there, and who may see it."""

from dataclasses import dataclass

from playwright.sync_api import Page

HOME = "/vallensbaek"
FIRST = """([source, link]) =>
  new DOMParser().parseFromString(source, "text/html").querySelector(link)?.getAttribute("href")"""


@dataclass(frozen=True)
class Place:
    """A page: an address to begin at, the links (CSS) that lead on from there, and `?q=…` asked of the page.

    `errs` says that its form, sent as it stands, comes back with errors.
    """

    start: str
    links: tuple[str, ...] = ()
    reader: str | None = None
    errs: bool = False

    def __str__(self) -> str:
        """The test's name."""
        return " ".join((self.reader or "visitor", self.start, *self.links))

    def visit(self, page: Page) -> None:
        """Go there; the pages on the way are only read for their link, not shown."""
        address = self.start
        for link in self.links:
            passed = page.request.get(address)
            address = passed.url + link if link.startswith("?") else _linked(page, passed.text(), link)
            assert address, f"no {link} at {passed.url}, which answers {passed.status}"
        page.goto(address)


def _linked(page: Page, source: str, link: str) -> str:
    """Where the first such link of a page leads, or nothing."""
    found: str | None = page.evaluate(FIRST, [source, link])
    return found or ""
