"""What is kept, in which columns? Times are seconds since 1970 (UTC)."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    false,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_CHAT_KEY = String(32)
# SQLite numbers rows by itself only in a column of exactly the type INTEGER.
_ROW_ID = BigInteger().with_variant(Integer(), "sqlite")

received_updates = Table(
    "received_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("received_at", Double, nullable=False, index=True),
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_key", _CHAT_KEY, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("received_at", Double, nullable=False),
    Column("leased_until", Double, nullable=False, server_default=text("0")),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("failed", Boolean, nullable=False, server_default=false()),
    Index("ix_inbox_chat_key_update_id", "chat_key", "update_id"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("chat_key", _CHAT_KEY, primary_key=True),
    Column("chat_id", LargeBinary, nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("updated_at", Double, nullable=False, index=True),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("lane", String(40), nullable=False),
    Column("chat_key", _CHAT_KEY, nullable=False, index=True),
    Column("priority", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("created_at", Double, nullable=False),
    Column("not_before", Double, nullable=False, server_default=text("0")),
    Column("leased_until", Double, nullable=False, server_default=text("0")),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Index("ix_outbox_lane_id", "lane", "id"),
    Index("ix_outbox_priority_id", "priority", "id"),
)

requests = Table(
    "requests",
    metadata,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("chat_key", _CHAT_KEY, nullable=False),
    Column("state", String(16), nullable=False),
    Column("topic", String(64), nullable=True),
    Column("language", String(16), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("created_at", Double, nullable=False),
    Column("closed_at", Double, nullable=True),
    # At most one open request a chat, whatever two replicas do at the same moment.
    Index(
        "uq_requests_open_chat",
        "chat_key",
        unique=True,
        sqlite_where=text("state = 'queued'"),
        postgresql_where=text("state = 'queued'"),
    ),
)

feedback_counts = Table(
    "feedback_counts",
    metadata,
    Column("day", String(10), primary_key=True),
    Column("topic", String(64), primary_key=True),
    Column("language", String(16), primary_key=True),
    Column("helpful", Integer, nullable=False, server_default=text("0")),
    Column("not_helpful", Integer, nullable=False, server_default=text("0")),
)
