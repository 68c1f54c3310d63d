"""The links around every page: main menu, the reader's own, and the foot."""

from collections.abc import Iterable, Iterator
from typing import Any

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
}


def context() -> dict[str, Any]:
    """What the layout wants; empty outside any municipality."""
    if "site" not in g:
        return {}
    return {
        "navigation": _links(NAVIGATION),
        "account_links": list(_account_links()),
        "sign_out_href": url_for("accounts.sign_out") if current_user.is_authenticated else None,
        "footer_links": _links(FOOTER),
    }


def _links(table: Iterable[tuple[str, str]]) -> list[Link]:
    return [_link(gettext(label), endpoint) for label, endpoint in table]


def _account_links() -> Iterator[Link]:
    if current_user.is_authenticated:
        yield from (_link(label, endpoint) for label, endpoint in account_links.labelled(current_user))
    else:
        yield gettext("Sign in"), url_for("accounts.sign_in", next=here()), False


def propose_href() -> str:
    """Where an idea is proposed."""
    return url_for("ideas.propose")


def _link(label: str, endpoint: str) -> Link:
    present = request.endpoint or ""
    return label, url_for(endpoint), endpoint == FAMILIES.get(present, present)
