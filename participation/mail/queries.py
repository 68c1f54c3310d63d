"""The mails that the development folder keeps."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

NEWEST = 100


@dataclass(frozen=True)
class KeptLetter:
    """A mail as /_post shows it."""

    number: int
    sent_at: datetime
    recipient: str
    subject: str
    text: str


def letters_of(folder: Path, municipality_id: int) -> Path:
    """Where one municipality's mails lie."""
    return folder / str(municipality_id)


def kept_letters(folder: Path, municipality_id: int) -> list[KeptLetter]:
    """The newest first; a database made anew begins its numbers again, so it goes by the files' time."""
    files = letters_of(folder, municipality_id).glob("*.eml")
    newest = sorted(files, key=lambda file: file.stat().st_mtime_ns, reverse=True)
    return [_read(file) for file in newest[:NEWEST]]


def kept_letter(folder: Path, municipality_id: int, number: int) -> KeptLetter | None:
    """One mail."""
    file = letters_of(folder, municipality_id) / f"{number}.eml"
    return _read(file) if file.is_file() else None


def _read(file: Path) -> KeptLetter:
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    return KeptLetter(
        number=int(file.stem),
        sent_at=message["Date"].datetime,
        recipient=str(message["To"]),
        subject=str(message["Subject"]),
        text=str(body.get_content()) if body else "",
    )
