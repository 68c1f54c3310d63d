"""Roles are given and taken by administrators; one administrator is always left."""

from typing import Any

import pytest
from flask import Flask

from participation.accounts.events import RoleChanged
from participation.accounts.models import Person, Role
from participation.accounts.services.roles import change_role
from participation.foundation.actors import SYSTEM
from participation.foundation.errors import Forbidden, RuleViolation
from participation.foundation.events import HANDLERS, subscribe
from tests.factories.accounts import PersonFactory

HOME = "/vallensbaek/indstillinger/roller"


def test_change_role_tells_once(administrator: Person, citizen: Person) -> None:
    news: list[RoleChanged] = []
    subscribe(RoleChanged)(news.append)
    try:
        change_role(actor=administrator, person=citizen, role=Role.MODERATOR)
        change_role(actor=administrator, person=citizen, role=Role.MODERATOR)
    finally:
        HANDLERS[RoleChanged].remove(news.append)

    assert news == [
        RoleChanged(actor=administrator, person=citizen, before=Role.CITIZEN, after=Role.MODERATOR)
    ]
    assert citizen.is_staff


@pytest.mark.parametrize("role", ["citizen", "moderator"])
def test_only_administrators_give_roles(role: str, request: Any) -> None:
    person = request.getfixturevalue(role)

    with pytest.raises(Forbidden):
        change_role(actor=person, person=person, role=Role.ADMINISTRATOR)


def test_the_last_administrator_keeps_the_role(administrator: Person) -> None:
    with pytest.raises(RuleViolation):
        change_role(actor=administrator, person=administrator, role=Role.CITIZEN)

    PersonFactory(role=Role.ADMINISTRATOR)
    change_role(actor=administrator, person=administrator, role=Role.CITIZEN)
    assert not administrator.is_staff


def test_the_system_makes_the_first_administrator(citizen: Person) -> None:
    change_role(actor=SYSTEM, person=citizen, role=Role.ADMINISTRATOR)

    assert citizen.is_administrator


def test_a_role_is_given_by_address(client_of: Any, administrator: Person, citizen: Person) -> None:
    form = {"email": f" {citizen.email} ", "role": "moderator"}

    assert client_of(administrator).post(HOME, data=form).status_code == 302
    assert citizen.role is Role.MODERATOR


def test_an_unknown_address_is_explained(client_of: Any, administrator: Person, stranger: Person) -> None:
    form = {"email": stranger.email, "role": "moderator"}

    response = client_of(administrator).post(HOME, data=form)

    assert response.status_code == 422
    assert "Ingen har logget ind her med den adresse" in response.text


def test_a_role_is_taken_after_a_question(client_of: Any, administrator: Person, moderator: Person) -> None:
    browser = client_of(administrator)
    assert "Moderator" in browser.get(f"{HOME}/{moderator.id}").text

    assert browser.post(f"{HOME}/{moderator.id}").status_code == 302
    assert moderator.role is Role.CITIZEN
    assert browser.get(f"{HOME}/{moderator.id}").status_code == 404


def test_the_page_keeps_the_last_administrator(client_of: Any, administrator: Person) -> None:
    response = client_of(administrator).post(f"{HOME}/{administrator.id}")

    assert response.status_code == 422
    assert "Der skal være en administrator" in response.text
    assert administrator.is_administrator


def test_the_command_makes_the_first_administrator(app: Flask, citizen: Person) -> None:
    def give(*words: str) -> Any:
        return app.test_cli_runner().invoke(args=["accounts", "give-role", *words])

    assert give("vallensbaek", str(citizen.email), "administrator").exit_code == 0
    assert citizen.is_administrator
    assert "Nobody has signed in" in give("vallensbaek", "nobody@example.org", "moderator").output
    assert "no municipality" in give("atlantis", str(citizen.email), "moderator").output


def test_role_and_address_stand_each_on_its_own_line(client_of: Any, administrator: Person) -> None:
    page = client_of(administrator).get(HOME).text
    assert "<p>Administrator</p>" in page
    assert f'<p class="meta">{administrator.email}</p>' in page
