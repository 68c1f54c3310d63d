"""Translation as functions with types, for modules that are checked strictly."""

import flask_babel


def gettext(message: str, **values: object) -> str:
    """The message in the reader's language."""
    return str(flask_babel.gettext(message, **values))


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """The message for one or for many, with `%(num)s` filled in by itself."""
    return str(flask_babel.ngettext(one, many, number, **values))
