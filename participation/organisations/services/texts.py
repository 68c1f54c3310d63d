"""What an organisation says about itself, and what of it has to be there."""

from dataclasses import dataclass

from participation.foundation.errors import RuleViolation
from participation.foundation.personal import has_cpr
from participation.foundation.text import N_, slugify
from participation.organisations.lifecycle import KINDS, OrganisationKind
from participation.organisations.models import Organisation
from participation.organisations.rules import sound_cvr

WITHOUT_NAME = N_("Write what you are called.")
WITHOUT_PURPOSE = N_("Write what you do, and for whom.")
WITHOUT_PERSON = N_("Write whom we can speak to.")
WITHOUT_ADULT = N_("Somebody who is 18 or older must be the contact.")
WITH_CPR = N_("This looks like a CPR number. It must not stand here.")


@dataclass(frozen=True)
class OrganisationText:
    """What is filled in; an informal group needs only a name and an adult to speak to."""

    name: str
    kind: OrganisationKind
    purpose: str = ""
    cvr: str | None = None
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    shows_contact: bool = False
    is_adult: bool = False

    @classmethod
    def of(cls, organisation: Organisation) -> "OrganisationText":
        """What it says today."""
        names = cls.__dataclass_fields__.keys() - {"is_adult"}
        return cls(**{name: getattr(organisation, name) for name in names}, is_adult=True)

    def put_into(self, organisation: Organisation) -> None:
        """Let it stand there; RuleViolation when something is missing or cannot be so."""
        self._check()
        for name in self.__dataclass_fields__.keys() - {"is_adult", "cvr"}:
            setattr(organisation, name, getattr(self, name))
        organisation.cvr = sound_cvr(self.cvr)
        organisation.slug = slugify(self.name)

    def _check(self) -> None:
        is_informal = KINDS[self.kind].is_informal
        rules = (
            (WITHOUT_NAME, self.name.strip()),
            (WITHOUT_PURPOSE, is_informal or self.purpose.strip()),
            (WITHOUT_PERSON, self.contact_name.strip()),
            (WITHOUT_ADULT, not is_informal or self.is_adult),
            (WITH_CPR, not any(map(has_cpr, (self.name, self.purpose, self.contact_name)))),
        )
        for message, holds in rules:
            if not holds:
                raise RuleViolation(message)
