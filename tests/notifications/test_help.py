"""“Did it help?” by mail: once a person and project, by a link of one's own."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from sqlalchemy import delete, func, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.notifications.lifecycle import Topic
from participation.notifications.models import News, Notification
from participation.notifications.services.messages import refuse
from participation.notifications.services.news import tell_next
from participation.outcomes.models import HelpQuestion
from participation.outcomes.services import asking
from participation.projects.models import Project
from participation.projects.services import linking
from participation.votes.models import Vote
from participation.web.letters import Letter
from tests.conftest import Client
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.outcomes import chain_to_outcome, feedback
from tests.factories.volunteering import NeedFactory, VolunteerFactory
from tests.notifications.conftest import mailed, tell

Reads = Callable[[Person], Letter]


@pytest.fixture
def done(moderator: Person) -> tuple[Idea, Project]:
    """An idea that became real, completed long enough ago."""
    _, idea, project = chain_to_outcome(moderator)
    db.session.execute(delete(News))
    project.completed_at = now() - asking.rules.ASKED_AFTER
    return idea, project


def supporter(idea: Idea, **words: object) -> Person:
    person: Person = PersonFactory(**words)
    db.session.add(Vote(idea_id=idea.id, person_id=person.id))
    db.session.flush()
    return person


def ask() -> None:
    asking.ask_about_what_is_done()
    tell()


def test_several_ideas_and_a_place_are_one_mail(done: tuple[Idea, Project], moderator: Person) -> None:
    idea, project = done
    other = IdeaFactory(status=IdeaStatus.ACCEPTED)
    linking.link_idea(actor=moderator, project=project, idea=other)
    db.session.execute(delete(News))
    person = supporter(idea, display_name="Ellinor")
    db.session.add(Vote(idea_id=other.id, person_id=person.id))
    VolunteerFactory(need_id=NeedFactory(project_id=project.id, taken=1).id, person_id=person.id)
    ask()
    ask()
    assert mailed() == [person.email]


def test_nobody_is_asked_who_cannot_or_will_not(done: tuple[Idea, Project]) -> None:
    idea, _ = done
    supporter(idea, closed_at=now())
    supporter(idea, email=None, email_key=None, is_paper=True)
    refuse(person_id=supporter(idea).id, topic=Topic.HELPED)
    ask()
    assert mailed() == []


def test_pages_cut_short_reach_everybody_once(done: tuple[Idea, Project]) -> None:
    people = [str(supporter(done[0]).email) for _ in range(7)]
    asking.ask_about_what_is_done()
    db.session.commit()
    tell_next(size=3)
    db.session.commit()
    tell_next(size=3)
    db.session.rollback()
    while tell_next(size=3):
        db.session.commit()
    assert mailed() == sorted(people)
    assert db.session.scalar(select(func.count()).select_from(Notification)) == 7


def test_question_and_news_are_one_transaction(done: tuple[Idea, Project]) -> None:
    supporter(done[0])
    asking.ask_about_what_is_done()
    both = [db.session.scalar(select(func.count()).select_from(each)) for each in (HelpQuestion, News)]
    assert both == [1, 1]


def test_the_mail_names_the_idea_and_its_links_answer(
    done: tuple[Idea, Project], client: Client, read_mail: Reads
) -> None:
    person = supporter(done[0])
    ask()
    letter = read_mail(person)
    assert letter.subject == "Hjalp det? En skolehave"
    links = re.findall(r"https?://\S+svar=\w+", letter.text)
    assert [link.rpartition("=")[2] for link in links] == ["yes", "partly", "no", "unsure"]
    address = urlsplit(links[2])
    assert client.get(f"{address.path}?{address.query}").status_code == 200
    assert "List-Unsubscribe" in letter.headers


def test_who_took_part_is_asked_about_the_project(done: tuple[Idea, Project], read_mail: Reads) -> None:
    need = NeedFactory(project_id=done[1].id, taken=1)
    person = db.session.get_one(Person, VolunteerFactory(need_id=need.id).person_id)
    ask()
    assert read_mail(person).subject == "Hjalp det? Skolehaven"


def test_a_hidden_ideas_name_is_not_in_the_mail(done: tuple[Idea, Project], read_mail: Reads) -> None:
    idea, _ = done
    person = supporter(idea)
    idea.hidden_at = now()
    db.session.flush()
    ask()
    assert "En skolehave" not in read_mail(person).text


def test_the_answer_from_staff_reaches_the_person(moderator: Person, read_mail: Reads) -> None:
    given = feedback()
    person = db.session.get_one(Person, given.person_id)
    asking.reply(actor=moderator, answer=given, words="Vi låser op kl. 7.")
    tell()
    letter = read_mail(person)
    assert ("Der er låst." in letter.text, "Vi låser op kl. 7." in letter.text) == (True, True)


def test_the_message_on_the_site_leads_to_the_question(
    done: tuple[Idea, Project], client_of: Callable[[Person], Client]
) -> None:
    person = supporter(done[0])
    ask()
    number = db.session.scalar(select(Notification.id).where(Notification.person_id == person.id))
    browser = client_of(person)
    answer = browser.post(f"/vallensbaek/beskeder/{number}")
    assert "/hjalp-det/" in browser.get(answer.location).location
