"""What must still be sent? Written together with the state it follows from, removed once it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.privacy.cipher import ChatKey
from bot.store.tables import outbox

LEASE_S = 120.0
"""Longer than the longest request to Telegram: a message is never leased twice at the same time."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to send. lane: messages of one lane go out one after the other; payload: encrypted."""

    lane: str
    chat_key: ChatKey
    priority: int
    payload: bytes
    id: int = 0
    attempts: int = 0
    created_at: float = 0.0


async def add(connection: AsyncConnection, messages: Sequence[Outgoing], now: float) -> None:
    """Queue messages, in order."""
    if messages:
        rows = [
            {
                "lane": each.lane,
                "chat_key": each.chat_key,
                "priority": each.priority,
                "payload": each.payload,
                "created_at": now,
            }
            for each in messages
        ]
        await connection.execute(insert(outbox).values(rows))


async def claim(
    connection: AsyncConnection, limit: int, now: float, *, most_urgent_only: bool = False
) -> list[Outgoing]:
    """Lease up to `limit` messages, urgent ones first, each the oldest of its lane."""
    earlier = outbox.alias()
    first_of_its_lane = ~exists().where(earlier.c.lane == outbox.c.lane, earlier.c.id < outbox.c.id)
    due = select(outbox.c.id).where(outbox.c.not_before <= now, outbox.c.leased_until < now, first_of_its_lane)
    if most_urgent_only:
        due = due.where(outbox.c.priority == 0)
    leased = (
        update(outbox)
        .where(
            outbox.c.id.in_(due.order_by(outbox.c.priority, outbox.c.id).limit(limit)),
            outbox.c.leased_until < now,
        )
        .values(leased_until=now + LEASE_S)
        .returning(
            outbox.c.lane,
            outbox.c.chat_key,
            outbox.c.priority,
            outbox.c.payload,
            outbox.c.id,
            outbox.c.attempts,
            outbox.c.created_at,
        )
    )
    rows = (await connection.execute(leased)).all()
    claimed = [Outgoing(row[0], ChatKey(row[1]), row[2], bytes(row[3]), row[4], row[5], row[6]) for row in rows]
    return sorted(claimed, key=lambda each: (each.priority, each.id))


async def finish(connection: AsyncConnection, message_id: int) -> None:
    """Remove a message that was sent, or that can never be."""
    await connection.execute(delete(outbox).where(outbox.c.id == message_id))


async def put_off(connection: AsyncConnection, message_id: int, until: float) -> None:
    """Try again at `until`."""
    await connection.execute(
        update(outbox)
        .where(outbox.c.id == message_id)
        .values(not_before=until, leased_until=0, attempts=outbox.c.attempts + 1)
    )


async def drop_chat(connection: AsyncConnection, chat_key: ChatKey) -> None:
    """Remove all that waits for a chat that cannot be reached any more."""
    await connection.execute(delete(outbox).where(outbox.c.chat_key == chat_key))


async def release_all(connection: AsyncConnection) -> None:
    """Free what a process that died had leased; only for a database that no other process uses."""
    await connection.execute(update(outbox).where(outbox.c.leased_until > 0).values(leased_until=0))
