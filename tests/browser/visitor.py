"""What a person does in the browser, in words."""

import re

from playwright.sync_api import Page


class Visitor:
    """Somebody with a phone."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, path: str) -> None:
        """Open an address of the site."""
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status < 400, f"{path} answers {answer.status}"

    def press(self, name: str) -> None:
        """Press the one button of that name."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def follow(self, name: str) -> None:
        """Follow the first link of that name."""
        self.page.get_by_role("link", name=name).first.click()

    def fill(self, label: str, value: str) -> None:
        """Write into the field of that label."""
        self.page.get_by_label(label).fill(value)

    def sees(self, text: str) -> None:
        """Wait until the text stands on the page."""
        self.page.get_by_text(text).first.wait_for()

    def sign_in_as(self, municipality: str, key: str) -> None:
        """Sign in as one of the demonstration's people, with one click."""
        self.go(f"/{municipality}/log-ind")
        self.page.locator(f"form:has(input[name=key][value={key}]) button").click()

    def newest_code(self, municipality: str, email: str) -> str:
        """The six digits in the newest mail to an address, once the worker has sent it."""
        post = self.page.context.new_page()
        code = None
        while code is None:
            post.goto(f"/{municipality}/_post")
            letter = post.get_by_role("listitem").filter(has_text=email).first
            if letter.count():
                letter.get_by_role("link").click()
                code = re.search(r"\b(\d{6})\b", post.inner_text("main"))
        post.close()
        return code.group(1)
