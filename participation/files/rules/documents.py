"""What is taken in as a document: PDF only, and it is never shown inside a page of ours."""

from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_

MEDIA_TYPE = "application/pdf"
MOST_BYTES = 15 * 1024 * 1024
BEGINS, ENDS = b"%PDF-", b"%%EOF"
# Where the last line of a PDF is looked for: some programs write a little after it.
TAIL = 2048

NOT_PDF = N_("That is not a PDF. Save the document as PDF and choose it again.")
TOO_LARGE = N_("The document is larger than 15 MB. Make it smaller and choose it again.")


def check(content: bytes) -> None:
    """RuleViolation, in words for whoever sent it, when it is no PDF or too large."""
    if len(content) > MOST_BYTES:
        raise RuleViolation(TOO_LARGE)
    if not content.startswith(BEGINS) or ENDS not in content[-TAIL:]:
        raise RuleViolation(NOT_PDF)
