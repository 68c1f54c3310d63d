"""Reports, decisions and appeals through their pages."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.foundation.clock import now
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.services.moves import Details, move
from participation.moderation.lifecycle import Outcome, Verdict
from participation.moderation.models import Matter
from participation.moderation.queries.appeals import appeal_of
from participation.moderation.queries.reports import open_matter
from participation.moderation.services.hiding import hide_comment
from participation.moderation.services.reports import ReportText, report
from participation.moderation.services.suspending import suspend
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.moderation.dates import in_days
from tests.moderation.test_services_appeals import ACTS

REPORT = {"reason_code": "offensive", "body": "Det her er for meget.", "about": "text"}
WHY = {"reason_code": "offensive", "sentence": "Tonen er for hård."}
Browse = Callable[[Person], Any]
pytestmark = pytest.mark.usefixtures("rule")


def matter_of(comment: Comment) -> Matter:
    found = open_matter(comment)
    assert found is not None
    return found


def test_a_visitor_reports_on_a_page_of_its_own(client: Any, idea: Idea, comment: Comment) -> None:
    page = client.get(f"/vallensbaek/ideer/{idea.id}-{idea.slug}")
    form = f"/vallensbaek/kommentarer/{comment.id}/anmeld"
    assert form in page.text and "csrf_token" not in page.text
    assert client.get(form).status_code == 200
    answer = client.post(form, data=REPORT | {"email": "nabo@example.org"})
    assert answer.location.endswith("/anmeldelser/tak")
    assert matter_of(comment).reports[0].email == "nabo@example.org"


def test_what_is_missing_is_asked_for(client: Any, comment: Comment) -> None:
    form = f"/vallensbaek/kommentarer/{comment.id}/anmeld"
    answer = client.post(form, data={"body": "Det her er for meget.", "email": "x"})
    assert answer.status_code == 422 and "Det her er for meget." in answer.text
    assert open_matter(comment) is None


def test_reports_are_limited(client: Any, comment: Comment) -> None:
    form = f"/vallensbaek/kommentarer/{comment.id}/anmeld"
    answers = [client.post(form, data=REPORT | {"body": f"Nej {n}."}).status_code for n in range(11)]
    assert (answers[0], answers[-1]) == (302, 429)


def test_the_writer_is_reported_from_what_they_wrote(
    client_of: Browse, citizen: Person, comment: Comment
) -> None:
    form = f"/vallensbaek/kommentarer/{comment.id}/anmeld"
    answer = client_of(citizen).post(form, data=REPORT | {"about": "writer"})
    matter = open_matter(comment.author)
    assert matter is not None and answer.location.endswith(f"/anmeldelser/{matter.id}")
    assert matter.reports[0].place.endswith(f"#kommentar-{comment.id}")


def test_who_judges_a_person_sees_what_the_person_has_written(
    client_of: Browse, citizen: Person, moderator: Person, comment: Comment, idea: Idea
) -> None:
    hidden = CommentFactory(author_id=idea.author_id, discussion_id=idea.discussion_id, hidden_at=now())
    IdeaFactory(author_id=idea.author_id, title="Kun en kladde", status=IdeaStatus.DRAFT, published_at=None)
    CommentFactory(author_id=citizen.id, discussion_id=idea.discussion_id, body="En andens ord.")
    report(actor=citizen, subject=idea.author, text=ReportText("offensive", "Igen og igen."))
    matter = open_matter(idea.author)
    assert matter is not None
    page = client_of(moderator).get(f"/vallensbaek/opgaver/anmeldelser/{matter.id}").text
    assert f'href="/vallensbaek/opgaver/{idea.id}">{idea.title}</a>' in page and comment.body in page
    for each in (comment, hidden):
        assert f"#kommentar-{each.id}" in page
    assert page.count("Det er skjult.") == 1
    assert "Kun en kladde" not in page and "En andens ord." not in page


def test_only_who_reported_reads_the_answer(
    client_of: Browse, citizen: Person, author: Person, comment: Comment
) -> None:
    reporter = client_of(citizen)
    reporter.post(f"/vallensbaek/kommentarer/{comment.id}/anmeld", data=REPORT)
    address = f"/vallensbaek/anmeldelser/{matter_of(comment).id}"
    assert REPORT["body"] in reporter.get(address).text
    assert client_of(author).get(address).status_code == 404


def test_the_desk_lets_it_stand(
    client_of: Browse, citizen: Person, moderator: Person, comment: Comment
) -> None:
    report(actor=citizen, subject=comment, text=ReportText("offensive", "Det her er for meget."))
    matter, desk = matter_of(comment), client_of(moderator)
    address = f"/vallensbaek/opgaver/anmeldelser/{matter.id}"
    page = desk.get(address)
    assert comment.body in page.text and "Det her er for meget." in page.text
    assert desk.post(f"{address}/lad-staa", data={"sentence": ""}).status_code == 422
    assert desk.post(f"{address}/lad-staa", data={"sentence": "Det er i orden."}).location == address
    assert matter.outcome is Outcome.LEFT
    assert client_of(citizen).get(address).status_code == 403


def test_hiding_from_the_matter_leads_back(
    client_of: Browse, citizen: Person, moderator: Person, comment: Comment
) -> None:
    report(actor=citizen, subject=comment, text=ReportText("offensive", "For meget."))
    back = f"/vallensbaek/opgaver/anmeldelser/{matter_of(comment).id}"
    hide = f"/vallensbaek/kommentarer/{comment.id}/skjul?next={back}"
    assert client_of(moderator).post(hide, data=WHY | {"step": "send"}).location == back
    assert comment.hidden_at is not None


def test_suspending_by_the_form_stops_the_next_request(
    client_of: Browse, author: Person, moderator: Person, idea: Idea
) -> None:
    writer, desk = client_of(author), client_of(moderator)
    write = f"/vallensbaek/samtaler/{idea.discussion_id}/kommentarer"
    assert writer.get(write).status_code == 200
    stop = f"/vallensbaek/personer/{author.id}/stop"
    sent = WHY | {"until": in_days(7).isoformat()}
    assert "Tonen er for hård." in desk.post(stop, data=sent | {"step": "preview"}).text
    assert desk.post(stop, data=sent | {"step": "send"}).status_code == 302
    for address in (write, "/vallensbaek/foreslaa", f"/vallensbaek/ideer/{idea.id}/ret"):
        answer = writer.get(address)
        assert answer.status_code == 403
        assert "Tonen er for hård." in answer.text and "/beslutninger/" in answer.text
    assert writer.post(write, data={"body": "Jo!"}).status_code == 403


def test_a_closed_discussion_says_why(client_of: Browse, client: Any, moderator: Person, idea: Idea) -> None:
    close = f"/vallensbaek/ideer/{idea.id}/luk-samtalen"
    assert client_of(moderator).post(close, data=WHY | {"step": "send"}).status_code == 302
    page = client.get(f"/vallensbaek/ideer/{idea.id}-{idea.slug}")
    assert "Tonen er for hård." in page.text
    assert f"/samtaler/{idea.discussion_id}/kommentarer" not in page.text


def test_the_author_asks_and_the_colleague_answers(
    client_of: Browse, author: Person, moderator: Person, colleague: Person, comment: Comment
) -> None:
    entry = hide_comment(actor=moderator, comment=comment, **WHY)
    writer, other = client_of(author), client_of(colleague)
    address = f"/vallensbaek/beslutninger/{entry.id}"
    assert writer.get(f"/vallensbaek/kommentarer/{comment.id}/beslutning").location == address
    assert address in writer.get("/vallensbaek/min-side/beslutninger").text
    assert writer.post(address, data={"body": "Jeg skrev om hunden."}).location == address
    made = appeal_of(entry)
    assert made is not None
    case, sent = f"/vallensbaek/{made.case.place}", {"verdict": "overturned", "sentence": "Du har ret."}
    assert client_of(moderator).post(case, data=sent).status_code == 403
    assert "Jeg skrev om hunden." in other.get(case).text
    assert other.post(case, data=sent).location == case
    assert (made.verdict, comment.hidden_at) == (Verdict.OVERTURNED, None)
    assert "Du har ret." in writer.get(address).text


def test_a_refused_idea_stands_among_the_decisions(
    client_of: Browse, author: Person, moderator: Person
) -> None:
    sent = IdeaFactory(author=author, status=IdeaStatus.SUBMITTED, title="Naboens hund")
    move(actor=moderator, idea=sent, name="refuse", details=Details(**WHY))
    page = client_of(author).get("/vallensbaek/min-side/beslutninger").text
    assert "Vi har ikke offentliggjort din idé" in page and "Naboens hund" in page


def test_decisions_about_others_are_missing(
    client_of: Browse, author: Person, citizen: Person, moderator: Person, comment: Comment
) -> None:
    entry = hide_comment(actor=moderator, comment=comment, **WHY)
    for person in (citizen, moderator):
        assert client_of(person).get(f"/vallensbaek/beslutninger/{entry.id}").status_code == 404


@pytest.mark.parametrize("kind", ACTS)
def test_whatever_was_decided_stands_on_ones_own_list(
    client_of: Browse, idea: Idea, comment: Comment, moderator: Person, kind: str
) -> None:
    act = ACTS[kind](moderator, idea, comment)
    page = client_of(idea.author).get("/vallensbaek/min-side/beslutninger")
    prefix = "beslutninger/ideer" if kind == "refuse" else "beslutninger"
    assert f"/vallensbaek/{prefix}/{act.id}" in page.text
    assert "<p>Author</p>" not in page.text


def test_ones_own_page_says_until_when(client_of: Browse, author: Person, moderator: Person) -> None:
    suspend(actor=moderator, person=author, until=in_days(7), **WHY)
    assert "skrivepause" in client_of(author).get("/vallensbaek/min-side").text


def test_an_administrator_names_the_address_outside(client_of: Browse, administrator: Person) -> None:
    page = client_of(administrator).get("/vallensbaek/indstillinger/kommunen").text
    assert 'name="appeal_address"' in page and 'name="appeal_working_days"' in page
