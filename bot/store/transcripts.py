"""What did a person and a volunteer write to each other? Encrypted, and gone some time after the end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

import msgspec
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.handoff.model import RequestId, VolunteerId
from bot.privacy.cipher import ChatKey, Cipher
from bot.store.tables import handoff_messages, requests


class Author(Enum):
    """Who wrote: a note is of a volunteer and never leaves the volunteers; a comment is a person's, after the end."""

    PERSON = "person"
    VOLUNTEER = "volunteer"
    NOTE = "note"
    COMMENT = "comment"


class DeliveryState(Enum):
    """How far a message came."""

    QUEUED = "queued"
    DELIVERED = "delivered"
    BLOCKED = "blocked"
    FAILED = "failed"


class Written(msgspec.Struct, frozen=True):
    """What was written or sent. kind: text, photo, voice...; source: chat and message that media are copied from."""

    text: str
    kind: str = "text"
    source_chat: int | None = None
    source_message: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation with a volunteer. Message ids are Telegram's, None until they exist."""

    id: int
    request: RequestId
    author: Author
    volunteer: VolunteerId | None
    at: float
    written: Written
    delivery: DeliveryState
    person_message_id: int | None
    desk_message_id: int | None


_COLUMNS = (
    handoff_messages.c.id,
    handoff_messages.c.request_id,
    handoff_messages.c.author,
    handoff_messages.c.volunteer_id,
    handoff_messages.c.at,
    handoff_messages.c.payload,
    handoff_messages.c.delivery,
    handoff_messages.c.person_message_id,
    handoff_messages.c.desk_message_id,
)


async def add(
    connection: AsyncConnection,
    cipher: Cipher,
    request: RequestId,
    author: Author,
    written: Written,
    now: float,
    *,
    volunteer: VolunteerId | None = None,
    **ids: int | None,
) -> int:
    """Keep a message; its number. ids: `person_message_id`, `desk_message_id` where the original stands."""
    kept = author in {Author.NOTE, Author.COMMENT}
    delivery = DeliveryState.DELIVERED if kept else DeliveryState.QUEUED
    made = await connection.execute(
        insert(handoff_messages)
        .values(
            request_id=request,
            author=author.value,
            volunteer_id=volunteer,
            at=now,
            payload=_seal(cipher, written),
            delivery=delivery.value,
            **ids,
        )
        .returning(handoff_messages.c.id)
    )
    return int(made.scalar_one())


async def set_delivery(connection: AsyncConnection, message: int, state: DeliveryState, **ids: int) -> None:
    """A message arrived, or cannot. ids: the id that Telegram gave its copy."""
    await connection.execute(
        update(handoff_messages).where(handoff_messages.c.id == message).values(delivery=state.value, **ids)
    )


async def set_desk_copy(
    connection: AsyncConnection, message: int, desk_message_id: int, state: DeliveryState | None
) -> None:
    """Where a message stands in the volunteers' group. state: how far it came, None to leave that as it is."""
    values: dict[str, Any] = {"desk_message_id": desk_message_id}
    if state is not None:
        values["delivery"] = state.value
    await connection.execute(update(handoff_messages).where(handoff_messages.c.id == message).values(**values))


async def rewrite(connection: AsyncConnection, cipher: Cipher, message: int, written: Written, now: float) -> None:
    """A message was edited."""
    await connection.execute(
        update(handoff_messages)
        .where(handoff_messages.c.id == message)
        .values(payload=_seal(cipher, written), edited_at=now)
    )


async def find(connection: AsyncConnection, cipher: Cipher, request: RequestId, **ids: int) -> Message | None:
    """The message of a request with this `person_message_id` or `desk_message_id`."""
    statement = select(*_COLUMNS).where(handoff_messages.c.request_id == request)
    for name, number in ids.items():
        statement = statement.where(handoff_messages.c[name] == number)
    row = (await connection.execute(statement)).first()
    return _message(row, cipher) if row else None


async def get(connection: AsyncConnection, cipher: Cipher, message: int) -> Message | None:
    """One message."""
    row = (await connection.execute(select(*_COLUMNS).where(handoff_messages.c.id == message))).first()
    return _message(row, cipher) if row else None


async def of_request(connection: AsyncConnection, cipher: Cipher, request: RequestId, after: int = 0) -> list[Message]:
    """The transcript of a request, in order. after: only messages with a higher number."""
    rows = await connection.execute(
        select(*_COLUMNS)
        .where(handoff_messages.c.request_id == request, handoff_messages.c.id > after)
        .order_by(handoff_messages.c.id)
    )
    return [_message(row, cipher) for row in rows]


async def last_id(connection: AsyncConnection) -> int:
    """The number of the newest message, 0 if there is none."""
    return int((await connection.execute(select(func.coalesce(func.max(handoff_messages.c.id), 0)))).scalar_one())


async def erase_chat(connection: AsyncConnection, key: ChatKey) -> None:
    """Erase all that a chat and volunteers wrote to each other."""
    mine = select(requests.c.id).where(requests.c.chat_key == key)
    await connection.execute(delete(handoff_messages).where(handoff_messages.c.request_id.in_(mine)))


async def erase_closed(connection: AsyncConnection, before: float) -> int:
    """Erase the transcripts of requests closed before; returns how many messages went."""
    old = select(requests.c.id).where(requests.c.closed_at < before)
    return (await connection.execute(delete(handoff_messages).where(handoff_messages.c.request_id.in_(old)))).rowcount


def _seal(cipher: Cipher, written: Written) -> bytes:
    return cipher.encrypt(msgspec.json.encode(written))


def _message(row: Any, cipher: Cipher) -> Message:
    number, request, author, volunteer, at, payload, delivery, person_id, desk_id = row
    written = msgspec.json.decode(cipher.decrypt(bytes(payload)), type=Written)
    return Message(
        number,
        RequestId(request),
        Author(author),
        VolunteerId(volunteer) if volunteer is not None else None,
        at,
        written,
        DeliveryState(delivery),
        person_id,
        desk_id,
    )
