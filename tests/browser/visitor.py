"""What a person does in the browser, in words."""

import re
import time
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.arriving import click

# The worker sends a mail within a second or two.
PATIENCE = 20


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
        """Press the one button of that name, and see the page that it leads to."""
        click(self.page.get_by_role("button", name=name, exact=True).first)

    def follow(self, name: str) -> None:
        """Follow the first link of that name to its page."""
        click(self.page.get_by_role("link", name=name).first)

    def fill(self, label: str, value: str) -> None:
        """Write into the field of that label."""
        self.page.get_by_label(label).fill(value)

    def sees(self, text: str) -> None:
        """Wait until the text stands on the page, where it can be seen."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def is_at(self, heading: str) -> None:
        """Wait for the page with that heading."""
        expect(self.page.get_by_role("heading", level=1, name=heading)).to_be_visible()

    def link_to(self, municipality: str, title: str) -> str:
        """The address of an idea, as somebody would share it."""
        self.go(f"/{municipality}/ideer/?q={quote(title)}")
        address = self.page.get_by_role("link", name=title).first.get_attribute("href")
        assert address is not None
        return address

    def sign_in_as(self, municipality: str, key: str) -> None:
        """Sign in as one of the demonstration's people, with one click."""
        self.go(f"/{municipality}/log-ind")
        click(self.page.locator(f"form:has(input[name=key][value={key}]) button"))
        assert "log-ind" not in self.page.url

    def open_idea(self, municipality: str, title: str) -> None:
        """Open an idea's page by its title."""
        self.go(self.link_to(municipality, title))
        self.is_at(title)

    def act_on(self, municipality: str, title: str, act: str) -> None:
        """Open one of the forms of an idea's case, from the idea's page."""
        self.open_idea(municipality, title)
        self.follow("Åbn opgaven")
        self.follow(act)

    def take(self, municipality: str, title: str, act: str) -> None:
        """Open one of the forms of a case that is not published, from the desk."""
        self.go(f"/{municipality}/opgaver/?kind=review")
        self.follow(title)
        self.follow(act)

    def send(self) -> None:
        """Send what the preview shows, and be back at the desk."""
        self.is_at("Se og send")
        click(self.page.locator("button[value=send]"))
        self.sees("Det er gjort")

    def sign_in_with_code(self, municipality: str, email: str) -> None:
        """Write the address, then the code from the mail and the age."""
        self.fill("Mailadresse", email)
        self.press("Send mig en kode")
        self.is_at("Skriv koden")
        self.fill("Koden fra mailen", self.newest_code(municipality, email))
        self.page.get_by_role("checkbox").check()
        self.press("Log ind")

    def open_mail(self, subject: str) -> None:
        """Read the mail with that subject, once the worker has sent it."""
        end = time.monotonic() + PATIENCE
        self.go("/vallensbaek/_post/")
        while not self.page.get_by_role("link", name=subject).count():
            assert time.monotonic() < end, f"no mail “{subject}”"
            self.page.reload()
        self.follow(subject)
        self.is_at(subject)

    def newest_code(self, municipality: str, email: str) -> str:
        """The six digits in the newest mail to an address, once the worker has sent it."""
        post = self.page.context.new_page()
        post.goto(f"/{municipality}/_post/")
        letter = post.get_by_role("article").filter(has_text=email).first
        end = time.monotonic() + PATIENCE
        while not letter.count():
            assert time.monotonic() < end, f"no mail to {email}"
            post.reload()
        click(letter.get_by_role("link"))
        code = re.search(r"\b(\d{6})\b", post.get_by_role("main").inner_text())
        post.close()
        assert code is not None
        return code.group(1)
