"""The mails of accounts, written when they are sent: so the outbox never holds a code."""

from collections.abc import Mapping
from typing import Any

from participation.accounts import queries, rules
from participation.accounts.models import SignInCode
from participation.accounts.services import codes
from participation.foundation.clock import now
from participation.web.letters import Letter, letter, renderer


def _awaited(context: Mapping[str, Any]) -> SignInCode | None:
    """The code to be written, unless nobody waits for it any more."""
    awaited = queries.code_by_id(context["code_id"])
    if awaited is None or awaited.used_at or awaited.created_at < now() - rules.LONGEST_WAIT:
        return None
    return awaited


@renderer("accounts.code")
def sign_in_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """The code to sign in with."""
    awaited = _awaited(context)
    return letter("accounts_code", code=codes.make_code(awaited=awaited)) if awaited else None


@renderer("accounts.email_code")
def email_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """The code that proves a new address."""
    awaited = _awaited(context)
    return letter("accounts_email_code", code=codes.make_code(awaited=awaited)) if awaited else None


@renderer("accounts.email_changed")
def email_changed_letter(_context: Mapping[str, Any], _language: str) -> Letter:
    """To the old address: it does not sign in any more."""
    return letter("accounts_email_changed")
