"""`make screenshots`: the pictures of README.md, taken of the demonstration on a database of its own."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from scripts.console import Progress, give_up
from scripts.paths import BIN, PYTHON, ROOT
from scripts.ports import answers, free_port
from scripts.serve import SERVER
from scripts.supervisor import Stopped, Supervisor, listen_for_the_end
from scripts.system_packages import browser as installed_browser

PICTURES = ROOT / "docs" / "pictures"
LARGEST = 150_000
SCREEN, PHONE = 1280, 390
CONTENT_STEPS = 5


@dataclass(frozen=True)
class Picture:
    """The top of a page. Where its address holds a number, `link` leads there from `path`."""

    name: str
    path: str
    width: int
    height: int
    link: str = ""
    person: str = ""


TO_TAKE = (
    Picture("front", "/vallensbaek/", SCREEN, 1000),
    Picture("idea", "/vallensbaek/", PHONE, 1400, link="Cykelparkering med tag"),
    Picture("goal", "/vallensbaek/maal/", SCREEN, 900, link="Mere grønt og mindre asfalt"),
    Picture("project", "/vallensbaek/projekter/", PHONE, 1400, link="Fællesspisning i Korsagergård"),
    Picture("status", "/vallensbaek/strategi/status", SCREEN, 1000),
    Picture("desk", "/vallensbaek/opgaver/", SCREEN, 900, person="moderator"),
)


def main() -> None:
    """Serves by itself; whatever runs elsewhere, and its database, is left alone."""
    listen_for_the_end()
    progress = Progress(CONTENT_STEPS + len(TO_TAKE))
    try:
        with tempfile.TemporaryDirectory() as folder, _demonstration(Path(folder), progress) as address:
            _take_all(address, progress)
    except Stopped:
        raise SystemExit(1) from None


@contextmanager
def _demonstration(folder: Path, progress: Progress) -> Iterator[str]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    os.environ.update(
        PARTICIPATION_ENV="development",
        DEMO="1",
        DATABASE_URL=f"sqlite:///{folder}/pictures.sqlite3",
        LETTERS_FOLDER=f"{folder}/post",
        BASE_URL=address,
    )
    supervisor = Supervisor()
    try:
        loading = [PYTHON, "-m", "scripts.content", progress.done, progress.total]
        if supervisor.run("Loading", loading):
            give_up("The demonstration could not be loaded; see above.")
        progress.done += CONTENT_STEPS
        supervisor.start("The web server", [BIN / "granian", *SERVER, "--port", port, "wsgi:app"])
        if not supervisor.wait_until(lambda: answers("127.0.0.1", port)):
            give_up("The web server ended by itself; see above.")
        yield address
    finally:
        supervisor.end()


def _take_all(address: str, progress: Progress) -> None:
    program = installed_browser()
    if program is None:
        give_up("Pictures are taken with Chromium or Chrome; put one on PATH.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for picture in TO_TAKE:
            with progress.step(picture.name):
                _take(chromium, address, picture)
        chromium.close()


def _take(chromium: Browser, address: str, picture: Picture) -> None:
    target = PICTURES / f"{picture.name}.png"
    size = ViewportSize(width=picture.width, height=picture.height)
    page = chromium.new_page(viewport=size, base_url=address, locale="da-DK", reduced_motion="reduce")
    if picture.person:
        page.goto("/vallensbaek/log-ind")
        page.locator(f"form:has(input[name=key][value={picture.person}]) button").click()
    page.goto(picture.path)
    if picture.link:
        page.get_by_role("link", name=picture.link).first.click()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=target, animations="disabled")
    page.close()
    if target.stat().st_size > LARGEST:
        give_up(f"{target.relative_to(ROOT)} is larger than {LARGEST // 1000} kB: take less of the page.")


if __name__ == "__main__":
    main()
