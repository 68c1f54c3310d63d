"""One pass over the due mails: claim, write, commit what writing stored, send, note."""

import smtplib
from contextlib import ExitStack

from flask import current_app

from participation.extensions import db
from participation.foundation.clock import now
from participation.mail import rules, services
from participation.mail.commands.messages import message_of
from participation.mail.commands.transports import Send, transport
from participation.mail.models import OutgoingMail
from participation.web import worker
from participation.web.letters import RENDERERS, Letter, desk

# The server says no to this mail for good, rather than to us or for now.
PERMANENT = range(500, 600)


def deliver() -> None:
    """Send the present municipality's due mails; a mail leaves outside any transaction."""
    mails = services.claim()
    if not mails:
        return
    with ExitStack() as stack:
        try:
            send = stack.enter_context(transport(current_app.config["SETTINGS"]))
        except (OSError, smtplib.SMTPException) as error:
            for mail in mails:
                services.note_failure(mail=mail, error=type(error).__name__, is_final=False)
            return
        for mail in mails:
            if now() < mail.due_at - rules.LATEST_START:
                _deliver(mail, send)


def _deliver(mail: OutgoingMail, send: Send) -> None:
    """One mail that cannot be written or sent does not hold up the next."""
    try:
        with desk(mail.language):
            letter = _written(mail)
            message = message_of(mail, letter) if letter else None
        if message:
            send(mail, message)
    except (OSError, smtplib.SMTPException) as error:
        services.note_failure(mail=mail, error=_reason(error), is_final=_is_final(error))
    except Exception as error:
        db.session.rollback()
        worker.report(f"writing mail {mail.id} ({mail.kind})", error)
        services.note_failure(mail=mail, error=type(error).__name__, is_final=False)
    else:
        services.note_sent(mail=mail, was_wanted=message is not None)


def _written(mail: OutgoingMail) -> Letter | None:
    """The letter; what writing it stored (a code's hash) is committed before it leaves."""
    letter = RENDERERS[mail.kind](mail.context, mail.language)
    db.session.commit()
    return letter


def _codes(error: Exception) -> list[int]:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return [code for code, _ in error.recipients.values()]
    return [error.smtp_code] if isinstance(error, smtplib.SMTPResponseException) else []


def _is_final(error: Exception) -> bool:
    """A refused recipient or text; a wrong password or a refused sender is ours to mend."""
    if not isinstance(error, smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError):
        return False
    return all(code in PERMANENT for code in _codes(error))


def _reason(error: Exception) -> str:
    """Kind and number only: a server's own words repeat the address."""
    return " ".join([type(error).__name__, *map(str, _codes(error))])
