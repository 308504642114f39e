"""Who wants a person, and who answers them? At most one open request a chat, at most one owner a request.

Every change of state is one UPDATE that names the state it expects; its row count says whether it happened.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Row, Select, case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.content.model import TopicId
from bot.conversation.effects import RequestHuman
from bot.handoff.model import OPEN, EventKind, Request, RequestId, RequestState, VolunteerId
from bot.privacy.cipher import ChatKey
from bot.store.engine import insert_for
from bot.store.tables import handoff_events, requests

_OPEN = [each.value for each in OPEN]
_COLUMNS = (
    requests.c.id,
    requests.c.state,
    requests.c.language,
    requests.c.topic,
    requests.c.urgent,
    requests.c.waiting_since,
    requests.c.told_at,
    requests.c.owner,
    requests.c.person_at,
    requests.c.volunteer_at,
    requests.c.unanswered_since,
    requests.c.pinged_at,
    requests.c.reminded_at,
    requests.c.asked_at,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the volunteers' topic of a request is. thread_id, card_id: None until Telegram has made them."""

    group_key: ChatKey | None
    thread_id: int | None
    card_id: int | None


async def open_request(connection: AsyncConnection, key: ChatKey, wanted: RequestHuman, now: float) -> RequestId | None:
    """Open a request; None when the chat has an open one."""
    statement = (
        insert_for(connection)(requests)
        .values(
            chat_key=key,
            state=RequestState.QUEUED.value,
            topic=wanted.topic,
            language=wanted.tag,
            urgent=wanted.urgent,
            created_at=now,
            waiting_since=now,
            told_at=now,
            asked_topics=msgspec.json.encode(wanted.recent).decode(),
        )
        .on_conflict_do_nothing()
        .returning(requests.c.id)
    )
    made = (await connection.execute(statement)).scalar()
    if made is None:
        return None
    await record(connection, RequestId(made), EventKind.REQUESTED, now)
    return RequestId(made)


async def claim(connection: AsyncConnection, request: RequestId, volunteer: VolunteerId, now: float) -> bool:
    """Take a request from the queue; False when somebody else was faster or it is no longer open."""
    return await _change(
        connection,
        request,
        RequestState.QUEUED,
        None,
        {"state": RequestState.OWNED.value, "owner": volunteer, **_fresh_owner(now)},
        (EventKind.CLAIMED, volunteer, now),
    )


async def release(
    connection: AsyncConnection, request: RequestId, volunteer: VolunteerId, now: float, kind: EventKind
) -> bool:
    """Put an owned request back into the queue, at its old place. kind: released by its owner, or returned by time."""
    values = {"state": RequestState.QUEUED.value, "owner": None, "told_at": now, **_NOTHING_DUE}
    actor = volunteer if kind is EventKind.RELEASED else None
    return await _change(connection, request, RequestState.OWNED, volunteer, values, (kind, actor, now))


async def transfer(
    connection: AsyncConnection, request: RequestId, owner: VolunteerId, to: VolunteerId, now: float
) -> bool:
    """Hand an owned request to another volunteer."""
    values = {"owner": to, **_fresh_owner(now)}
    return await _change(connection, request, RequestState.OWNED, owner, values, (EventKind.TRANSFERRED, owner, now))


async def end(
    connection: AsyncConnection, request: RequestId, owner: VolunteerId, now: float, kind: EventKind, actor: bool = True
) -> bool:
    """End an owned request."""
    values = {"state": RequestState.ENDED.value, "owner": None, "closed_at": now}
    return await _change(connection, request, RequestState.OWNED, owner, values, (kind, owner if actor else None, now))


async def withdraw(connection: AsyncConnection, request: RequestId, now: float) -> bool:
    """Close a queued request because the person no longer wants it."""
    values = {"state": RequestState.WITHDRAWN.value, "closed_at": now}
    return await _change(connection, request, RequestState.QUEUED, None, values, (EventKind.WITHDRAWN, None, now))


_NOTHING_DUE: dict[str, Any] = {
    "unanswered_since": None,
    "pinged_at": None,
    "reminded_at": None,
    "asked_at": None,
}


def _fresh_owner(now: float) -> dict[str, Any]:
    return {**_NOTHING_DUE, "unanswered_since": now, "volunteer_at": None}


async def _change(
    connection: AsyncConnection,
    request: RequestId,
    expected: RequestState,
    owner: VolunteerId | None,
    values: Mapping[str, Any],
    event: tuple[EventKind, VolunteerId | None, float],
) -> bool:
    condition = (requests.c.id == request) & (requests.c.state == expected.value)
    condition &= requests.c.owner.is_(None) if owner is None else requests.c.owner == owner
    changed = (await connection.execute(update(requests).where(condition).values(**values))).rowcount == 1
    if changed:
        kind, actor, at = event
        await record(connection, request, kind, at, actor)
    return changed


async def touch(connection: AsyncConnection, request: RequestId, **values: Any) -> None:
    """Write times and places of a request; never its state or owner."""
    assert not {"state", "owner"} & values.keys()
    await connection.execute(update(requests).where(requests.c.id == request).values(**values))


async def mark(connection: AsyncConnection, request: RequestId, column: str, before: float | None, now: float) -> bool:
    """Write a time, unless somebody else wrote it since it was read, or the request is closed."""
    held = requests.c[column]
    unchanged = held.is_(None) if before is None else held == before
    condition = (requests.c.id == request) & requests.c.state.in_(_OPEN) & unchanged
    return (await connection.execute(update(requests).where(condition).values({column: now}))).rowcount == 1


async def of_chat(connection: AsyncConnection, key: ChatKey) -> list[RequestId]:
    """Every request of a chat, open or not."""
    rows = await connection.execute(select(requests.c.id).where(requests.c.chat_key == key).order_by(requests.c.id))
    return [RequestId(number) for number in rows.scalars()]


async def person_wrote(connection: AsyncConnection, request: RequestId, now: float) -> None:
    """The person has written: an owner has something to answer from the first unanswered message on."""
    await connection.execute(
        update(requests)
        .where(requests.c.id == request)
        .values(
            person_at=now,
            asked_at=None,
            unanswered_since=_coalesce_if_owned(now),
        )
    )


def _coalesce_if_owned(now: float) -> Any:
    owned = requests.c.state == RequestState.OWNED.value
    return case((owned, func.coalesce(requests.c.unanswered_since, now)), else_=None)


async def volunteer_wrote(connection: AsyncConnection, request: RequestId, now: float) -> None:
    """The owner has answered: it is the person's turn."""
    await touch(connection, request, volunteer_at=now, unanswered_since=None, reminded_at=None, asked_at=None)


async def get(connection: AsyncConnection, request: RequestId, *, lock: bool = False) -> Request | None:
    """A request. lock: nobody else changes it until the transaction ends (PostgreSQL; SQLite has one writer)."""
    statement: Select[Any] = select(*_COLUMNS).where(requests.c.id == request)
    row = (await connection.execute(statement.with_for_update() if lock else statement)).first()
    return _request(row) if row else None


async def all_open(connection: AsyncConnection) -> list[Request]:
    """Every request that is queued or owned."""
    rows = await connection.execute(select(*_COLUMNS).where(requests.c.state.in_(_OPEN)).order_by(requests.c.id))
    return [_request(row) for row in rows]


async def open_of(
    connection: AsyncConnection, keys: Collection[ChatKey], *, lock: bool = False
) -> dict[ChatKey, Request]:
    """The open request of each of these chats that has one."""
    if not keys:
        return {}
    statement = select(requests.c.chat_key, *_COLUMNS).where(requests.c.chat_key.in_(keys), requests.c.state.in_(_OPEN))
    rows = await connection.execute(statement.with_for_update() if lock else statement)
    return {ChatKey(row[0]): _request(row[1:]) for row in rows}


async def chat_of(connection: AsyncConnection, request: RequestId) -> ChatKey | None:
    """The chat that a request belongs to."""
    found = (await connection.execute(select(requests.c.chat_key).where(requests.c.id == request))).scalar()
    return ChatKey(found) if found else None


async def topics_of(connection: AsyncConnection, request: RequestId) -> tuple[TopicId, ...]:
    """What the person had asked the bot before, newest first."""
    found = (await connection.execute(select(requests.c.asked_topics).where(requests.c.id == request))).scalar()
    return tuple(map(TopicId, msgspec.json.decode(found or "[]", type=list[str])))


async def place_of(connection: AsyncConnection, request: RequestId) -> Place:
    """Where the volunteers' topic of a request is."""
    columns = select(requests.c.group_key, requests.c.thread_id, requests.c.card_id)
    row = (await connection.execute(columns.where(requests.c.id == request))).first()
    return Place(ChatKey(row[0]) if row and row[0] else None, row[1] if row else None, row[2] if row else None)


async def in_thread(connection: AsyncConnection, group: ChatKey, thread_id: int) -> RequestId | None:
    """The latest request that a topic of a group belongs to."""
    found = await connection.execute(
        select(requests.c.id)
        .where(requests.c.group_key == group, requests.c.thread_id == thread_id)
        .order_by(requests.c.id.desc())
        .limit(1)
    )
    number = found.scalar()
    return RequestId(number) if number is not None else None


async def rate(connection: AsyncConnection, request: RequestId, key: ChatKey, helpful: bool, now: float) -> bool:
    """Keep whether a volunteer helped; False for a request that is not of this chat, or not over."""
    condition = (requests.c.id == request) & (requests.c.chat_key == key) & requests.c.state.not_in(_OPEN)
    rated = (await connection.execute(update(requests).where(condition).values(helpful=helpful))).rowcount == 1
    if rated:
        await record(connection, request, EventKind.RATED, now)
    return rated


async def record(
    connection: AsyncConnection,
    request: RequestId,
    kind: EventKind,
    at: float,
    actor: VolunteerId | None = None,
) -> None:
    """Keep an event."""
    await connection.execute(insert(handoff_events).values(request_id=request, at=at, kind=kind.value, actor=actor))


def _request(row: Row[Any] | tuple[Any, ...]) -> Request:
    values = list(row)
    return Request(
        RequestId(values[0]),
        RequestState(values[1]),
        values[2],
        TopicId(values[3]) if values[3] else None,
        bool(values[4]),
        *values[5:],
    )
