"""How many, and for how long."""

from datetime import datetime, timedelta

from participation.projects.models import Project

MOST_ROOM = 1000
MOST_NEEDS = 20
# After its end a steward has so long to thank and settle; then who took part is nobody's business but theirs.
CONTACTS_SHOWN_FOR = timedelta(days=60)


def shows_contacts(project: Project, moment: datetime) -> bool:
    """Whether the addresses of those who joined are still shown to whoever runs the project."""
    return project.meaning.is_open or moment < project.changed_at + CONTACTS_SHOWN_FOR
