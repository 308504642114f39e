"""Which settings are there, and what do they mean when they are not set?

One name, one type, one default: `.env.example` and `docs/operating.md` list the same names (a test compares them).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.errors import StartpuntError

PROJECT = Path(__file__).resolve().parents[1]
"""The folder that holds `content/`, `nlu/` and, unless set otherwise, `data/` and `models/`."""


DESK_LANGUAGES = ("en", "nl", "fr")
"""What the bot can speak to volunteers: `bot/locale/desk/`."""


class SettingsError(StartpuntError):
    """Every missing or bad setting at once, in the field `problems`."""


class Secret:
    """A string that never shows itself in a log line or a traceback."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The secret itself, for the one place that needs it."""
        return self._value

    def __repr__(self) -> str:
        return "***"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)


def _text(value: str) -> str:
    return value


def _url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError("must be an address that begins with http:// or https://")
    return value.rstrip("/")


def _https_url(value: str) -> str:
    if urlsplit(value).scheme != "https" and urlsplit(value).hostname not in {"127.0.0.1", "localhost"}:
        raise ValueError("must begin with https:// (Telegram calls nothing else)")
    return _url(value)


def _path(value: str) -> Path:
    path = Path(value)
    return path if path.is_absolute() else PROJECT / path


def _port(value: str) -> int:
    port = int(value)
    if not 0 < port < 65536:
        raise ValueError("must be between 1 and 65535")
    return port


def _positive(value: str) -> float:
    number = float(value)
    if number <= 0:
        raise ValueError("must be more than 0")
    return number


def _database(value: str) -> str:
    for plain, driver in (
        ("sqlite://", "sqlite+aiosqlite://"),
        ("postgresql://", "postgresql+asyncpg://"),
        ("postgres://", "postgresql+asyncpg://"),
    ):
        if value.startswith(plain):
            return driver + value.removeprefix(plain)
    if not value.startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
        raise ValueError("must begin with sqlite:// or postgresql://")
    return value


def _level(value: str) -> str:
    if value.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise ValueError("must be DEBUG, INFO, WARNING or ERROR")
    return value.upper()


def _desk_language(value: str) -> str:
    if value not in DESK_LANGUAGES:
        raise ValueError(f"must be one of {', '.join(DESK_LANGUAGES)}")
    return value


def _setting(name: str, parse: Callable[[str], Any], default: Any, meaning: str) -> Any:
    return field(default=default, metadata={"name": name, "parse": parse, "meaning": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that differs between two installations. Read once, in `bootstrap`."""

    telegram_bot_token: Secret | None = _setting(
        "TELEGRAM_BOT_TOKEN", Secret, None, "The bot's token from @BotFather; without it the stand-in runs."
    )
    telegram_api_url: str = _setting(
        "TELEGRAM_API_URL", _url, "https://api.telegram.org", "Another Bot API server, when not Telegram's."
    )
    public_url: str | None = _setting(
        "PUBLIC_URL", _https_url, None, "The address Telegram reaches this bot at; set it to use a webhook."
    )
    webhook_secret: Secret | None = _setting(
        "WEBHOOK_SECRET", Secret, None, "The webhook's secret token; made from the keys when not set."
    )
    listen_host: str = _setting("LISTEN_HOST", _text, "127.0.0.1", "Where the web server listens.")
    listen_port: int = _setting("LISTEN_PORT", _port, 8080, "The web server's port: webhook and health.")
    database_url: str = _setting(
        "DATABASE_URL", _database, "", "sqlite:///file or postgresql://...; a file in DATA_DIR when not set."
    )
    data_dir: Path = _setting("DATA_DIR", _path, PROJECT / "data", "Where database and keys are kept.")
    models_dir: Path = _setting("MODELS_DIR", _path, PROJECT / "models", "Where trained models are kept.")
    content_dir: Path = _setting("CONTENT_DIR", _path, PROJECT / "content", "The curated content.")
    nlu_url: str | None = _setting(
        "NLU_URL", _url, None, "An nlu service that runs elsewhere; without it one is started here."
    )
    nlu_port: int = _setting("NLU_PORT", _port, 5005, "The port of the nlu service started here.")
    nlu_token: Secret | None = _setting("NLU_TOKEN", Secret, None, "The token the nlu service asks for.")
    nlu_timeout_s: float = _setting(
        "NLU_TIMEOUT_S", _positive, 2.0, "How long to wait for the nlu service before doing without."
    )
    standin_port: int = _setting("STANDIN_PORT", _port, 8081, "The port of the stand-in and its page.")
    send_per_s: float = _setting("SEND_PER_S", _positive, 30.0, "Messages a second to Telegram, over all chats.")
    send_per_chat_s: float = _setting(
        "SEND_PER_CHAT_S", _positive, 1.0, "Messages a second to one chat, after a burst of three."
    )
    send_per_group_s: float = _setting(
        "SEND_PER_GROUP_S", _positive, 0.2, "Messages a second to one group of volunteers, after a burst of eight."
    )
    desk_language: str = _setting(
        "DESK_LANGUAGE", _desk_language, "nl", "What volunteers are spoken to in: en, nl, fr."
    )
    ping_after_s: float = _setting(
        "PING_AFTER_S", _positive, 600.0, "Nobody took a request during a shift: ring after so many seconds."
    )
    remind_after_s: float = _setting(
        "REMIND_AFTER_S", _positive, 600.0, "A volunteer does not answer: remind them after so many seconds."
    )
    return_after_s: float = _setting(
        "RETURN_AFTER_S", _positive, 1200.0, "They still do not: the request returns to the queue."
    )
    ask_after_s: float = _setting(
        "ASK_AFTER_S", _positive, 86400.0, "The person is silent: ask whether they still need the volunteer."
    )
    close_after_s: float = _setting("CLOSE_AFTER_S", _positive, 43200.0, "They do not answer that: the end.")
    word_every_s: float = _setting(
        "WORD_EVERY_S", _positive, 14400.0, "Who waits hears a word at least once in so many seconds."
    )
    keep_transcript_days: float = _setting(
        "KEEP_TRANSCRIPT_DAYS", _positive, 30.0, "Days after the end until a conversation with a volunteer is erased."
    )
    log_level: str = _setting("LOG_LEVEL", _level, "INFO", "DEBUG, INFO, WARNING or ERROR.")

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Read the settings from `environ`; an empty value counts as not set.

        Raises SettingsError `settings.invalid` that names every bad value at once.
        """
        values: dict[str, Any] = {}
        problems: list[str] = []
        for spec in dataclasses.fields(cls):
            name = spec.metadata["name"]
            raw = environ.get(name, "").strip()
            if not raw:
                continue
            try:
                values[spec.name] = spec.metadata["parse"](raw)
            except ValueError as error:
                problems.append(f"{name}: {error}")
        if problems:
            raise SettingsError("settings.invalid", problems=tuple(problems))
        settings = cls(**values)
        if settings.database_url:
            return settings
        return dataclasses.replace(settings, database_url=f"sqlite+aiosqlite:///{settings.data_dir / 'startpunt.db'}")


def describe() -> list[tuple[str, str, str]]:
    """Name, default and meaning of each setting, as `.env.example` and the docs show them."""
    rows: list[tuple[str, str, str]] = []
    for spec in dataclasses.fields(Settings):
        default = spec.default
        if isinstance(default, Path):
            default = default.relative_to(PROJECT)
        shown = "" if default is None else f"{default:g}" if isinstance(default, float) else str(default)
        rows.append((spec.metadata["name"], shown, spec.metadata["meaning"]))
    return rows
