"""The calendar, an arrangement's page, signing up, and what whoever runs it does."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest

from participation.accounts.models import Person
from participation.foundation.clock import LOCAL, at, now, today
from participation.meetings import queries
from participation.meetings.models import Meeting
from participation.organisations.models import MembershipRole
from tests.conftest import Client
from tests.factories.accounts import PersonFactory
from tests.factories.meetings import MeetingFactory, SignUpFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import GoalFactory, StrategyFactory, ThemeFactory

HOME = "/vallensbaek"
Browser = Callable[[Person], Client]


@pytest.fixture
def meeting(municipality: object) -> Meeting:
    return MeetingFactory(capacity=8, taken=3)


def page_of(meeting: Meeting) -> str:
    return f"{HOME}/kalender/{meeting.id}-{meeting.slug}"


def form_of(**changes: object) -> dict[str, object]:
    day = today() + timedelta(days=10)
    words = {"title": "Arbejdsdag i haven", "place": "Haven ved stien", "description": "Tag en spade med."}
    times = {"day": day.isoformat(), "starts": "10:00", "ends": "12:30"}
    return {**words, **times, "takes_sign_ups": "y", "capacity": "8", "tie": "", **changes}


def test_the_calendar_goes_month_by_month(client: Client, municipality: object) -> None:
    with at(datetime(2026, 3, 1, 12, tzinfo=LOCAL)):
        for month, day in ((4, 11), (3, 28), (3, 29)):
            MeetingFactory(title=f"Møde {day}", starts_at=datetime(2026, month, day, 19, tzinfo=LOCAL))
        MeetingFactory(title="Forbi", starts_at=datetime(2026, 2, 3, 19, tzinfo=LOCAL))
        page = client.get(f"{HOME}/kalender/").text
        past = client.get(f"{HOME}/kalender/?when=past").text
    order = [page.index(words) for words in ("Marts 2026", "Møde 28", "Møde 29", "April 2026", "Møde 11")]
    assert order == sorted(order)
    assert "Kl. 19.00–21.00" in page
    assert ("Forbi" in page, "Februar 2026" in past, "Møde 28" in past) == (False, True, False)


def test_the_calendar_is_narrowed_by_theme_goal_and_project(client: Client, municipality: object) -> None:
    strategy = StrategyFactory()
    theme = ThemeFactory(strategy_id=strategy.id)
    goal = GoalFactory(strategy_id=strategy.id, theme_id=theme.id)
    project = ProjectFactory()
    tied = {"theme": theme, "goal": goal, "project": project}
    for name, thing in tied.items():
        MeetingFactory(title=f"Om {name}", **{f"{name}_id": thing.id})
    shown = {
        name: [
            each for each in tied if f"Om {each}" in client.get(f"{HOME}/kalender/?{name}={thing.id}").text
        ]
        for name, thing in tied.items()
    }
    assert shown == {"theme": ["theme", "goal"], "goal": ["goal"], "project": ["project"]}


@pytest.mark.parametrize("query", ["theme=x", "goal=99999999999999999999", "cursor=x", "when=x"])
def test_what_makes_no_sense_is_ignored(client: Client, meeting: Meeting, query: str) -> None:
    assert meeting.title in client.get(f"{HOME}/kalender/?{query}").text


def test_a_visitor_reads_and_signs_in_to_sign_up(client: Client, meeting: Meeting) -> None:
    page = client.get(page_of(meeting)).text
    assert ("Rådhuset, indgang B" in page, "5 af 8 pladser er ledige" in page) == (True, True)
    assert "/log-ind" in client.get(f"{HOME}/kalender/{meeting.id}/tilmeld").location


def test_a_resident_signs_up_and_leaves_with_one_click(
    client_of: Browser, citizen: Person, meeting: Meeting
) -> None:
    browser = client_of(citizen)
    answer = browser.post(f"{HOME}/kalender/{meeting.id}/tilmeld", data={"message": "Vi glæder os."})
    assert answer.location.endswith(page_of(meeting))
    assert "Du er tilmeldt." in browser.get(answer.location).text
    assert meeting.title in browser.get(f"{HOME}/det-er-jeg-med-i").text
    browser.post(f"{HOME}/kalender/{meeting.id}/afmeld")
    assert queries.signed_up_for(citizen.id) == []


def test_ones_own_arrangements_begin_with_the_next_one(citizen: Person, municipality: object) -> None:
    for days in (20, -30, 3):
        SignUpFactory(person=citizen, meeting=MeetingFactory(starts_at=now() + timedelta(days=days)))
    ahead = [(each.meeting.starts_at - now()).days for each in queries.signed_up_for(citizen.id)]
    assert [days > 0 for days in ahead] == [True, True, False]
    assert ahead[0] < ahead[1]


def test_a_refusal_keeps_the_words(client_of: Browser, citizen: Person, municipality: object) -> None:
    meeting = MeetingFactory(takes_sign_ups=False)
    form = {"message": "Vi glæder os."}
    answer = client_of(citizen).post(f"{HOME}/kalender/{meeting.id}/tilmeld", data=form)
    assert (answer.status_code, "Vi glæder os." in answer.text) == (422, True)


def test_a_cancelled_one_says_so_and_takes_nobody(client: Client, municipality: object) -> None:
    meeting = MeetingFactory(cancelled_at=now(), reason="Sne på vejene")
    page = client.get(page_of(meeting)).text
    assert ("Sne på vejene" in page, "Aflyst" in page, "/tilmeld" in page) == (True, True, False)
    assert "Aflyst" in client.get(f"{HOME}/kalender/").text


def test_staff_put_a_dialogue_meeting_in_the_calendar(
    client_of: Browser, moderator: Person, municipality: object
) -> None:
    goal = GoalFactory()
    browser, path = client_of(moderator), f"{HOME}/kalender/nyt"
    refused = browser.post(path, data=form_of(ends="09:00"))
    assert (refused.status_code, "Tag en spade med." in refused.text) == (422, True)
    answer = browser.post(path, data=form_of(tie=f"goal:{goal.id}"))
    (made,) = queries.next_of(queries.under_goal(goal.id), limit=2)
    assert answer.location.endswith(page_of(made))
    assert made.starts_at.astimezone(LOCAL).time() == time(10)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_outside_the_calendar_is_no_day(
    client_of: Browser, moderator: Person, municipality: object, day: str
) -> None:
    form = form_of(day=day, starts="23:00", ends="01:00")
    refused = client_of(moderator).post(f"{HOME}/kalender/nyt", data=form)
    assert (refused.status_code, "Skriv en dato." in refused.text) == (422, True)


def test_what_ends_early_in_the_morning_has_lasted_over_midnight(
    client_of: Browser, moderator: Person, municipality: object
) -> None:
    client_of(moderator).post(f"{HOME}/kalender/nyt", data=form_of(starts="20:00", ends="01:00"))
    (made,) = queries.next_of(queries.Meeting.project_id.is_(None), limit=2)
    assert made.ends_at - made.starts_at == timedelta(hours=5)


@pytest.mark.parametrize(
    ("field", "words"),
    [("title", "Ring 23 45 67 89"), ("place", "hos per@example.org"), ("description", "010203-1234")],
)
def test_numbers_of_persons_have_no_place_in_it(
    client_of: Browser, moderator: Person, municipality: object, field: str, words: str
) -> None:
    answer = client_of(moderator).post(f"{HOME}/kalender/nyt", data=form_of(**{field: words}))
    assert (answer.status_code, words in answer.text) == (422, True)


def test_a_change_of_time_is_saved_and_an_old_page_is_not(
    client_of: Browser, moderator: Person, meeting: Meeting
) -> None:
    browser, path, seen = client_of(moderator), f"{HOME}/kalender/{meeting.id}/ret", str(meeting.sequence)
    assert browser.post(path, data=form_of(sequence=seen)).status_code == 302
    assert (meeting.title, meeting.sequence) == ("Arbejdsdag i haven", 1)
    assert browser.post(path, data=form_of(sequence=seen, place="Et andet sted")).status_code == 409


def test_cancelling_wants_a_reason(client_of: Browser, moderator: Person, meeting: Meeting) -> None:
    browser, path = client_of(moderator), f"{HOME}/kalender/{meeting.id}/aflys"
    assert browser.post(path, data={"reason": " "}).status_code == 422
    assert browser.post(path, data={"reason": "Sne"}).status_code == 302
    assert meeting.reason == "Sne"


def test_only_those_with_a_place_show_their_address_and_not_for_ever(
    client_of: Browser, moderator: Person, meeting: Meeting
) -> None:
    placed = SignUpFactory(meeting_id=meeting.id)
    waiting = SignUpFactory(meeting_id=meeting.id, place="waiting")
    browser, path = client_of(moderator), f"{HOME}/kalender/{meeting.id}/deltagere"
    page = browser.get(path).text
    assert (str(placed.person.email) in page, str(waiting.person.email) in page) == (True, False)
    meeting.starts_at, meeting.ends_at = now() - timedelta(days=62), now() - timedelta(days=61)
    assert str(placed.person.email) not in browser.get(path).text


def test_residents_do_not_see_who_comes(client_of: Browser, citizen: Person, meeting: Meeting) -> None:
    sign_up = SignUpFactory(meeting_id=meeting.id)
    browser = client_of(citizen)
    for path in ("deltagere", "ret", "aflys"):
        assert browser.get(f"{HOME}/kalender/{meeting.id}/{path}").status_code == 403
    assert str(sign_up.person.display_name) not in browser.get(page_of(meeting)).text


def test_somebody_is_taken_off_the_list(client_of: Browser, moderator: Person, meeting: Meeting) -> None:
    sign_up = SignUpFactory(meeting_id=meeting.id)
    path = f"{HOME}/kalender/{meeting.id}/deltagere/{sign_up.id}/fjern"
    assert client_of(moderator).post(path).status_code == 302
    assert queries.sign_ups_of(meeting) == []


def test_an_editor_arranges_for_the_organisation_and_for_no_other(
    client_of: Browser, citizen: Person, municipality: object
) -> None:
    own, other = (OrganisationFactory(approved_at=now()) for _ in range(2))
    MembershipFactory(person_id=citizen.id, organisation_id=own.id, role=MembershipRole.EDITOR)
    browser, path = client_of(citizen), f"{HOME}/kalender/nyt?organisation="
    answers = [
        browser.post(f"{path}{number}", data=form_of()).status_code for number in (own.id, other.id, 10**12)
    ]
    assert answers == [302, 403, 404]
    (made,) = queries.next_of(queries.of_organisation(own.id), limit=2)
    own.hidden_at = now()
    page = client_of(PersonFactory()).get(page_of(made)).text
    assert (own.name in page, "[forening skjult]" in page) == (False, True)


def test_a_projects_page_shows_what_comes(client_of: Browser, moderator: Person, client: Client) -> None:
    project = ProjectFactory()
    meeting = MeetingFactory(project_id=project.id)
    path = f"{HOME}/projekter/{project.id}-{project.slug}"
    assert page_of(meeting) in client.get(path).text
    assert f"/kalender/nyt?project={project.id}" in client_of(moderator).get(path).text


def test_the_calendar_asks_a_fixed_number_of_questions(
    client: Client, municipality: object, count_queries: Callable[[], object]
) -> None:
    counts = []
    for _ in range(2):
        for _ in range(5):
            MeetingFactory(project_id=ProjectFactory().id)
        with count_queries() as statements:  # type: ignore[attr-defined]
            client.get(f"{HOME}/kalender/")
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_a_tie_to_an_earlier_strategy_stays(
    client_of: Browser, moderator: Person, municipality: object
) -> None:
    earlier = GoalFactory(title="Grønne byrum")
    meeting = MeetingFactory(goal_id=earlier.id)
    GoalFactory(strategy_id=StrategyFactory().id)
    browser, path = client_of(moderator), f"{HOME}/kalender/{meeting.id}/ret"
    assert f'selected value="goal:{earlier.id}">Grønne byrum' in browser.get(path).text
    browser.post(path, data=form_of(tie=f"goal:{earlier.id}", sequence=str(meeting.sequence)))
    assert (meeting.title, meeting.goal_id) == ("Arbejdsdag i haven", earlier.id)
