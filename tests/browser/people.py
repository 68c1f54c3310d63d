"""People who are signed in already, made where the site keeps them: a crowd need not wait for its codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_hex
from urllib.parse import urlsplit

from playwright.sync_api import StorageState

from participation import create_app
from participation.accounts.models import SignIn
from participation.config import Settings
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.municipalities.models import Municipality
from participation.web.sessions import token_hash
from tests.factories.accounts import PersonFactory


@dataclass(frozen=True)
class Newcomer:
    """Somebody with a name and an address; `cookie` is what their browser holds."""

    name: str
    email: str
    cookie: str

    def state(self, site: str) -> StorageState:
        """What a browser of theirs begins with."""
        host = urlsplit(site).hostname or ""
        return {
            "cookies": [{"name": "session", "value": self.cookie, "domain": host, "path": "/"}],
            "origins": [],
        }


def newcomers(database_url: str, names: Sequence[str]) -> list[Newcomer]:
    """One person for each name, signed in."""
    people = [Newcomer(name, f"{token_hex(8)}@eksempel.dk", token_hex(24)) for name in names]
    app = create_app(Settings(environment="development", database_url=database_url))
    with app.app_context():
        with municipality_context(db.session.query(Municipality).one().id):
            for each in people:
                _sign_in(each)
            db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return people


def _sign_in(each: Newcomer) -> None:
    person = PersonFactory(display_name=each.name, email=each.email)
    key = token_hash(each.cookie)
    db.session.add(SignIn(browser_token_hash=key, browser="test", person_id=person.id))
