"""Where is the state of a chat kept? One row each, found by the chat's key."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation.state import Conversation, Owner
from bot.handoff.model import Request, RequestState
from bot.privacy.cipher import ChatKey, Cipher
from bot.store.engine import insert_for
from bot.store.tables import conversations, inbox, requests

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Conversation)


def with_owner(state: Conversation, request: Request | None) -> Conversation:
    """The state, with who answers as the open request of the chat says: the one place that decides it."""
    owner = Owner.BOT
    if request is not None:
        owner = Owner.VOLUNTEER if request.state is RequestState.OWNED else Owner.QUEUE
    return msgspec.structs.replace(state, owner=owner)


async def chat_id(connection: AsyncConnection, key: ChatKey, cipher: Cipher) -> int | None:
    """The id of a chat on Telegram; None if the chat is not known, or its person cannot be reached."""
    columns = select(conversations.c.chat_id, conversations.c.state).where(conversations.c.chat_key == key)
    row = (await connection.execute(columns)).first()
    if row is None or not _DECODER.decode(row[1]).reachable:
        return None
    return int(cipher.decrypt(bytes(row[0])))


async def load(connection: AsyncConnection, keys: Collection[ChatKey]) -> dict[ChatKey, Conversation]:
    """The states of the chats that have one."""
    found = select(conversations.c.chat_key, conversations.c.state).where(conversations.c.chat_key.in_(keys))
    return {ChatKey(key): _DECODER.decode(state) for key, state in await connection.execute(found)}


async def save(connection: AsyncConnection, key: ChatKey, chat_id: bytes, state: Conversation, now: float) -> None:
    """Write the state of a chat. chat_id: encrypted."""
    kept = msgspec.structs.replace(state, owner=Owner.BOT)
    values = {"chat_id": chat_id, "state": _ENCODER.encode(kept), "updated_at": now}
    statement = insert_for(connection)(conversations).values(chat_key=key, **values)
    await connection.execute(statement.on_conflict_do_update(index_elements=[conversations.c.chat_key], set_=values))


async def erase(connection: AsyncConnection, key: ChatKey) -> None:
    """Remove everything kept about a chat."""
    await connection.execute(delete(conversations).where(conversations.c.chat_key == key))
    await connection.execute(delete(requests).where(requests.c.chat_key == key))
    await connection.execute(delete(inbox).where(inbox.c.chat_key == key, inbox.c.failed))


async def mark_unreachable(connection: AsyncConnection, key: ChatKey, now: float) -> None:
    """Remember that a person cannot be written to, until they write again."""
    state = (await load(connection, [key])).get(key)
    if state is not None:
        unreachable = _ENCODER.encode(msgspec.structs.replace(state, reachable=False))
        await connection.execute(
            update(conversations).where(conversations.c.chat_key == key).values(state=unreachable, updated_at=now)
        )
