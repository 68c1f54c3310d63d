"""The application on a real database; every test runs in a transaction that is rolled back."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from sqlalchemy import Connection, Engine, event

from participation import create_app
from participation.accounts.models import Person, Role, SignIn
from participation.config import Settings
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.municipalities.models import Municipality
from participation.organisations.models import MembershipRole
from participation.web.sessions import token_hash
from tests.databases import fresh_database, is_on_server
from tests.factories.accounts import PersonFactory
from tests.factories.municipalities import MunicipalityFactory
from tests.factories.organisations import MembershipFactory
from tests.servers import SECRET

# How long a test takes is the bench's business, and a busy machine's.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The slow ones first: nobody waits at the end for one that another began last."""
    if is_on_server():
        config.hook.pytest_deselected(items=[item for item in items if not asks_a_database(item)])
        items[:] = filter(asks_a_database, items)
    items.sort(key=lambda item: item.get_closest_marker("processes") is None)


def asks_a_database(item: pytest.Item) -> bool:
    """What asks for none does the same whatever it is: it runs with SQLite, not again with PostgreSQL."""
    return {"migrated", "chromium"} & set(item.fixturenames) != set()  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database whose tables the migrations have made, to be copied: they take their time."""
    with fresh_database(tmp_path_factory.mktemp("migrated")) as address:
        with create_app(Settings(environment="development", database_url=address)).app_context():
            upgrade()
            let_go_of_connections()
        yield address


def let_go_of_connections() -> None:
    """Of every engine: pages that only read may have one of their own."""
    for engine in db.engines.values():
        engine.dispose()


@pytest.fixture(scope="session")
def app(migrated: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application, on a database of this process's own."""
    folder = tmp_path_factory.mktemp("application")
    with fresh_database(folder, like=migrated) as address:
        settings = Settings(
            environment="development",
            database_url=address,
            is_demonstration=False,
            files_folder=folder / "files",
            letters_folder=folder / "post",
        )
        app = create_app(settings)
        app.testing = True
        yield app
        with app.app_context():
            let_go_of_connections()


@pytest.fixture
def own_app(migrated: str, tmp_path: Path) -> Iterator[Flask]:
    """An application whose database several processes share, and where nothing is rolled back."""
    with fresh_database(tmp_path, like=migrated) as address:
        settings = Settings(
            environment="development",
            database_url=address,
            secret_key=SECRET,
            files_folder=tmp_path / "files",
            letters_folder=tmp_path / "post",
        )
        with create_app(settings).app_context() as context:
            yield context.app
            db.session.remove()
            let_go_of_connections()


@pytest.fixture
def connection(app: Flask) -> Iterator[Connection]:
    """One connection for the test and all its requests, rolled back at the end."""
    engines: dict[Flask, Any] = db._app_engines  # type: ignore[assignment]
    before = engines[app]
    engine: Engine = before[None]
    with engine.connect() as connection:
        outer = connection.begin()
        engines[app] = {None: connection}
        try:
            yield connection
        finally:
            engines[app] = before
            outer.rollback()


@pytest.fixture
def session(app: Flask, connection: Connection) -> Iterator[Any]:
    """The test's own database session, inside an application context."""
    with app.app_context():
        yield db.session
        db.session.remove()


@pytest.fixture
def count_queries(connection: Connection) -> Callable[[], AbstractContextManager[list[str]]]:
    """`with count_queries() as statements:` gathers what the database is asked, savepoints not counted."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        statements: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if "SAVEPOINT" not in statement:
                statements.append(statement)

        event.listen(connection, "before_cursor_execute", note)
        try:
            yield statements
        finally:
            event.remove(connection, "before_cursor_execute", note)

    return counting


@pytest.fixture
def municipality(session: Any) -> Iterator[Municipality]:
    """Vallensbæk, entered."""
    municipality = MunicipalityFactory()
    with municipality_context(municipality.id):
        yield municipality


@pytest.fixture
def other_municipality(municipality: Municipality) -> Municipality:
    """Glostrup, not entered."""
    return MunicipalityFactory(code="0161", slug="glostrup", name="Glostrup Kommune", short_name="Glostrup")


@pytest.fixture
def citizen(municipality: Municipality) -> Person:
    return PersonFactory(display_name="Citizen")


@pytest.fixture
def author(municipality: Municipality) -> Person:
    return PersonFactory(display_name="Author")


@pytest.fixture
def moderator(municipality: Municipality) -> Person:
    return PersonFactory(display_name="Moderator", role=Role.MODERATOR)


@pytest.fixture
def administrator(municipality: Municipality) -> Person:
    return PersonFactory(display_name="Administrator", role=Role.ADMINISTRATOR)


@pytest.fixture
def steward(municipality: Municipality) -> Person:
    """The owner of an organisation."""
    membership = MembershipFactory(role=MembershipRole.OWNER)
    return db.session.get_one(Person, membership.person_id)


@pytest.fixture
def stranger(other_municipality: Municipality) -> Person:
    """A person of the other municipality."""
    with municipality_context(other_municipality.id):
        return PersonFactory(display_name="Stranger")


class Client(FlaskClient):
    """A test client that saves the test's own work before each request and forgets what it had read."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        db.session.commit()
        # As a server does: the answer is read to its end and closed.
        kwargs.setdefault("buffered", True)
        # A context of its own, as in production: nothing of one request is left for the next.
        with self.application.app_context():
            response = super().open(*args, **kwargs)
        db.session.expire_all()
        return response


@pytest.fixture
def client(app: Flask, municipality: Municipality) -> Client:
    """A visitor without an account; forms need no token, as in every test but those about tokens."""
    app.config["WTF_CSRF_ENABLED"] = False
    return new_browser(app)


def new_browser(app: Flask) -> Client:
    """Another visitor."""
    app.test_client_class = Client
    client = app.test_client()
    assert isinstance(client, Client)
    return client


@pytest.fixture
def client_of(app: Flask, client: Client) -> Callable[[Person], Client]:
    """A browser in which that person is signed in."""
    return partial(browser_of, app)


def browser_of(app: Flask, person: Person) -> Client:
    """The same, for whoever is there already."""
    token = f"token-of-person-{person.id}-".ljust(48, "x")
    with municipality_context(person.municipality_id):
        db.session.add(SignIn(browser_token_hash=token_hash(token), browser="pytest", person_id=person.id))
        db.session.flush()
    browser = new_browser(app)
    browser.set_cookie("session", token)
    return browser
