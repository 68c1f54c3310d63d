"""Six-digit codes: asked for, made when the mail is written, tried at most five times, used once."""

import hmac
import secrets

from sqlalchemy import delete, update

from participation.accounts import queries, rules
from participation.accounts.models import Person, SignInCode
from participation.extensions import db, own_transaction
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_
from participation.mail import services as mail
from participation.web.sessions import keyed_hash

SIGN_IN, EMAIL = "sign_in", "email"
MAIL_OF = {SIGN_IN: "accounts.code", EMAIL: "accounts.email_code"}


def ask_for_code(
    *,
    email: str,
    browser_hash: str,
    language: str,
    next_path: str = "",
    intent: str = "",
    person: Person | None = None,
) -> None:
    """Have a code mailed, to sign in or, for a `person`, to change the address.

    It never looks whether the address has an account, so known and unknown are answered alike.
    """
    awaited = SignInCode(
        email=email,
        email_key=queries.email_key(email),
        purpose=EMAIL if person else SIGN_IN,
        person_id=person.id if person else None,
        browser_hash=browser_hash,
        language=language,
        next_path=next_path,
        intent=intent,
        expires_at=now() + rules.CODE_LIFE,
    )
    db.session.add(awaited)
    db.session.flush()
    _post(awaited)


def _post(awaited: SignInCode) -> None:
    mail.post(
        kind=MAIL_OF[awaited.purpose],
        recipient=awaited.email,
        language=awaited.language,
        context={"code_id": awaited.id},
        key=f"accounts.code:{awaited.id}",
        is_urgent=True,
    )


def make_code(*, awaited: SignInCode) -> str:
    """The digits for the mail; only their keyed hash is kept, and the ten minutes begin now."""
    code = f"{secrets.randbelow(10**rules.CODE_DIGITS):0{rules.CODE_DIGITS}d}"
    awaited.code_hash = _hash(awaited.id, code)
    awaited.expires_at = now() + rules.CODE_LIFE
    return code


def _hash(code_id: int, code: str) -> str:
    return keyed_hash(f"{code_id}:{code}")


def try_code(*, browser_hash: str, purpose: str, code: str) -> SignInCode:
    """The awaited code when the digits are right; RuleViolation otherwise. Each call is one try.

    Call it before the request has written: the try is counted in a transaction of its own, in one statement,
    so that neither a refusal nor parallel requests give more tries.
    """
    awaited = queries.awaited_code(browser_hash, purpose)
    if awaited is None:
        raise RuleViolation(N_("This code has been used already. Ask for a new one."))
    tries = _spend_try(awaited.id)
    if tries is None:
        raise RuleViolation(N_("That was five tries. Ask for a new code."))
    if awaited.expires_at <= now():
        raise RuleViolation(N_("This code is too old: it works for ten minutes. Ask for a new one."))
    if not hmac.compare_digest(awaited.code_hash or "", _hash(awaited.id, code)):
        raise _wrong(rules.CODE_TRIES - tries)
    return awaited


def _wrong(left: int) -> RuleViolation:
    if left == 0:
        return RuleViolation(N_("The code is not right, and that was the last try. Ask for a new code."))
    if left == 1:
        return RuleViolation(N_("The code is not right. You have one try left."))
    return RuleViolation(N_("The code is not right. You have %(left)s tries left."), left=left)


def _spend_try(code_id: int) -> int | None:
    """The number of tries with this one; None when there were enough."""
    with own_transaction() as session:
        return session.execute(
            update(SignInCode)
            .where(SignInCode.id == code_id, SignInCode.tries < rules.CODE_TRIES)
            .values(tries=SignInCode.tries + 1)
            .returning(SignInCode.tries)
        ).scalar_one_or_none()


def use_code(*, awaited: SignInCode) -> None:
    """Use it up; of two requests with the same right code one gets through."""
    used = db.session.scalar(
        update(SignInCode)
        .where(SignInCode.id == awaited.id, SignInCode.used_at.is_(None))
        .values(used_at=now())
        .returning(SignInCode.id)
    )
    if used is None:
        raise RuleViolation(N_("This code has been used already. Ask for a new one."))


def forget_codes() -> None:
    """Drop codes that nobody can use any more."""
    db.session.execute(delete(SignInCode).where(SignInCode.created_at < now() - 2 * rules.LONGEST_WAIT))
