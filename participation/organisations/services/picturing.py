"""The picture on an organisation's page, with words for who cannot see it."""

from participation.extensions import db
from participation.files.models import ALTERNATIVE_TEXT_LENGTH, StoredFile
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.personal import has_cpr
from participation.foundation.text import N_
from participation.organisations.events import PictureChosen
from participation.organisations.models import Organisation
from participation.organisations.services.texts import WITH_CPR

WITHOUT_WORDS = N_("Write in one sentence what the picture shows.")


def show_picture(
    *, actor: Actor, organisation: Organisation, picture: StoredFile | None, words: str = ""
) -> None:
    """Let this picture stand on the page, or none; RuleViolation when nobody says what it shows."""
    require(actor, "organisations.edit", organisation)
    if picture is not None and not words.strip():
        raise RuleViolation(WITHOUT_WORDS)
    if has_cpr(words):
        raise RuleViolation(WITH_CPR)
    said = words.strip()[:ALTERNATIVE_TEXT_LENGTH]
    if picture is organisation.picture and (picture is None or picture.alternative_text == said):
        return
    if picture is not None:
        picture.alternative_text = said
    organisation.picture = picture
    db.session.flush()
    publish(PictureChosen(actor=actor, organisation=organisation))
