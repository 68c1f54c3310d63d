"""The links around every page: main menu, the reader's own, and the foot."""

from collections.abc import Iterable, Iterator

from flask import g, request
from flask_login import current_user

from participation.foundation.text import N_
from participation.web import account_links
from participation.web.addresses import url_for
from participation.web.guards import here
from participation.web.words import gettext

Link = tuple[str, str, bool]

NAVIGATION = (
    (N_("Goals"), "pages.goals"),
    (N_("Ideas"), "pages.ideas"),
    (N_("Projects"), "pages.projects"),
    (N_("Associations"), "pages.organisations"),
    (N_("Calendar"), "pages.calendar"),
    (N_("Do we answer in time?"), "pages.figures"),
)
FOOTER = (
    (N_("The strategy"), "pages.strategy"),
    (N_("Rules for taking part"), "pages.rules"),
    (N_("What we have hidden"), "moderation.public_log"),
    (N_("Privacy"), "pages.privacy"),
    (N_("Accessibility statement"), "pages.was"),
    (N_("About this site"), "pages.about"),
    (N_("Contact"), "pages.contact"),
)
# Single pages stand under the list in the menu that they belong to.
FAMILIES = {
    "pages.goal": "pages.goals",
    "pages.theme": "pages.goals",
    "pages.strategy": "pages.goals",
    "pages.status": "pages.goals",
    "pages.earlier_strategy": "pages.goals",
    "pages.idea": "pages.ideas",
    "pages.idea_versions": "pages.ideas",
    "pages.project": "pages.projects",
    "pages.organisation": "pages.organisations",
    "pages.organisation_inside": "pages.mine",
    "organisations.mine": "pages.mine",
    "projects.mine": "pages.mine",
    "projects.work": "pages.mine",
    "pages.meeting": "pages.calendar",
}


class Frame:
    """The links when the layout asks for them: a part of a page and a mail have none of them."""

    @property
    def navigation(self) -> tuple[Link, ...]:
        return _links(NAVIGATION)

    @property
    def account(self) -> tuple[Link, ...]:
        return tuple(_account_links())

    @property
    def footer(self) -> tuple[Link, ...]:
        return _links(FOOTER)

    @property
    def sign_out_href(self) -> str | None:
        return url_for("accounts.sign_out") if current_user.is_authenticated else None


def context() -> dict[str, Frame | None]:
    """What the layout wants; nothing outside any municipality."""
    return {"frame": Frame() if "site" in g else None}


def _links(table: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    return tuple(_link(gettext(label), endpoint) for label, endpoint in table)


def _account_links() -> Iterator[Link]:
    if current_user.is_authenticated:
        yield from (_link(label, endpoint) for label, endpoint in account_links.labelled(current_user))
    else:
        yield gettext("Sign in"), url_for("accounts.sign_in", next=_way_back()), False


def _way_back() -> str | None:
    """This page; on the sign-in page the one that it leads to itself."""
    return request.args.get("next") if request.endpoint == "accounts.sign_in" else here()


def propose_href() -> str:
    """Where an idea is proposed."""
    return url_for("ideas.propose")


def _link(label: str, endpoint: str) -> Link:
    present = request.endpoint or ""
    return label, url_for(endpoint), endpoint == FAMILIES.get(present, present)
