"""Who are the volunteers, and when are they there?"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import date, time
from typing import Any

import msgspec
from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.content.model import Tag
from bot.handoff.model import Absence, Block, Level, Role, Roster, Volunteer, VolunteerId
from bot.privacy.cipher import ChatKey
from bot.store.tables import absences, invitations, shift_blocks, volunteers

_COLUMNS = (volunteers.c.id, volunteers.c.alias, volunteers.c.languages, volunteers.c.roles, volunteers.c.disabled)


async def add(
    connection: AsyncConnection, alias: str, languages: Mapping[Tag, Level], roles: frozenset[Role], now: float
) -> VolunteerId:
    """A new volunteer. The alias must be free."""
    statement = insert(volunteers).values(
        alias=alias,
        languages=msgspec.json.encode({tag: level.value for tag, level in languages.items()}).decode(),
        roles=msgspec.json.encode(sorted(role.value for role in roles)).decode(),
        created_at=now,
    )
    made = await connection.execute(statement.returning(volunteers.c.id))
    return VolunteerId(made.scalar_one())


async def change(connection: AsyncConnection, volunteer: VolunteerId, **values: Any) -> None:
    """Change columns of a volunteer: disabled, here_until, telegram_key."""
    await connection.execute(update(volunteers).where(volunteers.c.id == volunteer).values(**values))


async def by_alias(connection: AsyncConnection, alias: str) -> Volunteer | None:
    """The volunteer of this alias."""
    row = (await connection.execute(select(*_COLUMNS).where(volunteers.c.alias == alias))).first()
    return _volunteer(row) if row else None


async def by_id(connection: AsyncConnection, volunteer: VolunteerId) -> Volunteer | None:
    """The volunteer with this id."""
    row = (await connection.execute(select(*_COLUMNS).where(volunteers.c.id == volunteer))).first()
    return _volunteer(row) if row else None


async def by_telegram(connection: AsyncConnection, key: ChatKey) -> Volunteer | None:
    """The volunteer whose account on Telegram this is; None if nobody's, or if they are disabled."""
    found = select(*_COLUMNS).where(volunteers.c.telegram_key == key, ~volunteers.c.disabled)
    row = (await connection.execute(found)).first()
    return _volunteer(row) if row else None


async def invite(connection: AsyncConnection, volunteer: VolunteerId, expires_at: float) -> str:
    """A token that links an account on Telegram to a volunteer, once. Older ones of theirs end."""
    token = secrets.token_urlsafe(24)
    await connection.execute(delete(invitations).where(invitations.c.volunteer_id == volunteer))
    await connection.execute(
        insert(invitations).values(token_hash=_hash(token), volunteer_id=volunteer, expires_at=expires_at)
    )
    return token


async def redeem(connection: AsyncConnection, token: str, key: ChatKey, now: float) -> Volunteer | None:
    """Link an account by its token; None when the token is unknown, used or too old."""
    used = await connection.execute(
        delete(invitations)
        .where(invitations.c.token_hash == _hash(token), invitations.c.expires_at > now)
        .returning(invitations.c.volunteer_id)
    )
    number = used.scalar()
    if number is None:
        return None
    await connection.execute(update(volunteers).where(volunteers.c.telegram_key == key).values(telegram_key=None))
    await change(connection, VolunteerId(number), telegram_key=key)
    return await by_id(connection, VolunteerId(number))


async def roster(connection: AsyncConnection) -> Roster:
    """All volunteers, their shifts and absences."""
    people = (await connection.execute(select(*_COLUMNS, volunteers.c.here_until).order_by(volunteers.c.id))).all()
    blocks = await connection.execute(
        select(shift_blocks.c.volunteer_id, shift_blocks.c.weekday, shift_blocks.c.starts, shift_blocks.c.ends)
    )
    away = await connection.execute(select(absences.c.volunteer_id, absences.c.first, absences.c.last))
    return Roster(
        tuple(_volunteer(row[:5]) for row in people),
        tuple(Block(VolunteerId(row[0]), row[1], time.fromisoformat(row[2]), _end(row[3])) for row in blocks),
        tuple(Absence(VolunteerId(row[0]), date.fromisoformat(row[1]), date.fromisoformat(row[2])) for row in away),
        {VolunteerId(row[0]): row[5] for row in people if row[5]},
    )


async def set_blocks(connection: AsyncConnection, volunteer: VolunteerId, blocks: list[tuple[int, str, str]]) -> None:
    """Replace the weekly shifts of a volunteer. blocks: (weekday, "HH:MM", "HH:MM"); Monday is 0."""
    await connection.execute(delete(shift_blocks).where(shift_blocks.c.volunteer_id == volunteer))
    if blocks:
        await connection.execute(
            insert(shift_blocks),
            [
                {"volunteer_id": volunteer, "weekday": day, "starts": starts, "ends": ends}
                for day, starts, ends in blocks
            ],
        )


async def add_absence(connection: AsyncConnection, volunteer: VolunteerId, first: date, last: date) -> None:
    """Days on which a volunteer is away."""
    await connection.execute(
        insert(absences).values(volunteer_id=volunteer, first=first.isoformat(), last=last.isoformat())
    )


def _end(text: str) -> time:
    # A shift until midnight ends with the day.
    return time.max if text in {"24:00", "00:00"} else time.fromisoformat(text)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _volunteer(row: Row[Any] | tuple[Any, ...]) -> Volunteer:
    number, alias, languages, roles, disabled = tuple(row)
    return Volunteer(
        VolunteerId(number),
        alias,
        {tag: Level(level) for tag, level in msgspec.json.decode(languages, type=dict[str, str]).items()},
        frozenset(map(Role, msgspec.json.decode(roles, type=list[str]))),
        bool(disabled),
    )
