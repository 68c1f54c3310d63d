"""A row of the routing table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from participation.accounts.models import Person
from participation.notifications.lifecycle import NOT_REFUSABLE, TOPICS, Topic
from participation.notifications.models import News
from participation.notifications.rules.conditions import Condition
from participation.notifications.rules.recipients import Recipients

Links = Callable[[News, Person], dict[str, Any]]


def no_links(_news: News, _person: Person) -> dict[str, Any]:
    """Most mails are the same for everybody."""
    return {}


@dataclass(frozen=True)
class Route:
    """One kind of news.

    `sentence` stands in the inbox and opens the mail. `topic` is what a person refuses to have it by mail
    no more; without one it cannot be refused, and the mail says `why` it comes. `mail` is a folder under
    `templates/emails/`, the kind's own by default. Nobody hears of what they did themselves, unless
    `tells_actor`: a receipt. `links` gives a mail what is one person's alone, such as a sealed address.
    """

    kind: str
    event: type
    when: Condition
    recipients: Recipients
    sentence: str
    topic: Topic | None = None
    mail: str = ""
    tells_actor: bool = False
    why: str = NOT_REFUSABLE
    links: Links = no_links

    def place_of(self, news: News) -> str:
        """The path to the news, after the municipality's name, and to the part of the page that tells it."""
        return news.place + (TOPICS[self.topic].part if self.topic else "")
