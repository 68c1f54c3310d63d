"""Projects."""

import factory

from participation.projects.models import Milestone, Project, ProjectDocument, ProjectUpdate
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory
from tests.factories.files import DocumentFactory


class ProjectFactory(Factory[Project]):
    class Meta:
        model = Project

    title = factory.Sequence(lambda n: f"Projekt {n}")
    description = "Vi planter ti træer."
    steward = "Park og Vej"


class UpdateFactory(Factory[ProjectUpdate]):
    class Meta:
        model = ProjectUpdate

    project_id = factory.LazyFunction(lambda: ProjectFactory().id)
    author_id = factory.LazyFunction(lambda: PersonFactory().id)
    body = "Hullerne er gravet."


class MilestoneFactory(Factory[Milestone]):
    class Meta:
        model = Milestone

    project_id = factory.LazyFunction(lambda: ProjectFactory().id)
    title = "Hullerne er gravet"


class DocumentOfProjectFactory(Factory[ProjectDocument]):
    class Meta:
        model = ProjectDocument

    project_id = factory.LazyFunction(lambda: ProjectFactory().id)
    file_id = factory.LazyFunction(lambda: DocumentFactory().id)
