"""What a real browser fetches: a first visit with an empty cache, and the next page."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, sync_playwright

from scripts import system_packages


@dataclass(frozen=True)
class Weight:
    """Bytes of all bodies and headers as sent, by kind."""

    by_kind: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.by_kind.values())


def weights(port: int, first: str, following: str) -> dict[str, Weight]:
    """The front page, then an idea; empty where there is no browser."""
    program = system_packages.browser()
    if program is None:
        return {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(program), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 390, "height": 844})
        scales = Scales(page)
        found = {}
        for name, path in (("first visit", first), ("next page", following)):
            page.goto(f"http://127.0.0.1:{port}{path}", wait_until="networkidle")
            found[name] = scales.read()
        browser.close()
    return found


class Scales:
    """Adds up what Chromium says has come over the network."""

    def __init__(self, page: Page) -> None:
        self.kinds: dict[str, str] = {}
        self.found: Counter[str] = Counter()
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.responseReceived", self._began)
        network.on("Network.loadingFinished", self._ended)

    def read(self) -> Weight:
        """What has come since the last reading."""
        weight = Weight({kind: size for kind, size in self.found.most_common() if size})
        self.found.clear()
        return weight

    def _began(self, event: dict[str, Any]) -> None:
        self.kinds[event["requestId"]] = event["type"].lower()

    def _ended(self, event: dict[str, Any]) -> None:
        self.found[self.kinds.get(event["requestId"], "other")] += round(event["encodedDataLength"])
