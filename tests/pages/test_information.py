"""The municipality's own pages, in both languages, from its texts and settings."""

from typing import Any

import pytest

from participation.extensions import db
from participation.municipalities.models import Municipality, SiteText
from tests.factories.municipalities import ReasonFactory


@pytest.mark.parametrize(("path", "kind"), [("regler", "rules"), ("privatliv", "privacy"), ("om", "about")])
def test_texts_are_shown_in_the_reader_s_language(
    client: Any, municipality: Municipality, path: str, kind: str
) -> None:
    assert "ikke skrevet teksten endnu" in client.get(f"/vallensbaek/{path}").text
    db.session.add(SiteText(kind=kind, language="da", body="## Alle kan være med\n\n<script>"))
    db.session.add(SiteText(kind=kind, language="en", body="## Everybody can join"))

    page = client.get(f"/vallensbaek/{path}")
    assert "<h2>Alle kan være med</h2>" in page.text
    assert "<script>\n" not in page.text
    assert "Set-Cookie" not in page.headers
    assert "<h2>Everybody can join</h2>" in client.get(f"/en/vallensbaek/{path}").text


def test_rules_list_every_reason_that_can_be_given(client: Any, municipality: Municipality) -> None:
    ReasonFactory(label_da="Det er ikke lovligt", label_en="Not lawful", moves=["decline", "hide"])
    ReasonFactory(label_da="Bruges ikke mere", is_active=False)

    page = client.get("/vallensbaek/regler").text

    assert "Det er ikke lovligt" in page
    assert "når en idé ikke går videre" in page
    assert "når en idé skal rettes" not in page
    assert "Bruges ikke mere" not in page
    assert "Not lawful" in client.get("/en/vallensbaek/regler").text


def test_contact_has_a_telephone_and_says_when_it_is_invented(
    client: Any, municipality: Municipality
) -> None:
    page = client.get("/vallensbaek/kontakt").text
    assert 'href="tel:12345678"' in page
    assert "opdigtet" not in page

    municipality.settings = municipality.settings | {"contact_is_invented": True}
    assert "opdigtet" in client.get("/vallensbaek/kontakt").text


def test_was_leads_to_the_statement_or_nowhere(client: Any, municipality: Municipality) -> None:
    assert client.get("/vallensbaek/was").status_code == 404

    municipality.settings = municipality.settings | {"accessibility_url": "https://was.digst.dk/deltag"}
    assert client.get("/vallensbaek/was").location == "https://was.digst.dk/deltag"
