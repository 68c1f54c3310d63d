"""What projects need, and who takes part."""

import factory

from participation.places.models import Place
from participation.volunteering.models import Need, NeedKind, Volunteer
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory
from tests.factories.projects import ProjectFactory


class NeedFactory(Factory[Need]):
    class Meta:
        model = Need

    kind = NeedKind.PEOPLE
    title = "Grav huller lørdag"
    project_id = factory.LazyFunction(lambda: ProjectFactory().id)


class VolunteerFactory(Factory[Volunteer]):
    """With a place that is counted."""

    class Meta:
        model = Volunteer

    place = Place.TAKEN
    need_id = factory.LazyFunction(lambda: NeedFactory(taken=1).id)
    person_id = factory.LazyFunction(lambda: PersonFactory().id)
