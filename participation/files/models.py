"""What is known of a stored file; its bytes lie in a folder, called by their own SHA-256."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.files.lifecycle import ALTERNATIVE_TEXT_LENGTH as ALTERNATIVE_TEXT_LENGTH
from participation.files.lifecycle import FileKind as FileKind
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class StoredFile(TenantScoped, Model):
    """One use of a file: the same bytes twice are two rows, each with words of its own.

    Whatever shows it holds a foreign key to it; a row that nothing points to is swept away. A picture has
    two sizes, `digest` the large one and `small_digest` the small one. `name` is what a document is called.
    """

    __tablename__ = "stored_files"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("created_by_id", "people"),
        Index(None, "municipality_id", "digest"),
        Index(None, "municipality_id", "small_digest"),
        Index(None, "created_by_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[FileKind] = mapped_column(enum_type(FileKind))
    media_type: Mapped[str] = mapped_column(short_text(60))
    digest: Mapped[str] = mapped_column(short_text(64))
    byte_size: Mapped[int]
    small_digest: Mapped[str | None] = mapped_column(short_text(64))
    small_byte_size: Mapped[int | None]
    width: Mapped[int | None]
    height: Mapped[int | None]
    small_width: Mapped[int | None]
    name: Mapped[str] = mapped_column(short_text(120), default="")
    alternative_text: Mapped[str] = mapped_column(short_text(ALTERNATIVE_TEXT_LENGTH), default="")
    created_by_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    # Deleted for good: nobody is given it any more, and the worker takes the bytes away.
    erased_at: Mapped[datetime | None]

    @property
    def lacks_words(self) -> bool:
        """Whether somebody who cannot see the picture is told nothing of it."""
        return self.kind is FileKind.PICTURE and not self.alternative_text
