"""What readers are told of the association behind something, and what can be done about it."""

from flask import url_for
from flask_babel import gettext

from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.organisations.models import Organisation
from participation.web.guards import here


def association_links(viewer: Actor, organisation: Organisation | None) -> list[tuple[str, str]]:
    """Report it, and for staff: hide it or show it again, and come back here; nothing where there is none."""
    if organisation is None:
        return []
    words, endpoint = (
        (gettext("Show the association again"), "moderation.show_organisation")
        if organisation.is_hidden
        else (gettext("Hide the association"), "moderation.hide_organisation")
    )
    links = []
    if can(viewer, "moderation.report", organisation):
        href = url_for("moderation.report_organisation", organisation_id=organisation.id)
        links.append((gettext("Report the association"), href))
    if can(viewer, "moderation.hide_organisation", organisation):
        links.append((words, url_for(endpoint, organisation_id=organisation.id, next=here())))
    return links
