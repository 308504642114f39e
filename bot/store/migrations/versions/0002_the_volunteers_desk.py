"""The volunteers' desk: who owns a request, what was written, volunteers, shifts, groups"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "absences",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("volunteer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absences_volunteer_id"), ["volunteer_id"], unique=False)

    op.create_table(
        "desk_groups",
        sa.Column("chat_key", sa.String(length=32), nullable=False),
        sa.Column("chat_id", sa.LargeBinary(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("spoken", sa.String(length=16), nullable=False),
        sa.Column("board_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("chat_key", name=op.f("pk_desk_groups")),
    )
    op.create_table(
        "handoff_events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("actor", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff_events")),
    )
    with op.batch_alter_table("handoff_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handoff_events_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_handoff_events_request_id"), ["request_id"], unique=False)

    op.create_table(
        "handoff_messages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author", sa.String(length=16), nullable=False),
        sa.Column("volunteer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("delivery", sa.String(length=16), nullable=False),
        sa.Column("person_message_id", sa.BigInteger(), nullable=True),
        sa.Column("desk_message_id", sa.BigInteger(), nullable=True),
        sa.Column("edited_at", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff_messages")),
    )
    with op.batch_alter_table("handoff_messages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handoff_messages_request_id"), ["request_id"], unique=False)

    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("volunteer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("expires_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_invitations")),
    )
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitations_volunteer_id"), ["volunteer_id"], unique=False)

    op.create_table(
        "shift_blocks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("volunteer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column("ends", sa.String(length=5), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_blocks")),
    )
    with op.batch_alter_table("shift_blocks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shift_blocks_volunteer_id"), ["volunteer_id"], unique=False)

    op.create_table(
        "volunteers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("alias", sa.String(length=40), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("disabled", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("here_until", sa.Double(), server_default=sa.text("0"), nullable=False),
        sa.Column("telegram_key", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteers")),
        sa.UniqueConstraint("alias", name=op.f("uq_volunteers_alias")),
        sa.UniqueConstraint("telegram_key", name=op.f("uq_volunteers_telegram_key")),
    )
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.add_column(sa.Column("owner", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column("waiting_since", sa.Double(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("told_at", sa.Double(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("person_at", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("volunteer_at", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("unanswered_since", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("pinged_at", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("reminded_at", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("asked_at", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("asked_topics", sa.Text(), server_default=sa.text("'[]'"), nullable=False))
        batch_op.add_column(sa.Column("group_key", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("thread_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("card_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("helpful", sa.Boolean(), nullable=True))
        batch_op.create_index(batch_op.f("ix_requests_closed_at"), ["closed_at"], unique=False)
        batch_op.create_index("ix_requests_group_key_thread_id", ["group_key", "thread_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_requests_owner"), ["owner"], unique=False)
        batch_op.drop_index("uq_requests_open_chat")
    op.execute("UPDATE requests SET waiting_since = created_at, told_at = created_at")
    _one_open_request_a_chat("state IN ('queued', 'owned')")


def _one_open_request_a_chat(condition: str) -> None:
    op.create_index(
        "uq_requests_open_chat",
        "requests",
        ["chat_key"],
        unique=True,
        sqlite_where=sa.text(condition),
        postgresql_where=sa.text(condition),
    )


def downgrade() -> None:
    op.drop_index("uq_requests_open_chat", "requests")
    op.execute("UPDATE requests SET state = 'queued' WHERE state = 'owned'")
    _one_open_request_a_chat("state = 'queued'")
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_requests_owner"))
        batch_op.drop_index("ix_requests_group_key_thread_id")
        batch_op.drop_index(batch_op.f("ix_requests_closed_at"))
        batch_op.drop_column("helpful")
        batch_op.drop_column("card_id")
        batch_op.drop_column("thread_id")
        batch_op.drop_column("group_key")
        batch_op.drop_column("asked_topics")
        batch_op.drop_column("asked_at")
        batch_op.drop_column("reminded_at")
        batch_op.drop_column("pinged_at")
        batch_op.drop_column("unanswered_since")
        batch_op.drop_column("volunteer_at")
        batch_op.drop_column("person_at")
        batch_op.drop_column("told_at")
        batch_op.drop_column("waiting_since")
        batch_op.drop_column("owner")

    op.drop_table("volunteers")
    with op.batch_alter_table("shift_blocks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_shift_blocks_volunteer_id"))

    op.drop_table("shift_blocks")
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitations_volunteer_id"))

    op.drop_table("invitations")
    with op.batch_alter_table("handoff_messages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handoff_messages_request_id"))

    op.drop_table("handoff_messages")
    with op.batch_alter_table("handoff_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handoff_events_request_id"))
        batch_op.drop_index(batch_op.f("ix_handoff_events_at"))

    op.drop_table("handoff_events")
    op.drop_table("desk_groups")
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_absences_volunteer_id"))

    op.drop_table("absences")
