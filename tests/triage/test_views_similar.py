"""Similar ideas on a case."""

from typing import Any

from participation.ideas.lifecycle import IdeaStatus
from participation.search.services import index
from tests.triage.conftest import idea_at


def test_a_case_lists_similar_ideas_with_page_and_case(desk: Any) -> None:
    titles = {"Hjertestartere i hallen": IdeaStatus.SUBMITTED, "Hjertestarter i hallen": IdeaStatus.PUBLISHED}
    waiting, public = (idea_at(status, title=title) for title, status in titles.items())
    for each in (waiting, public):
        index(subject_id=each.id, title=each.title, texts=())
    page = desk.get(f"/vallensbaek/opgaver/{public.id}").text
    similar = page[page.index("Lignende idéer") :]
    assert waiting.title in similar and "Modtaget" in similar
    assert f"/opgaver/{waiting.id}" in similar and f"/ideer/{waiting.id}-" in similar


def test_a_case_without_similar_ideas_says_nothing_of_them(desk: Any) -> None:
    idea = idea_at(IdeaStatus.PUBLISHED, title="Xylofon")
    index(subject_id=idea.id, title=idea.title, texts=())
    assert "Lignende" not in desk.get(f"/vallensbaek/opgaver/{idea.id}").text


def test_a_similar_one_can_be_merged_from_its_row(desk: Any) -> None:
    statuses = (IdeaStatus.SUBMITTED, IdeaStatus.PUBLISHED, IdeaStatus.ACCEPTED)
    waiting, public, decided = (idea_at(each, title="Hjertestarter i hallen") for each in statuses)
    for each in (waiting, public, decided):
        index(subject_id=each.id, title=each.title, texts=())
    page = desk.get(f"/vallensbaek/opgaver/{waiting.id}").text
    href = f"/vallensbaek/opgaver/{waiting.id}/saml/{public.id}"
    assert href in page
    assert f"/saml/{decided.id}" not in page
    assert desk.get(href).status_code == 200
