"""Who waits for a volunteer? At most one open request a chat."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.content.model import Tag, TopicId
from bot.conversation.effects import RequestHuman
from bot.privacy.cipher import ChatKey
from bot.store.engine import insert_for
from bot.store.tables import requests

QUEUED = "queued"
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request as the list of open requests shows it."""

    id: int
    topic: TopicId | None
    language: Tag
    urgent: bool
    created_at: float


async def open_request(connection: AsyncConnection, key: ChatKey, request: RequestHuman, now: float) -> None:
    """Open a request, unless the chat has an open one."""
    statement = insert_for(connection)(requests).values(
        chat_key=key,
        state=QUEUED,
        topic=request.topic,
        language=request.tag,
        urgent=request.urgent,
        created_at=now,
    )
    await connection.execute(statement.on_conflict_do_nothing())


async def withdraw(connection: AsyncConnection, key: ChatKey, now: float) -> None:
    """Close the open request of a chat because the person no longer wants it."""
    await connection.execute(
        update(requests)
        .where(requests.c.chat_key == key, requests.c.state == QUEUED)
        .values(state=WITHDRAWN, closed_at=now)
    )


async def waiting(connection: AsyncConnection) -> list[Waiting]:
    """The open requests: urgent ones first, then by waiting time."""
    rows = await connection.execute(
        select(requests.c.id, requests.c.topic, requests.c.language, requests.c.urgent, requests.c.created_at)
        .where(requests.c.state == QUEUED)
        .order_by(requests.c.urgent.desc(), requests.c.created_at)
    )
    return [Waiting(*row) for row in rows]
