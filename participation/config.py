"""Settings from the environment; production refuses to start without its secrets."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from flask.helpers import get_debug_flag

from participation.extensions import READING

ROOT = Path(__file__).resolve().parent.parent
Environment = Literal["development", "production", "bench"]
SECRET_LENGTH = 32
FEWEST_CHARACTERS = 10
SWITCHED_ON = frozenset({"1", "true", "yes"})


class ConfigurationError(RuntimeError):
    """The environment asks for something that must not start."""


def flag(name: str) -> bool:
    """Whether a setting is switched on."""
    return os.environ.get(name, "") in SWITCHED_ON


def _path(name: str) -> Path | None:
    return Path(os.environ[name]) if os.environ.get(name) else None


def _environment() -> Environment:
    value = os.environ.get("PARTICIPATION_ENV", "development")
    if value not in {"development", "production", "bench"}:
        raise ConfigurationError(f"PARTICIPATION_ENV is {value!r}; use development, production or bench")
    return value  # type: ignore[return-value]


def _page_cache_seconds() -> int:
    """Whoever develops wants to see each change at once."""
    default = "0" if _environment() == "development" else "5"
    return int(os.environ.get("PAGE_CACHE_SECONDS", default))


@dataclass(frozen=True)
class Settings:
    """What an operator decides, read once at start."""

    environment: Environment = field(default_factory=_environment)
    database_url: str = field(
        default_factory=lambda: os.environ.get(
            "DATABASE_URL", f"sqlite:///{ROOT}/instance/participation.sqlite3"
        )
    )
    secret_key: str = field(default_factory=lambda: os.environ.get("SECRET_KEY", ""))
    mail_url: str = field(default_factory=lambda: os.environ.get("MAIL_URL", ""))
    mail_from: str = field(default_factory=lambda: os.environ.get("MAIL_FROM", ""))
    base_url: str = field(
        default_factory=lambda: os.environ.get("BASE_URL", "http://127.0.0.1:8000").rstrip("/")
    )
    trusted_proxies: int = field(default_factory=lambda: int(os.environ.get("TRUSTED_PROXIES", "0")))
    page_cache_seconds: int = field(default_factory=_page_cache_seconds)
    is_demonstration: bool = field(default_factory=lambda: flag("DEMO"))
    allows_staff_without_second_factor: bool = field(
        default_factory=lambda: flag("ALLOW_STAFF_WITHOUT_SECOND_FACTOR")
    )

    letters_folder: Path = field(
        default_factory=lambda: Path(os.environ.get("LETTERS_FOLDER", ROOT / "instance" / "post"))
    )

    files_folder: Path = field(
        default_factory=lambda: Path(os.environ.get("FILES_FOLDER", ROOT / "instance" / "files"))
    )

    incoming_mail_domain: str = field(default_factory=lambda: os.environ.get("INCOMING_MAIL_DOMAIN", ""))
    incoming_maildir: Path | None = field(default_factory=lambda: _path("INCOMING_MAILDIR"))

    @property
    def is_development(self) -> bool:
        return self.environment == "development"

    @property
    def keeps_letters(self) -> bool:
        """Whether mails are put in a folder and shown at /_post, for want of a mail server."""
        return not self.mail_url and self.environment != "production"

    @property
    def admits_staff(self) -> bool:
        """Whether staff may sign in with a mailed code alone."""
        return self.is_development or self.is_demonstration or self.allows_staff_without_second_factor

    @property
    def sqlalchemy_url(self) -> str:
        """The address as SQLAlchemy wants it: psycopg 3 for every spelling of PostgreSQL."""
        for prefix in ("postgres://", "postgresql://"):
            if self.database_url.startswith(prefix):
                return "postgresql+psycopg://" + self.database_url.removeprefix(prefix)
        return self.database_url

    def checked(self) -> "Settings":
        """Raise ConfigurationError when production would start unsafely."""
        if self.is_development:
            return self
        wanted = {
            f"SECRET_KEY of at least {SECRET_LENGTH} random characters": self._has_strong_key(),
            "BASE_URL with https (http only on this machine)": self.base_url.startswith(
                ("https://", "http://127.0.0.1", "http://localhost")
            ),
            "MAIL_URL and MAIL_FROM": bool(self.mail_url and self.mail_from) or self.environment == "bench",
            "DEMO switched off": not self.is_demonstration or self.environment == "bench",
            "debugging switched off": not get_debug_flag(),
        }
        if missing := [name for name, is_met in wanted.items() if not is_met]:
            raise ConfigurationError("production needs: " + "; ".join(missing))
        return self

    def _has_strong_key(self) -> bool:
        """Long, and not the same few characters again and again."""
        return len(self.secret_key) >= SECRET_LENGTH and len(set(self.secret_key)) >= FEWEST_CHARACTERS

    def _engines(self) -> dict[str, dict[str, Any]]:
        """On PostgreSQL one more, for pages that only read: there the database refuses every change.

        Without a transaction around them its statements take no turns of their own to begin and end, and stay
        prepared: the driver forgets what it has prepared whenever something is rolled back.
        """
        if not self.sqlalchemy_url.startswith("postgresql"):
            return {}
        options = {
            "isolation_level": "AUTOCOMMIT",
            "pool_reset_on_return": None,
            "connect_args": {"options": "-c default_transaction_read_only=on"},
        }
        return {READING: {"url": self.sqlalchemy_url, **options}}

    def flask_config(self) -> dict[str, Any]:
        """The keys that Flask and its extensions read."""
        return {
            "SECRET_KEY": self.secret_key or "development-only-not-secret",
            "SQLALCHEMY_DATABASE_URI": self.sqlalchemy_url,
            # What people wrote never stands in a log, not even beside an error of the database.
            "SQLALCHEMY_ENGINE_OPTIONS": {"hide_parameters": True},
            "SQLALCHEMY_BINDS": self._engines(),
            "SESSION_COOKIE_NAME": "session" if self.is_development else "__Host-session",
            "SESSION_COOKIE_SECURE": not self.is_development,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "MAX_CONTENT_LENGTH": 256 * 1024,
            "MAX_FORM_PARTS": 200,
            "WTF_CSRF_TIME_LIMIT": 12 * 3600,
            "WTF_CSRF_SSL_STRICT": False,
            "BABEL_DEFAULT_LOCALE": "da",
            "BABEL_DEFAULT_TIMEZONE": "Europe/Copenhagen",
            "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "participation" / "translations"),
        }
