"""What a writer is asked about before sending: numbers and addresses that seldom belong in public."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from participation.foundation.personal import has_cpr, has_email, has_phone
from participation.foundation.text import N_
from participation.web.words import gettext

CPR, EMAIL, PHONE = "cpr", "email", "phone"
FINDERS: dict[str, Callable[[str], bool]] = {CPR: has_cpr, EMAIL: has_email, PHONE: has_phone}
KINDS = tuple(FINDERS)
# Where it stands, by the field's name; what is not named is the text itself.
PLACES = {"title": N_("in the headline"), "place": N_("in the place")}
IN_THE_TEXT = N_("in the text")
CONTACTS = {
    frozenset({EMAIL}): N_("There is an e-mail address in your text. Others do not see it, but we do."),
    frozenset({PHONE}): N_("There is a telephone number in your text. Others do not see it, but we do."),
    frozenset({EMAIL, PHONE}): N_(
        "There are an e-mail address and a telephone number in your text. Others do not see them, but we do."
    ),
}


@dataclass(frozen=True)
class Concern:
    """What was found, by kind; `where` are the fields with a CPR number, `first` is the first of any."""

    kinds: tuple[str, ...]
    where: tuple[str, ...]
    first: str

    @property
    def mark(self) -> str:
        """What the writer sends back after having read it."""
        return ".".join(self.kinds)

    @property
    def is_held(self) -> bool:
        return CPR in self.kinds

    @property
    def heading(self) -> str:
        if not self.is_held:
            return gettext("Shall it stand here?")
        places = ", ".join(gettext(PLACES.get(name, IN_THE_TEXT)) for name in self.where)
        return gettext("Your text holds something that looks like a CPR number (%(where)s)", where=places)

    @property
    def contacts(self) -> str:
        """What is masked, in a sentence; empty when there is nothing."""
        found = frozenset(self.kinds) - {CPR}
        return gettext(CONTACTS[found]) if found else ""


def concern_about(texts: Mapping[str, str], kinds: Collection[str] = KINDS) -> Concern | None:
    """What the texts, by the names of their fields, hold of these kinds; None when nothing."""
    found = {
        kind: tuple(name for name, text in texts.items() if FINDERS[kind](text))
        for kind in KINDS
        if kind in kinds
    }
    names = [name for name in texts if any(name in fields for fields in found.values())]
    if not names:
        return None
    return Concern(tuple(kind for kind, fields in found.items() if fields), found.get(CPR, ()), names[0])
