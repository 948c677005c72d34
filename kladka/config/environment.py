"""What the environment says, read once and typed."""

import os
import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

CHECKOUT = Path(__file__).resolve().parents[2]


def flag(name: str) -> bool:
    return os.environ.get(name, "") in {"1", "true", "yes"}


def hosts() -> frozenset[str]:
    """The host names of the national page."""
    said = os.environ.get("KLADKA_NATIONAL_HOSTS") or "localhost,127.0.0.1,[::1]"
    return frozenset(name.strip().lower() for name in said.split(","))


def data_folder() -> Path:
    """Where everything lies that lasts and is not in the database: keys, files, the private server."""
    return Path(os.environ.get("KLADKA_DATA") or CHECKOUT / ".data").absolute()


def secret() -> str:
    """What signs cookies: given, or kept in the data folder (`keep_secret`), or good for one process."""
    kept = data_folder() / "secret"
    return os.environ.get("KLADKA_SECRET") or (kept.read_text() if kept.exists() else secrets.token_hex(32))


def keep_secret() -> None:
    """Make the secret last, so that a second start does not sign everybody out."""
    data_folder().mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(data_folder() / "secret", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_hex(32))


def clock() -> date | None:
    """The day a demo stands on; None: today."""
    said = os.environ.get("KLADKA_CLOCK", "")
    return date.fromisoformat(said) if said else None


@dataclass(frozen=True)
class MailServer:
    host: str
    port: int
    user: str
    password: str
    from_the_start: bool  # encrypted before the first word
    after_greeting: bool  # encrypted once both have agreed to it (STARTTLS)


PORTS_OF_MAIL = {"smtp": 587, "smtps": 465, "smtp+plain": 25}


def email(url: str) -> MailServer:
    """`smtp://user:password@host:port` (STARTTLS), `smtps://…` (TLS), `smtp+plain://…` (a server beside this one)."""
    parts = urlsplit(url)
    if url and parts.scheme not in PORTS_OF_MAIL:
        raise ValueError("KLADKA_EMAIL begins with smtp://, smtps:// or smtp+plain://")
    return MailServer(
        host=parts.hostname or "",
        port=parts.port or PORTS_OF_MAIL.get(parts.scheme, 0),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        from_the_start=parts.scheme == "smtps",
        after_greeting=parts.scheme == "smtp",
    )


def database(url: str) -> dict[str, Any]:
    """A `postgres://user:password@host:port/name` address as Django wants it."""
    parts = urlsplit(url)
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }
