"""How fast may the bot write? Telegram's limits, kept before Telegram has to enforce them."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Callable

MAX_TEXT_CHARACTERS = 4096
"""Bot API, sendMessage: 1-4096 characters after entities parsing."""

MAX_CAPTION_CHARACTERS = 1024
"""Bot API: 0-1024 characters after entities parsing."""

CHAT_BURST = 3
"""Bot API FAQ: about one message a second in a chat, short bursts are allowed."""

GROUP_BURST = 8
"""Bot API FAQ: 20 messages a minute in a group; eight at once and then one each five seconds stay below that."""

_FORGET_CHATS_ABOVE = 10_000


class Bucket:
    """A token bucket. per_s: tokens that come back a second; burst: how many fit."""

    __slots__ = ("_at", "_burst", "_per_s", "_tokens")

    def __init__(self, per_s: float, burst: float, now: float) -> None:
        self._per_s = per_s
        self._burst = burst
        self._tokens = burst
        self._at = now

    def take(self, now: float) -> float:
        """Take a token, and return how many seconds to wait before using it (0 when it was there)."""
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._per_s) - 1
        self._at = now
        return max(0.0, -self._tokens / self._per_s)

    def is_full(self, now: float) -> bool:
        """Whether forgetting this bucket would change nothing."""
        return self._tokens + (now - self._at) * self._per_s >= self._burst


class Pace:
    """Holds messages back so that no limit of Telegram is reached; urgent ones pass the others."""

    def __init__(self, per_s: float, per_chat_s: float, per_group_s: float, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._per_chat_s = per_chat_s
        self._per_group_s = per_group_s
        self._interval_s = 1 / per_s
        self._next_free = 0.0
        self._chats: dict[str, Bucket] = {}
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._timer: asyncio.TimerHandle | None = None

    async def chat(self, chat_key: str, *, is_group: bool = False) -> None:
        """Wait until this chat may get a message; groups have a limit of their own, shared by their topics."""
        now = self._clock()
        if len(self._chats) > _FORGET_CHATS_ABOVE:
            self._chats = {key: bucket for key, bucket in self._chats.items() if not bucket.is_full(now)}
        per_s = self._per_group_s if is_group else self._per_chat_s
        bucket = self._chats.setdefault(chat_key, Bucket(per_s, GROUP_BURST if is_group else CHAT_BURST, now))
        wait = bucket.take(now)
        if wait:
            await asyncio.sleep(wait)

    async def turn(self, priority: int) -> None:
        """Wait for a turn among all chats; the lowest number goes first."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (priority, next(self._order), future))
        if self._timer is None:
            self._grant()
        await future

    def _grant(self) -> None:
        """Give the turns that are due; come back by timer for the rest."""
        self._timer = None
        now = self._clock()
        while self._waiting:
            if self._next_free > now:
                self._timer = asyncio.get_running_loop().call_later(self._next_free - now, self._grant)
                return
            _, _, future = heapq.heappop(self._waiting)
            if future.cancelled():
                continue
            future.set_result(None)
            # No burst after a pause: Telegram counts the messages of any second, not of the clock's seconds.
            self._next_free = max(self._next_free, now) + self._interval_s
