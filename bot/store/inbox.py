"""Which updates arrived and are not handled yet? Kept before Telegram is told that they arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.privacy.cipher import ChatKey
from bot.store.engine import insert_for
from bot.store.tables import inbox, received_updates

LEASE_S = 60.0
"""After this time an update that its worker did not finish is taken up again by another."""


@dataclass(frozen=True, slots=True)
class Received:
    """One update as it came. payload: the update's JSON, encrypted."""

    update_id: int
    chat_key: ChatKey
    payload: bytes
    attempts: int = 0


async def add(connection: AsyncConnection, updates: Sequence[Received], now: float) -> int:
    """Keep the updates that were never received before; returns how many those are."""
    if not updates:
        return 0
    insert = insert_for(connection)
    known = insert(received_updates).on_conflict_do_nothing().returning(received_updates.c.update_id)
    rows = [{"update_id": each.update_id, "received_at": now} for each in updates]
    fresh = set((await connection.execute(known.values(rows))).scalars())
    new = {each.update_id: each for each in updates if each.update_id in fresh}
    if new:
        await connection.execute(
            insert(inbox).values(
                [
                    {
                        "update_id": each.update_id,
                        "chat_key": each.chat_key,
                        "payload": each.payload,
                        "received_at": now,
                    }
                    for each in new.values()
                ]
            )
        )
    return len(new)


async def claim(connection: AsyncConnection, limit: int, now: float) -> list[Received]:
    """Lease up to `limit` updates, each the oldest of its chat: one at a time a chat, chats side by side."""
    earlier = inbox.alias()
    first_of_its_chat = ~exists().where(
        earlier.c.chat_key == inbox.c.chat_key,
        earlier.c.update_id < inbox.c.update_id,
        ~earlier.c.failed,
    )
    free = (
        select(inbox.c.update_id)
        .where(inbox.c.leased_until < now, ~inbox.c.failed, first_of_its_chat)
        .order_by(inbox.c.update_id)
        .limit(limit)
    )
    leased = (
        update(inbox)
        .where(inbox.c.update_id.in_(free), inbox.c.leased_until < now)
        .values(leased_until=now + LEASE_S)
        .returning(inbox.c.update_id, inbox.c.chat_key, inbox.c.payload, inbox.c.attempts)
    )
    rows = (await connection.execute(leased)).all()
    return [Received(row[0], ChatKey(row[1]), bytes(row[2]), row[3]) for row in sorted(rows)]


async def finish(connection: AsyncConnection, update_id: int) -> bool:
    """Remove a handled update; False when another worker has finished it meanwhile."""
    return (await connection.execute(delete(inbox).where(inbox.c.update_id == update_id))).rowcount == 1


async def put_back(connection: AsyncConnection, update_id: int, retry_at: float) -> None:
    """Count a failed attempt and try again at `retry_at`."""
    await connection.execute(
        update(inbox).where(inbox.c.update_id == update_id).values(leased_until=retry_at, attempts=inbox.c.attempts + 1)
    )


async def set_aside(connection: AsyncConnection, update_id: int) -> None:
    """Keep an update that cannot be handled, out of the way of those after it."""
    await connection.execute(update(inbox).where(inbox.c.update_id == update_id).values(failed=True))


async def release_all(connection: AsyncConnection) -> None:
    """Free what a process that died had leased; only for a database that no other process uses."""
    await connection.execute(update(inbox).where(inbox.c.leased_until > 0).values(leased_until=0))


async def purge_received(connection: AsyncConnection, before: float) -> int:
    """Forget the ids of updates received before; Telegram keeps updates for 24 hours at most."""
    return (await connection.execute(delete(received_updates).where(received_updates.c.received_at < before))).rowcount


async def purge_failed(connection: AsyncConnection, before: float) -> int:
    """Erase updates that were set aside and received before: a text is kept no longer than it takes to look why."""
    return (await connection.execute(delete(inbox).where(inbox.c.failed, inbox.c.received_at < before))).rowcount
