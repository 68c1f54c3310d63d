"""The route table as data for the sweeps: a new route is covered on the day it is written."""

from collections import ChainMap
from collections.abc import Callable

from flask import url_for
from werkzeug.routing import Rule

from participation import create_app
from participation.config import Settings
from participation.ideas.services.drafts import hold
from participation.ideas.services.versions import IdeaText
from tests.architecture.sources import declared
from tests.factories.accounts import PersonFactory, SignInFactory
from tests.factories.files import PictureFactory
from tests.factories.held import WaveFactory, held_comment
from tests.factories.ideas import AdditionFactory, CommentFactory, IdeaFactory, MergeFactory
from tests.factories.moderation import (
    AppealFactory,
    ModerationEntryFactory,
    RefusalFactory,
    ReportFactory,
)
from tests.factories.municipalities import ReasonFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import GoalFactory, StrategyFactory, ThemeFactory

ROLES = ("visitor", "citizen", "author", "steward", "moderator", "administrator", "stranger")
MISSING = 10**12

# What stands for each variable of an address. A new variable needs a row here.
ROWS: dict[str, Callable[[], int]] = {
    "idea_id": lambda: IdeaFactory().id,
    "addition_id": lambda: AdditionFactory().id,
    "other_id": lambda: IdeaFactory().id,
    "merge_id": lambda: MergeFactory().id,
    "goal_id": lambda: GoalFactory().id,
    "file_id": lambda: PictureFactory().id,
    "theme_id": lambda: ThemeFactory().id,
    "project_id": lambda: ProjectFactory().id,
    "wave_id": lambda: WaveFactory().id,
    "case_id": lambda: held_comment().case_id or 0,
    "comment_id": lambda: CommentFactory().id,
    "discussion_id": lambda: CommentFactory().discussion_id,
    "person_id": lambda: PersonFactory().id,
    "sign_in_id": lambda: SignInFactory().id,
    "reason_id": lambda: ReasonFactory().id,
    "organisation_id": lambda: OrganisationFactory().id,
    "matter_id": lambda: ReportFactory().matter_id,
    "entry_id": lambda: ModerationEntryFactory().id,
    "move_id": lambda: RefusalFactory().id,
    "appeal_id": lambda: AppealFactory().id,
    "key": lambda: hold(text=IdeaText(title="Bænke", body="Til alle.")),
    "strategy_id": lambda: StrategyFactory().id,
} | dict(ChainMap(*declared("ROWS")))
# What must be there before a page is, though its address does not name it.
BESIDE: dict[str, Callable[[], object]] = {
    "pages.status_document": StrategyFactory,
    "pages.status_table": StrategyFactory,
}
WORDS = {
    "slug": "x",
    "page": "regler",
    "name": "publish",
    "digest": "0" * 64,
    "size": "stor",
    "municipality": "vallensbaek",
    "number": "1",
    "token": "x",
    "list_name": "ideas",
    "format_name": "csv",
}

# Everybody may read these; the list is the whole of what a visitor without an account can open.
PUBLIC = {
    "pages.unadopted",
    "accounts.account_closed",
    "accounts.sign_in",
    "health.healthz",
    "health.readyz",
    "ideas.preview_draft",
    "ideas.propose",
    "ideas.similar",
    "installation.components",
    "installation.municipalities",
    "mail.letters",
    "moderation.public_log",
    "moderation.report_comment",
    "moderation.report_idea",
    "moderation.report_organisation",
    "moderation.reported",
    "municipalities.colours",
    "organisations.invitation",
    "pages.about",
    "pages.calendar",
    "pages.calendar_file",
    "pages.contact",
    "pages.earlier_strategy",
    "pages.figures",
    "pages.front",
    "pages.goal",
    "pages.goals",
    "pages.idea",
    "pages.idea_versions",
    "pages.ideas",
    "pages.organisation",
    "pages.organisations",
    "pages.meeting",
    "pages.meeting_file",
    "pages.privacy",
    "pages.project",
    "pages.projects",
    "pages.rules",
    "pages.status",
    "pages.status_document",
    "pages.status_table",
    "pages.strategy",
    "pages.theme",
    "triage.contribute",
    "papers.print_form",
}
# Everybody may send these: signing in and out, an idea whose author signs in afterwards, and a report.
OPEN_TO_POST = {
    "accounts.sign_in",
    "accounts.sign_in_code",
    "accounts.sign_out",
    "ideas.preview_draft",
    "ideas.propose",
    "triage.contribute",
    "moderation.report_comment",
    "moderation.report_idea",
    "moderation.report_organisation",
}


def routes() -> dict[str, Rule]:
    """Every route of the application but the static files, by its endpoint."""
    app = create_app(Settings(environment="development", database_url="sqlite://"))
    return {rule.endpoint: rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"}


ROUTES = routes()
WITH_ROWS = sorted(name for name, rule in ROUTES.items() if rule.arguments & set(ROWS))


def address(endpoint: str, ids: dict[str, int]) -> str:
    """The route's address with these rows in it."""
    wanted = ROUTES[endpoint].arguments
    values: dict[str, object] = {name: ids[name] if name in ROWS else WORDS[name] for name in wanted}
    return url_for(endpoint, **values)


def rows_for(endpoint: str) -> dict[str, int]:
    """Make what the address names, in the municipality that is entered."""
    if endpoint in BESIDE:
        BESIDE[endpoint]()
    return {name: ROWS[name]() for name in sorted(ROUTES[endpoint].arguments & set(ROWS))}


def methods(endpoint: str) -> list[str]:
    """GET, POST, or both."""
    return sorted((ROUTES[endpoint].methods or set()) & {"GET", "POST"})
