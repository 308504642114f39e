"""How do many small writes share one transaction? A single writer commits whatever has gathered meanwhile.

SQLite allows one writer at a time and pays for each commit; PostgreSQL pays for each round trip. Grouping the
writes that wait costs nobody latency: the group is what arrived while the commit before was under way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

T = TypeVar("T")
Work = Callable[[AsyncConnection], Awaitable[T]]

_GROUP = 64


@dataclass(slots=True)
class _Waiting:
    work: Work[Any]
    done: asyncio.Future[Any]


class Writer:
    """Runs writes one after the other, grouped into transactions. `run` must be running for `write` to return."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue()

    async def write(self, work: Work[T]) -> T:
        """What `work` returns, once it is committed. Its own exception, with nothing of it written, else."""
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        await self._queue.put(_Waiting(work, done))
        return await done

    async def run(self) -> None:
        """Commit groups until cancelled."""
        while True:
            group = [await self._queue.get()]
            while len(group) < _GROUP and not self._queue.empty():
                group.append(self._queue.get_nowait())
            await self._commit(group)

    async def _commit(self, group: list[_Waiting]) -> None:
        try:
            await self._together(group)
        except Exception as error:  # each write gets its own error below
            if len(group) == 1:
                _fail(group[0], error)
                return
            for waiting in group:
                await self._commit([waiting])

    async def _together(self, group: list[_Waiting]) -> None:
        async with self._engine.begin() as connection:
            results = [await waiting.work(connection) for waiting in group]
        for waiting, result in zip(group, results, strict=True):
            if not waiting.done.done():
                waiting.done.set_result(result)


def _fail(waiting: _Waiting, error: Exception) -> None:
    if not waiting.done.done():
        waiting.done.set_exception(error)
