"""Which groups on Telegram are the volunteers', and for which languages?"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.content.model import Tag
from bot.privacy.cipher import ChatKey, Cipher
from bot.store.engine import insert_for
from bot.store.tables import desk_groups


@dataclass(frozen=True, slots=True)
class Group:
    """A supergroup with topics. languages: whose people come into it; spoken: what the bot speaks in it."""

    key: ChatKey
    chat_id: int
    languages: tuple[Tag, ...]
    spoken: Tag
    board_id: int | None = None


async def save(connection: AsyncConnection, cipher: Cipher, group: Group) -> None:
    """Register a group, or change its languages. A language belongs to one group: the last that asked for it."""
    for other in await all_groups(connection, cipher):
        rest = [tag for tag in other.languages if tag not in group.languages]
        if other.key != group.key and len(rest) < len(other.languages):
            await connection.execute(
                update(desk_groups).where(desk_groups.c.chat_key == other.key).values(languages=_dump(rest))
            )
    values = {
        "chat_id": cipher.encrypt(str(group.chat_id).encode()),
        "languages": _dump(group.languages),
        "spoken": group.spoken,
    }
    statement = insert_for(connection)(desk_groups).values(chat_key=group.key, **values)
    await connection.execute(statement.on_conflict_do_update(index_elements=[desk_groups.c.chat_key], set_=values))


async def set_board(connection: AsyncConnection, key: ChatKey, message_id: int | None) -> None:
    """Where the list of those who wait stands in a group."""
    await connection.execute(update(desk_groups).where(desk_groups.c.chat_key == key).values(board_id=message_id))


async def remove(connection: AsyncConnection, key: ChatKey) -> None:
    """Forget a group, for example because the bot was thrown out."""
    await connection.execute(delete(desk_groups).where(desk_groups.c.chat_key == key))


async def all_groups(connection: AsyncConnection, cipher: Cipher) -> list[Group]:
    """Every group."""
    rows = await connection.execute(
        select(
            desk_groups.c.chat_key,
            desk_groups.c.chat_id,
            desk_groups.c.languages,
            desk_groups.c.spoken,
            desk_groups.c.board_id,
        ).order_by(desk_groups.c.chat_key)
    )
    return [Group(ChatKey(row[0]), int(cipher.decrypt(bytes(row[1]))), _load(row[2]), row[3], row[4]) for row in rows]


async def for_language(connection: AsyncConnection, cipher: Cipher, tag: Tag) -> Group | None:
    """The group for a language; a group that has no language of its own takes those that no other has."""
    groups = await all_groups(connection, cipher)
    return next((each for each in groups if tag in each.languages), None) or next(
        (each for each in groups if not each.languages), None
    )


def _dump(tags: tuple[Tag, ...] | list[Tag]) -> str:
    return msgspec.json.encode(list(tags)).decode()


def _load(text: str) -> tuple[Tag, ...]:
    return tuple(msgspec.json.decode(text, type=list[str]))
