"""The administrators' pages: for administrators only, saved once, overtaken with a word."""

from typing import Any

import pytest

from participation.accounts.models import Person
from participation.municipalities import queries
from participation.municipalities.models import Municipality
from participation.municipalities.rules import contrast_with_white
from tests.factories.municipalities import ReasonFactory

PAGES = [
    "",
    "kommunen",
    "tekster",
    "tekster/regler",
    "begrundelser",
    "begrundelser/ny",
    "roller",
    "strategi/",
]
HOME = "/vallensbaek/indstillinger/"
SETTINGS = {
    "name": "Vallensbæk Kommune", "short_name": "Vallensbæk", "site_name": "Deltag her", "contact_phone": "1",
    "contact_email": "a@example.org", "review_working_days": "4", "answer_days": "30", "support_days": "90",
    "closed_weeks": "30, 29", "review": "after", "least_age": "13", "accent": "#0B6045",
    "nudge_weeks": "8", "nudge_again_weeks": "2",
    "appeal_working_days": "10", "on_behalf": "organisation", "silent_months": "12",
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("role", "status"), [("citizen", 403), ("moderator", 403), ("administrator", 200)])
def test_settings_are_for_administrators(
    client_of: Any, request: Any, page: str, role: str, status: int
) -> None:
    assert client_of(request.getfixturevalue(role)).get(HOME + page).status_code == status


def save(browser: Any, page: str, version: object, **fields: Any) -> Any:
    return browser.post(HOME + page, data={"version": version, **fields})


@pytest.mark.parametrize("version", ["", "x", "²", "9" * 5000])
def test_a_version_that_was_never_there_is_an_old_one(
    client_of: Any, administrator: Person, version: str
) -> None:
    assert save(client_of(administrator), "kommunen", version, **SETTINGS).status_code == 409


def test_configure_saves(client_of: Any, administrator: Person, municipality: Municipality) -> None:
    response = save(client_of(administrator), "kommunen", 1, **SETTINGS)

    assert response.status_code == 302
    assert (queries.settings().closed_weeks, queries.settings().accent) == ((29, 30), "#0b6045")
    assert queries.settings().review == "after"
    assert municipality.version == 2


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("accent", "#ffff00", "for svær at læse"),
        ("accent", "grøn", "seks cifre"),
        ("closed_weeks", "uge 29", "komma imellem"),
        ("answer_days", "5", "tal fra 7 til 180"),
        ("least_age", "mange", "helt tal"),
        ("contact_email", "hos os", "mailadresse"),
        ("accessibility_url", "javascript:alert(1)", "hele adressen"),
        ("name", " ", "Skriv navnet"),
    ],
)
def test_configure_refuses(
    client_of: Any, administrator: Person, municipality: Municipality, field: str, value: str, message: str
) -> None:
    response = save(client_of(administrator), "kommunen", 1, **{**SETTINGS, field: value})

    assert response.status_code == 422
    assert message in response.text
    assert municipality.version == 1


def test_configure_shows_a_colour_before_it_is_saved(client_of: Any, administrator: Person) -> None:
    response = save(client_of(administrator), "kommunen", 1, **SETTINGS, preview="1")

    assert "farver.css?accent=%230b6045" in response.text
    assert "Der er ikke gemt noget endnu" in response.text
    assert queries.settings().site_name == "Deltag"


def test_colours_of_a_preview_are_checked_too(client: Any) -> None:
    assert "#0b6045" in client.get("/vallensbaek/farver.css?accent=%230b6045").text
    foreign = client.get("/vallensbaek/farver.css?accent=%230b6045;}body{color:red")
    assert foreign.text == client.get("/vallensbaek/farver.css").text
    assert contrast_with_white("#ffffff") == pytest.approx(1)
    assert contrast_with_white("#000000") == pytest.approx(21)


def test_a_colleague_s_text_is_not_overwritten(client_of: Any, administrator: Person) -> None:
    browser = client_of(administrator)
    assert save(browser, "tekster/om", 1, da="Kollegaens", en="The colleague's").status_code == 302

    response = save(browser, "tekster/om", 1, da="Min egen", en="My own")

    assert response.status_code == 409
    assert "En kollega har gemt" in response.text
    assert "Min egen" in response.text
    assert queries.site_text("about", "da") == "Kollegaens"


def test_write_text_shows_a_preview_without_saving(client_of: Any, administrator: Person) -> None:
    response = save(client_of(administrator), "tekster/om", 1, da="## Hvad er det?", en="x", preview="1")

    assert "<h2>Hvad er det?</h2>" in response.text
    assert queries.site_text("about", "da") == ""


def test_reasons_are_added_edited_and_placed(client_of: Any, administrator: Person) -> None:
    browser = client_of(administrator)
    words = {
        "label_da": "Kort",
        "label_en": "Short",
        "text_da": "a",
        "text_en": "b",
        "moves": ["return", "hide"],
    }
    first = ReasonFactory(position=1).id
    assert save(browser, "begrundelser/ny", 1, is_active="y", **words).status_code == 302
    [_, added] = queries.all_reasons()

    place = f"begrundelser/{added.id}/plads"
    assert save(browser, place, 2, direction="up").status_code == 302
    assert save(browser, place, 2, direction="up").status_code == 409
    assert [reason.id for reason in queries.all_reasons()] == [added.id, first]

    assert save(browser, f"begrundelser/{added.id}", 3, **words | {"label_da": "Kortere"}).status_code == 302
    assert not queries.all_reasons()[0].is_active
    assert "Kortere" in browser.get(HOME + "begrundelser").text


def test_add_reason_needs_a_move(client_of: Any, administrator: Person) -> None:
    response = save(client_of(administrator), "begrundelser/ny", 1, label_da="Kort")

    assert response.status_code == 422
    assert "Vælg mindst én." in response.text
    assert queries.all_reasons() == []


def test_another_municipality_s_reason_does_not_exist(
    client_of: Any, administrator: Person, stranger: Person
) -> None:
    from_elsewhere = ReasonFactory(municipality_id=stranger.municipality_id)

    assert client_of(administrator).get(f"{HOME}begrundelser/{from_elsewhere.id}").status_code == 404


def test_a_text_says_what_the_settings_say_now(client_of: Any, administrator: Person) -> None:
    browser = client_of(administrator)
    words = "{kommune}, {telefon}, {alder} år, {andet}"
    shown = save(browser, "tekster/om", 1, da=words, en="x", preview="1").text
    assert save(browser, "tekster/om", 1, da=words, en="x").status_code == 302

    municipality = queries.current()
    municipality.settings = municipality.settings | {"contact_phone": "11 22 33 44", "least_age": 13}

    assert f"{municipality.name}, " in shown
    assert f"{municipality.name}, 11 22 33 44, 13 år, {{andet}}" in browser.get("/vallensbaek/om").text
    assert words in browser.get("/vallensbaek/indstillinger/tekster/om").text
