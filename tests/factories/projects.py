"""Projects."""

import factory

from participation.projects.models import Project
from tests.factories.base import Factory


class ProjectFactory(Factory[Project]):
    class Meta:
        model = Project

    title = factory.Sequence(lambda n: f"Projekt {n}")
    description = "Vi planter ti træer."
    steward = "Park og Vej"
