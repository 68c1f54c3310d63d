"""Sheets of supports."""

import factory

from participation.foundation.clock import today
from participation.papers.models import SupportSheet
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory
from tests.factories.ideas import IdeaFactory


class SheetFactory(Factory[SupportSheet]):
    class Meta:
        model = SupportSheet

    idea_id = factory.LazyFunction(lambda: IdeaFactory().id)
    entered_by_id = factory.LazyFunction(lambda: PersonFactory().id)
    received_on = factory.LazyFunction(today)
