"""Who wants to hear of changes in the chats?"""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections import defaultdict

from aiohttp import web

from bot.standin.model import Chat, Json
from bot.standin.world import World

MAX_WAITING_EVENTS = 10_000


class Feed:
    """Wakes those who wait for a chat, and fills the queues of the pages."""

    def __init__(self, world: World) -> None:
        self.pages: set[asyncio.Queue[Json]] = set()
        self._waiting: defaultdict[int, list[asyncio.Future[None]]] = defaultdict(list)
        world.watchers.append(self._tell)

    async def changes(self, chat: Chat, after: int, kinds: frozenset[str], timeout_s: float) -> list[Json]:
        """Changes of the chat later than sequence number `after`; waits for the first one."""
        deadline = asyncio.get_running_loop().time() + timeout_s
        while True:
            start = bisect_right(chat.journal, after, key=lambda change: change["seq"])
            found = [change for change in chat.journal[start:] if not kinds or change["kind"] in kinds]
            left = deadline - asyncio.get_running_loop().time()
            if found or left <= 0:
                return found
            woken = asyncio.get_running_loop().create_future()
            self._waiting[chat.id].append(woken)
            try:
                async with asyncio.timeout(left):
                    await woken
            except TimeoutError:
                return []

    def _tell(self, change: Json) -> None:
        for woken in self._waiting.pop(change["chat_id"], ()):
            if not woken.done():
                woken.set_result(None)
        for page in self.pages:
            if page.qsize() < MAX_WAITING_EVENTS:
                page.put_nowait(change)


FEED = web.AppKey("feed", Feed)
