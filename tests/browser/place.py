"""One kind of page: how one gets there, and who may see it."""

from dataclasses import dataclass

from playwright.sync_api import Page

HOME = "/vallensbaek"


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
        """Go there; of the pages on the way only the link is waited for."""
        address = self.start
        for link in self.links:
            page.goto(address, wait_until="domcontentloaded")
            is_asked = link.startswith("?")
            address = page.url + link if is_asked else page.locator(link).first.get_attribute("href") or ""
        page.goto(address)
