"""The code with which somebody claims what they wrote by hand: reckoned each time, and stored nowhere."""

import hmac

from participation.accounts.models import Person
from participation.foundation.tenancy import current_municipality_id
from participation.papers import queries, rules
from participation.web.sessions import keyed_hash


def code_of(*, person: Person) -> str:
    """The code to print for a person."""
    return rules.written(person.id, _secret(person.id))


def person_of(*, code: str) -> Person | None:
    """Whose code it is; None when it is wrong, or has been used."""
    parts = rules.read(code)
    if parts is None or not hmac.compare_digest(parts[1], _secret(parts[0])):
        return None
    return queries.paper_person(parts[0])


def _secret(person_id: int) -> str:
    return rules.secret_of(keyed_hash(f"paper-claim:{current_municipality_id()}:{person_id}"))


def fingerprint(*, line: str) -> str:
    """What is kept of a name and an address: nothing that can be read, in each municipality another."""
    return keyed_hash(f"paper-signature:{current_municipality_id()}:{rules.comparable(line)}")
