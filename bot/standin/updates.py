"""Which updates wait for the bot, and how does it fetch them?"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any

from bot.standin.clock import Clock
from bot.standin.errors import conflict
from bot.standin.model import Json

UPDATE_IDS_PER_S = 10_000
MAX_BATCH = 100
MAX_POLL_S = 50.0
# Bot API: allowed_updates, "all update types except chat_member, message_reaction, and message_reaction_count".
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class UpdateQueue:
    """Updates in order of update_id until the bot confirms them.

    update_id starts from the clock in steps of 0.1 ms, so that a later run never repeats one.
    """

    def __init__(self, clock: Clock) -> None:
        self._next_id = int(clock.now() * UPDATE_IDS_PER_S)
        self.pending: deque[Json] = deque()
        self.allowed: list[str] = []
        self.listeners: list[Callable[[], None]] = []
        self._poll: asyncio.Future[None] | None = None

    @property
    def is_polled(self) -> bool:
        """Whether somebody is waiting for updates right now."""
        return self._poll is not None

    def add(self, kind: str, body: Any) -> int | None:
        """Queue an update; None when the bot did not ask for its kind."""
        if not self._is_allowed(kind):
            return None
        return self.inject({kind: body})

    def inject(self, update: Json) -> int:
        """Queue an update as it is; without an update_id it gets the next one."""
        if "update_id" not in update:
            self._next_id += 1
            update = {"update_id": self._next_id, **update}
        self.pending.append(update)
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        for listener in self.listeners:
            listener()
        return int(update["update_id"])

    def confirm(self, offset: int) -> None:
        """Forget what is below the offset; a negative one keeps that many from the end."""
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
        while offset > 0 and self.pending and self.pending[0]["update_id"] < offset:
            self.pending.popleft()

    def remove(self, update: Json) -> None:
        """Forget one that a webhook took; it may be gone already."""
        if update in self.pending:
            self.pending.remove(update)

    def drop(self) -> None:
        """Forget everything (drop_pending_updates)."""
        self.pending.clear()

    def end_poll(self, reason: str) -> None:
        """Whoever is polling gets 409 Conflict."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(reason))
        self._poll = None

    async def poll(self, offset: int, limit: int, timeout_s: float) -> list[Json]:
        """Long polling. A second poll ends the first with 409, as Telegram does."""
        self.end_poll("terminated by other getUpdates request; make sure that only one bot instance is running")
        self.confirm(offset)
        limit = limit if 1 <= limit <= MAX_BATCH else MAX_BATCH
        if not self.pending and timeout_s > 0:
            await self._wait(min(timeout_s, MAX_POLL_S))
        return [self.pending[n] for n in range(min(limit, len(self.pending)))]

    async def _wait(self, timeout_s: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(timeout_s):
                await poll
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _is_allowed(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT
