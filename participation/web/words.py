"""Translation in the page's language, from catalogues that the process reads once."""

from functools import cache
from gettext import NullTranslations

from babel.support import Translations

from participation.config import ROOT
from participation.web.locale import current_language

CATALOGUES = ROOT / "participation" / "translations"


@cache
def _catalogue(language: str) -> NullTranslations:
    return Translations.load(str(CATALOGUES), [language])


def translated(message: str) -> str:
    """The message as the catalogue has it, nothing filled in: for templates, which fill in by themselves."""
    return _catalogue(current_language()).gettext(message)


def translated_number(one: str, many: str, number: int) -> str:
    """The message for one or for many, nothing filled in."""
    return _catalogue(current_language()).ngettext(one, many, number)


def translated_in_context(context: str, message: str) -> str:
    """A word with two uses, as the catalogue has it for one of them."""
    return _catalogue(current_language()).pgettext(context, message)


def gettext(message: str, **values: object) -> str:
    """The message in the reader's language."""
    text = translated(message)
    return text % values if values else text


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """The message for one or for many, with `%(num)s` filled in by itself."""
    return translated_number(one, many, number) % {"num": number, **values}
