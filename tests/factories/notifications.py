"""News and the messages made of it."""

import factory

from participation.notifications.models import News, Notification
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory
from tests.factories.ideas import IdeaFactory


class NewsFactory(Factory[News]):
    class Meta:
        model = News

    kind = "idea_published"
    idea_id = factory.LazyFunction(lambda: IdeaFactory().id)


class NotificationFactory(Factory[Notification]):
    class Meta:
        model = Notification

    person_id = factory.LazyFunction(lambda: PersonFactory().id)
    news_id = factory.LazyFunction(lambda: NewsFactory().id)
