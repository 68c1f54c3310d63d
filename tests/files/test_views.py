"""Who is given a file, and how."""

from collections.abc import Callable
from typing import Any

from participation.accounts.models import Person
from participation.files.services import store_document, store_picture
from tests.factories.files import PDF, PictureFactory, picture_bytes

FILES = "/vallensbaek/filer"


def test_who_has_just_sent_a_picture_sees_it_and_nobody_else(
    client: Any, citizen: Person, author: Person, client_of: Callable[[Person], Any]
) -> None:
    stored = store_picture(actor=citizen, content=picture_bytes())
    address = f"{FILES}/{stored.id}-{stored.digest}/lille"
    answer = client_of(citizen).get(address)
    assert answer.status_code == 200
    assert answer.mimetype == "image/webp"
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert {each.get(address).status_code for each in (client, client_of(author))} == {404}


def test_a_document_is_taken_home_and_never_opened(
    citizen: Person, client_of: Callable[[Person], Any]
) -> None:
    stored = store_document(actor=citizen, content=PDF, name='Plan"\r\nX-Evil: ja/../../etc')
    answer = client_of(citizen).get(f"{FILES}/{stored.id}-{stored.digest}/fil")
    assert answer.data == PDF
    assert answer.headers["Content-Disposition"] == 'attachment; filename="plan-x-evil-ja-etc.pdf"'
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_addresses_that_lead_elsewhere_are_nothing(
    citizen: Person, client_of: Callable[[Person], Any]
) -> None:
    stored = store_picture(actor=citizen, content=picture_bytes())
    wrong = [
        f"{stored.id}-{stored.digest}/fil",
        f"{stored.id}-{stored.digest}/..%2f..%2fetc%2fpasswd",
        f"{stored.id}-{'0' * 64}/stor",
        f"{stored.id}-..%2f..%2f..%2fetc%2fpasswd/stor",
        f"{stored.id + 1}-{stored.digest}/stor",
    ]
    browser = client_of(citizen)
    assert {browser.get(f"{FILES}/{path}").status_code for path in wrong} == {404}


def test_what_has_not_changed_is_not_sent_again(citizen: Person, client_of: Callable[[Person], Any]) -> None:
    stored = PictureFactory(created_by_id=citizen.id)
    browser, address = client_of(citizen), f"{FILES}/{stored.id}-{stored.digest}/stor"
    mark = browser.get(address).headers["ETag"]
    assert browser.get(address, headers={"If-None-Match": mark}).status_code == 304
