"""How is the database opened, and where do the two kinds differ? SQLite in WAL mode with one writer, or PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

_BUSY_TIMEOUT_MS = 10_000
_PRAGMAS = (
    "journal_mode=WAL",
    # A commit is on disk before Telegram is told that an update arrived, even if the power fails.
    "synchronous=FULL",
    f"busy_timeout={_BUSY_TIMEOUT_MS}",
    "foreign_keys=ON",
    # What is erased is overwritten, not only unlinked.
    "secure_delete=ON",
)


def make_engine(url: str) -> AsyncEngine:
    """An engine for `url`; the folder of an SQLite file is made when missing."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_async_engine(parsed, pool_pre_ping=True)
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    # Two connections: one writes, one reads beside it.
    engine = create_async_engine(parsed, pool_size=2, max_overflow=2)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver must not begin transactions by itself: a read that turns into a write would fail at once
    # (SQLITE_BUSY_SNAPSHOT), so every transaction begins as a writing one, below.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def insert_for(connection: AsyncConnection) -> type[sqlite.Insert] | type[postgresql.Insert]:
    """The INSERT that knows ON CONFLICT in this database."""
    return postgresql.Insert if connection.dialect.name == "postgresql" else sqlite.Insert
