"""Arrangements, and those who have signed up."""

from datetime import timedelta

import factory

from participation.foundation.clock import now
from participation.meetings.models import Meeting, SignUp
from participation.places.models import Place
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory


class MeetingFactory(Factory[Meeting]):
    """The municipality's own, in a week."""

    class Meta:
        model = Meeting

    title = "Dialogmøde om havnen"
    place = "Rådhuset, indgang B"
    starts_at = factory.LazyFunction(lambda: now() + timedelta(days=7))
    ends_at = factory.LazyAttribute(lambda made: made.starts_at + timedelta(hours=2))


class SignUpFactory(Factory[SignUp]):
    """With a place that is counted."""

    class Meta:
        model = SignUp

    place = Place.TAKEN
    meeting_id = factory.LazyFunction(lambda: MeetingFactory(taken=1).id)
    person_id = factory.LazyFunction(lambda: PersonFactory().id)
