"""What a person changes about the own account, and closing it."""

import unicodedata

from sqlalchemy import delete, or_

from participation.accounts import queries, rules
from participation.accounts.events import AccountClosed, RoleChanged
from participation.accounts.models import Person, Role, SignIn, SignInCode
from participation.accounts.services import codes, suspensions
from participation.accounts.services.roles import LAST
from participation.accounts.services.sessions import end_other_sign_ins
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.mail import services as mail

CHANGED = "accounts.email_changed"
# What is said to an address itself, whoever has it.
BOUND = {CHANGED, *codes.MAIL_OF.values()}


def name_person(*, actor: Actor, person: Person, name: str) -> None:
    """Give the name that stands beside what the person writes; a pseudonym is fine."""
    require(actor, "accounts.name", person)
    visible = "".join(letter for letter in name if unicodedata.category(letter) not in {"Cf", "Co", "Cn"})
    tidy = " ".join(visible.split())
    if not rules.SHORTEST_NAME <= len(tidy) <= rules.LONGEST_NAME:
        raise RuleViolation(
            N_("Write a name of %(least)s to %(most)s characters."),
            least=rules.SHORTEST_NAME,
            most=rules.LONGEST_NAME,
        )
    refusal = rules.refused_name(tidy) or rules.refused_name(name)
    if refusal is not None:
        raise RuleViolation(refusal)
    person.display_name = tidy


def choose_language(*, actor: Actor, person: Person, language: str) -> None:
    """The language of mails, and of the pages that signing in leads to."""
    require(actor, "accounts.edit", person)
    person.language = language


def choose_single_keys(*, actor: Actor, person: Person, wanted: bool) -> None:
    """Whether single keys do something at the desk (WCAG 2.1.4)."""
    require(actor, "accounts.edit", person)
    person.has_single_keys = wanted


def change_email(*, actor: Actor, person: Person, awaited: SignInCode, kept_hash: str) -> None:
    """Take the address whose code was right; the old address is told, and other browsers are signed out."""
    require(actor, "accounts.edit", person)
    if awaited.person_id != person.id:
        raise RuleViolation(N_("This code has been used already. Ask for a new one."))
    holder = queries.by_email(awaited.email)
    if holder is not None and holder.id != person.id:
        raise RuleViolation(N_("There is another account with this address already."))
    codes.use_code(awaited=awaited)
    mail.post(
        kind=CHANGED,
        recipient=person.email or "",
        language=person.language,
        context={"person_id": person.id},
        key=f"accounts.email_changed:{awaited.id}",
    )
    mail.readdress(recipient=person.email or "", to=awaited.email, but=BOUND)
    person.email, person.email_key = awaited.email, awaited.email_key
    suspensions.remember(person=person)
    end_other_sign_ins(actor=actor, person=person, kept_hash=kept_hash)


def close_account(*, actor: Actor, person: Person) -> None:
    """Take name and address away for good; texts and supports stay, without a person.

    The last administrator stays until somebody else has the role.
    """
    require(actor, "accounts.edit", person)
    if person.is_administrator and queries.administrators_locked() == [person]:
        raise RuleViolation(LAST)
    of_person = or_(SignInCode.email_key == person.email_key, SignInCode.person_id == person.id)
    db.session.execute(delete(SignInCode).where(of_person))
    db.session.execute(delete(SignIn).where(SignIn.person_id == person.id))
    mail.forget_mails_to(recipient=person.email or "")
    person.email = person.email_key = person.display_name = person.demo_key = None
    before, person.role, person.closed_at = person.role, Role.CITIZEN, now()
    if before is not Role.CITIZEN:
        publish(RoleChanged(actor=actor, person=person, before=before, after=Role.CITIZEN))
    publish(AccountClosed(person))
