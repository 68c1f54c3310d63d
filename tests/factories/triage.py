"""Notes, questions to colleagues, templates of answers."""

from datetime import timedelta

import factory

from participation.foundation.clock import today
from participation.triage.models import AnswerTemplate, Contribution, Note
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory
from tests.factories.ideas import CaseFactory, IdeaFactory


class NoteFactory(Factory[Note]):
    class Meta:
        model = Note

    case_id = factory.LazyFunction(lambda: CaseFactory().id)
    author_id = factory.LazyFunction(lambda: PersonFactory().id)
    body = "Vi venter på Park og Vej."


class ContributionFactory(Factory[Contribution]):
    class Meta:
        model = Contribution

    idea_id = factory.LazyFunction(lambda: IdeaFactory().id)
    asked_by_id = factory.LazyFunction(lambda: PersonFactory().id)
    recipient = "kollega@example.org"
    question = "Er der plads til ti træer?"
    due_on = factory.LazyFunction(lambda: today() + timedelta(days=7))


class TemplateFactory(Factory[AnswerTemplate]):
    class Meta:
        model = AnswerTemplate

    title = factory.Sequence(lambda n: f"Skabelon {n}")
    doing = "Vi går videre med {idé}. Du hører fra os senest {dato}."
    why = "Idéen passer til målet {mål}."
