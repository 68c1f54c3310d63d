"""The topics that people choose among when they say which mails they want; the inbox has everything."""

from dataclasses import dataclass
from enum import StrEnum

from participation.foundation.text import N_


class Topic(StrEnum):
    """A group of news that can be refused by mail."""

    OWN_IDEAS = "own_ideas"
    ANSWERS = "answers"
    PROGRESS = "progress"
    REPLIES = "replies"
    TAKING_PART = "taking_part"
    STEWARDSHIP = "stewardship"
    HELPED = "helped"
    CASES = "cases"
    MONDAY = "monday"


@dataclass(frozen=True)
class TopicText:
    """How a topic is named, why somebody gets such mails, and which part of a page they lead to.

    What is `for_staff` is offered to nobody else.
    """

    label: str
    reason: str
    part: str = ""
    for_staff: bool = False


TOPICS = {
    Topic.OWN_IDEAS: TopicText(
        N_("My ideas: received and published"),
        N_("You get this mail because you have sent us an idea."),
    ),
    Topic.ANSWERS: TopicText(
        N_("The municipality's answers to ideas that I am part of"),
        N_("You get this mail because you wrote, support, follow or have commented on the idea."),
        part="#svar",
    ),
    Topic.PROGRESS: TopicText(
        N_("What happens next: changes, projects, completed ideas"),
        N_("You get this mail because you wrote, support, follow or have commented on the idea."),
    ),
    Topic.REPLIES: TopicText(
        N_("Replies to my comments"),
        N_("You get this mail because you have written a comment."),
    ),
    Topic.TAKING_PART: TopicText(
        N_("Projects and events that I take part in"),
        N_("You get this mail because you have said that you will join."),
    ),
    Topic.STEWARDSHIP: TopicText(
        N_("Projects that I run"),
        N_("You get this mail because you run the project."),
    ),
    Topic.HELPED: TopicText(
        N_("“Did it help?”, once, when something I wanted has been done for a while"),
        N_("You get this mail because you supported the idea or took part. We ask once, and never again."),
    ),
    Topic.CASES: TopicText(
        N_("Tasks: given to me, or falling soon"),
        N_("You get this mail because you answer ideas for the municipality."),
        for_staff=True,
    ),
    Topic.MONDAY: TopicText(
        N_("Monday mornings: what waits"),
        N_("You get this mail because you answer ideas for the municipality."),
        for_staff=True,
    ),
}


def topics_for(*, is_staff: bool) -> list[Topic]:
    """What somebody can choose among."""
    return [topic for topic, text in TOPICS.items() if is_staff or not text.for_staff]


NOT_REFUSABLE = N_("You get this mail because it is about something that you have written.")
# The purpose of the sealed address in a mail: good for nothing else.
UNSUBSCRIBE = "notifications.unsubscribe"
