"""What does the passing of time do? Reminds, tells, returns and closes, so that nobody is left hanging."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.content.model import Tag
from bot.conversation.effects import Keyboard, Say
from bot.desk.service import Desk
from bot.handoff.effects import DeskLine
from bot.handoff.model import EventKind, Request, Roster, Rules, Volunteer
from bot.handoff.queue import may_see
from bot.handoff.shifts import on_duty, shift_began
from bot.handoff.timeouts import Due, due
from bot.store import requests, transcripts, volunteers


@dataclass(frozen=True, slots=True)
class Clock:
    """Does what is due, each thing once, however many processes look at the clock."""

    desk: Desk
    rules: Rules

    async def tick(self, connection: AsyncConnection, now: float) -> None:
        """Look at every open request."""
        roster = await volunteers.roster(connection)
        for request in await requests.all_open(connection):
            for each in due(request, now, self.rules, self._staffed_since(roster, request.language, now)):
                await self._do(connection, each, request, roster, now)

    async def erase_old(self, connection: AsyncConnection, now: float) -> int:
        """Erase transcripts that were kept long enough; how many messages went."""
        return await transcripts.erase_closed(connection, now - self.rules.keep_transcript_s)

    def _staffed_since(self, roster: Roster, language: Tag, now: float) -> float | None:
        began = shift_began(roster, language, now)
        if began is not None:
            return began
        registry = self.desk.post.known().registry
        bridges = registry.all[language].fallbacks if language in registry.all else ()
        there = on_duty(roster, now)
        return 0.0 if any(may_see(each, language, roster.volunteers, bridges) for each in there) else None

    async def _do(self, connection: AsyncConnection, what: Due, request: Request, roster: Roster, now: float) -> None:
        match what:
            case Due.PING_VOLUNTEERS:
                if await requests.mark(connection, request.id, "pinged_at", request.pinged_at, now):
                    await requests.record(connection, request.id, EventKind.PINGED, now)
                    await self.desk.post.refresh(connection, request.id, now, aloud=True)
            case Due.TELL_WAITING:
                if await self.desk.tell_waiting(connection, request, now):
                    await requests.record(connection, request.id, EventKind.TOLD, now)
            case Due.REMIND_OWNER:
                await self._remind(connection, request, _owner(request, roster), now)
            case Due.RETURN_TO_QUEUE:
                owner = _owner(request, roster)
                if owner is not None:
                    await self.desk.give_back(connection, request.id, owner, now, EventKind.RETURNED)
            case Due.ASK_PERSON:
                await self._ask(connection, request, now)
            case Due.CLOSE:
                await self._close(connection, request, now)

    async def _remind(self, connection: AsyncConnection, request: Request, owner: Volunteer | None, now: float) -> None:
        if owner is None or not await requests.mark(connection, request.id, "reminded_at", request.reminded_at, now):
            return
        await requests.record(connection, request.id, EventKind.REMINDED, now)
        group = await self.desk.post.group_of(connection, request.id)
        if group is not None:
            minutes = int((self.rules.return_after_s - self.rules.remind_after_s) // 60)
            line = DeskLine(group.spoken, request.id, "desk-remind", {"alias": owner.alias, "minutes": minutes})
            await self.desk.post.desk(connection, group, [line], now)

    async def _ask(self, connection: AsyncConnection, request: Request, now: float) -> None:
        key = await requests.chat_of(connection, request.id)
        if key is None or not await requests.mark(connection, request.id, "asked_at", request.asked_at, now):
            return
        await requests.record(connection, request.id, EventKind.ASKED, now)
        tag = await self.desk.post.tag_of(connection, key)
        await self.desk.post.tell(connection, key, [Say("human-still-there", tag, Keyboard.STILL_THERE)], now)

    async def _close(self, connection: AsyncConnection, request: Request, now: float) -> None:
        closed = request.owner is not None and await requests.end(
            connection, request.id, request.owner, now, EventKind.CLOSED_SILENT, actor=False
        )
        if closed:
            await self.desk.ended(connection, request.id, now, "human-ended-silence", "desk-closed-silent", {})


def _owner(request: Request, roster: Roster) -> Volunteer | None:
    return next((each for each in roster.volunteers if each.id == request.owner), None)
