"""A desk at which a hundred ideas wait, and a browser that counts what is pressed."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

from participation import create_app
from participation.accounts.models import Role
from participation.cases.models import CaseKind
from participation.config import Settings
from participation.extensions import db
from participation.foundation.clock import end_of_day, today
from participation.foundation.tenancy import municipality_context
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.services.moves import settle
from participation.municipalities.models import Municipality
from tests.browser.arriving import press_key
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CaseFactory, IdeaFactory

TO_RETURN, TO_REFUSE, TO_ANSWER = "Uklart ønske", "Reklame", "Bænk ved skolen"
# Every ninth or so, as they come in: nothing lies neatly together.
KINDS = {3: TO_RETURN, 6: TO_REFUSE, 9: TO_ANSWER}


def fill(database_url: str) -> None:
    """Seventy to publish, ten each to return, to refuse and to answer, mixed."""
    app = create_app(Settings(environment="development", database_url=database_url))
    with app.app_context():
        municipality = db.session.query(Municipality).one()
        with municipality_context(municipality.id):
            PersonFactory(display_name="Mette", role=Role.MODERATOR, demo_key="moderator")
            for number in range(100):
                _wait(number)
            db.session.commit()
        db.session.remove()
        db.engine.dispose()


def _wait(number: int) -> None:
    kind = KINDS.get(number % 10)
    is_open = kind == TO_ANSWER
    due = end_of_day(today())
    dates = {} if is_open else {"published_at": None, "reviewed_at": None}
    idea = IdeaFactory(
        title=f"{kind or 'Flere træer'} {number:02}",
        status=IdeaStatus.PUBLISHED if is_open else IdeaStatus.SUBMITTED,
        is_outside_strategy=True,
        case_id=CaseFactory(kind=CaseKind.ANSWER if is_open else CaseKind.REVIEW).id,
        answer_due_at=due if is_open else None,
        review_due_at=due,
        **dates,
    )
    settle(idea=idea)


@dataclass
class Keys:
    """A keyboard that counts: commands, and letters of what is written."""

    page: Page
    commands: int = 0
    letters: int = 0
    said: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        # The keys are heard once the page has loaded.
        self.page.wait_for_load_state()
        for key in keys:
            self.page.keyboard.press(key)
            self.commands += 1

    def arrive(self, key: str) -> None:
        """Press a key that leads to another page."""
        press_key(self.page, key)
        self.commands += 1

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.letters += len(text)
