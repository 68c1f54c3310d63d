"""A real browser, and the demonstration served by granian with its worker beside it."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, ViewportSize, sync_playwright

from participation import create_app
from participation.config import Settings
from scripts.paths import ROOT
from tests.browser.visitor import Visitor
from tests.conftest import let_go_of_connections
from tests.databases import fresh_database
from tests.servers import SECRET, environment, running, serving

MUNICIPALITY = ROOT / "participation" / "municipalities" / "library" / "vallensbaek.yaml"
STRATEGY = ROOT / "participation" / "strategies" / "library" / "vallensbaek-2022.yaml"
PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
SET_UP = (
    ["db", "upgrade"],
    ["municipalities", "load", str(MUNICIPALITY)],
    ["strategies", "load", str(STRATEGY), "--publish"],
    ["demo", "load"],
)


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """The address of the demonstration, with the mail's post box at hand, and what its commands are told."""
    with demonstration(tmp_path_factory.mktemp("site")) as told:
        yield told


@contextmanager
def demonstration(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """A demonstration of its own, served until the end of the `with` block."""
    with fresh_database(folder) as database:
        settings = {
            "DEMO": "1",
            "LETTERS_FOLDER": str(folder / "post"),
            "FILES_FOLDER": str(folder / "files"),
        }
        set_up(database, folder, SET_UP)
        with serving(database, **settings) as address, working(database, address, settings):
            yield address, environment(database, int(address.rsplit(":", 1)[1]), **settings)


def set_up(database: str, folder: Path, commands: Iterable[list[str]]) -> None:
    """Give the commands in this process: each in one of its own would first import everything."""
    settings = Settings(
        environment="development",
        database_url=database,
        secret_key=SECRET,
        is_demonstration=True,
        letters_folder=folder / "post",
        files_folder=folder / "files",
    )
    app = create_app(settings)
    runner = app.test_cli_runner()
    for command in commands:
        result = runner.invoke(args=command)
        assert result.exit_code == 0, f"{command}: {result.output} {result.exception!r}"
    with app.app_context():
        let_go_of_connections()


@pytest.fixture(scope="session")
def site(stage: tuple[str, dict[str, str]]) -> str:
    """The address alone."""
    return stage[0]


def working(database: str, address: str, settings: dict[str, str]):  # type: ignore[no-untyped-def]
    """The worker, told where the site is so that its mails link there; it works without a word."""
    port = int(address.rsplit(":", 1)[1])
    return running(["flask", "--app", "wsgi", "worker"], environment(database, port, **settings))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's chromium, or the one that CHROMIUM names."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def contexts(chromium: Browser, site: str) -> Iterator[Callable[..., BrowserContext]]:
    """Browsers that know nothing of each other, closed at the end."""
    opened: list[BrowserContext] = []

    def open_context(
        *,
        has_javascript: bool = True,
        storage_state: StorageState | None = None,
        viewport: ViewportSize = PHONE,
    ) -> BrowserContext:
        context = chromium.new_context(
            viewport=viewport,
            java_script_enabled=has_javascript,
            base_url=site,
            locale="da-DK",
            storage_state=storage_state,
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        return context

    yield open_context
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def keys(chromium: Browser, site: str) -> Callable[[str], StorageState]:
    """What a browser holds in which one of the demonstration's people has signed in, once for all tests."""

    @lru_cache
    def key_of(name: str) -> StorageState:
        context = chromium.new_context(base_url=site)
        Visitor(context.new_page()).sign_in_as("vallensbaek", name)
        state = context.storage_state()
        context.close()
        return state

    return key_of


@pytest.fixture
def context_of(
    contexts: Callable[..., BrowserContext], keys: Callable[[str], StorageState]
) -> Callable[[str | None], BrowserContext]:
    """A phone's browser in which somebody, or nobody, is signed in."""
    return lambda name: contexts(storage_state=keys(name) if name else None)


@pytest.fixture(scope="session")
def kept_pages(
    chromium: Browser, site: str, keys: Callable[[str], StorageState]
) -> Iterator[Callable[[str | None], Page]]:
    """For each reader one page from test to test: opening a browser anew costs as much as reading a page."""
    opened: dict[str | None, Page] = {}

    def page_of(name: str | None) -> Page:
        if name not in opened:
            state = keys(name) if name else None
            context = chromium.new_context(base_url=site, locale="da-DK", storage_state=state)
            context.set_default_timeout(15_000)
            opened[name] = context.new_page()
        return opened[name]

    yield page_of
    for page in opened.values():
        page.context.close()


@pytest.fixture
def page_of(kept_pages: Callable[[str | None], Page]) -> Iterator[Callable[[str | None], Page]]:
    """A page for what only looks: as large as a phone, and nothing ticked on it is remembered afterwards."""
    used: list[Page] = []

    def fresh(name: str | None) -> Page:
        page = kept_pages(name)
        page.set_viewport_size(PHONE)
        used.append(page)
        return page

    yield fresh
    for page in used:
        page.evaluate("sessionStorage.clear()")


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def visit(contexts: Callable[..., BrowserContext], request: pytest.FixtureRequest) -> Callable[[], Visitor]:
    """A new person with a phone, whose browser runs JavaScript or does not."""

    def arrive() -> Visitor:
        return Visitor(contexts(has_javascript=request.param).new_page())

    return arrive


@pytest.fixture
def stranger() -> str:
    """An e-mail address that nobody has used."""
    return f"{uuid4().hex[:12]}@eksempel.dk"


@pytest.fixture
def page(contexts: Callable[..., BrowserContext]) -> Page:
    """An empty page on a phone."""
    return contexts().new_page()


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's source, run inside the page."""
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
