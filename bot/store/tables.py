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
    Text,
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
    Column("closed_at", Double, nullable=True, index=True),
    # The one field that says who answers; set in state `owned` and in no other.
    Column("owner", _ROW_ID, nullable=True, index=True),
    Column("waiting_since", Double, nullable=False, server_default=text("0")),
    Column("told_at", Double, nullable=False, server_default=text("0")),
    Column("person_at", Double, nullable=True),
    Column("volunteer_at", Double, nullable=True),
    Column("unanswered_since", Double, nullable=True),
    Column("pinged_at", Double, nullable=True),
    Column("reminded_at", Double, nullable=True),
    Column("asked_at", Double, nullable=True),
    # What the person had asked the bot: topic ids, newest first, as JSON.
    Column("asked_topics", Text, nullable=False, server_default=text("'[]'")),
    # Where the volunteers' topic of this request is: a group of `desk_groups`, its thread, the card in it.
    Column("group_key", _CHAT_KEY, nullable=True),
    Column("thread_id", BigInteger, nullable=True),
    Column("card_id", BigInteger, nullable=True),
    Column("helpful", Boolean, nullable=True),
    # At most one open request a chat, whatever two replicas do at the same moment.
    Index(
        "uq_requests_open_chat",
        "chat_key",
        unique=True,
        sqlite_where=text("state IN ('queued', 'owned')"),
        postgresql_where=text("state IN ('queued', 'owned')"),
    ),
    Index("ix_requests_group_key_thread_id", "group_key", "thread_id"),
)

handoff_messages = Table(
    "handoff_messages",
    metadata,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("request_id", _ROW_ID, nullable=False, index=True),
    # person, volunteer, or note: a note never leaves the volunteers.
    Column("author", String(16), nullable=False),
    Column("volunteer_id", _ROW_ID, nullable=True),
    Column("at", Double, nullable=False),
    # What was written or sent, encrypted.
    Column("payload", LargeBinary, nullable=False),
    # queued, delivered, blocked or failed.
    Column("delivery", String(16), nullable=False),
    # Telegram's ids of the message in the chat of the person and in the volunteers' group.
    Column("person_message_id", BigInteger, nullable=True),
    Column("desk_message_id", BigInteger, nullable=True),
    Column("edited_at", Double, nullable=True),
)

handoff_events = Table(
    "handoff_events",
    metadata,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("request_id", _ROW_ID, nullable=False, index=True),
    Column("at", Double, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    # The volunteer who did it; none when the person or the clock did.
    Column("actor", _ROW_ID, nullable=True),
)

volunteers = Table(
    "volunteers",
    metadata,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("alias", String(40), nullable=False, unique=True),
    # {"ti": "fluent", "en": "bridge"} as JSON.
    Column("languages", Text, nullable=False),
    # ["volunteer", "coordinator"] as JSON.
    Column("roles", Text, nullable=False),
    Column("disabled", Boolean, nullable=False, server_default=false()),
    Column("created_at", Double, nullable=False),
    Column("here_until", Double, nullable=False, server_default=text("0")),
    # A keyed hash of the account on Telegram, once it is linked.
    Column("telegram_key", _CHAT_KEY, nullable=True, unique=True),
)

invitations = Table(
    "invitations",
    metadata,
    # A hash of the token: who reads the database cannot use the invitation.
    Column("token_hash", String(64), primary_key=True),
    Column("volunteer_id", _ROW_ID, nullable=False, index=True),
    Column("expires_at", Double, nullable=False),
)

shift_blocks = Table(
    "shift_blocks",
    metadata,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("volunteer_id", _ROW_ID, nullable=False, index=True),
    # Monday is 0; times are "HH:MM" in Brussels.
    Column("weekday", Integer, nullable=False),
    Column("starts", String(5), nullable=False),
    Column("ends", String(5), nullable=False),
)

absences = Table(
    "absences",
    metadata,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("volunteer_id", _ROW_ID, nullable=False, index=True),
    # ISO dates, both included.
    Column("first", String(10), nullable=False),
    Column("last", String(10), nullable=False),
)

desk_groups = Table(
    "desk_groups",
    metadata,
    Column("chat_key", _CHAT_KEY, primary_key=True),
    Column("chat_id", LargeBinary, nullable=False),
    # The languages whose people come into this group, as JSON; the language the bot speaks in it.
    Column("languages", Text, nullable=False),
    Column("spoken", String(16), nullable=False),
    Column("board_id", BigInteger, nullable=True),
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
