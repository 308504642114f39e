"""How does an update become an answer? Take it from the inbox, decide, commit state and messages together."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection
from telegram import Bot, Update

from bot.content.hours import BRUSSELS
from bot.conversation.decide import Decision, spoken
from bot.conversation.effects import (
    CountFeedback,
    Delivery,
    Effect,
    Forget,
    Keyboard,
    RequestHuman,
    Say,
    WithdrawRequest,
)
from bot.conversation.handle import Mind, handle
from bot.conversation.state import Conversation
from bot.privacy.cipher import Cipher
from bot.store import conversations, feedback, inbox, outbox, requests
from bot.store.inbox import Received
from bot.store.writer import Writer
from bot.telegram.inputs import Incoming, read
from bot.telegram.outgoing import outgoing

logger = logging.getLogger(__name__)

_SLOTS = 32
_IDLE_S = 1.0
_ATTEMPTS = 3
_RETRY_S = 2.0


class Tools(NamedTuple):
    """What handling updates needs. mind: the current one, since content may change while the bot runs."""

    bot: Bot
    mind: Callable[[], Mind]
    writer: Writer
    cipher: Cipher
    clock: Callable[[], float]
    wake_sender: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Job:
    received: Received
    state: Conversation


class Worker:
    """Empties the inbox: one update at a time a chat, many chats side by side."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._news = asyncio.Event()
        self._busy = 0

    def wake(self) -> None:
        """Look into the inbox now."""
        self._news.set()

    async def run(self, group: asyncio.TaskGroup) -> None:
        """Work until cancelled; what is under way is finished by `group`."""
        while True:
            self._news.clear()
            jobs = await self._claim() if self._busy < _SLOTS else []
            for job in jobs:
                self._busy += 1
                group.create_task(self._work(job))
            if not jobs:
                await self._wait()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_IDLE_S):
                await self._news.wait()
        except TimeoutError:
            pass

    async def _claim(self) -> list[_Job]:
        now, free = self._tools.clock(), _SLOTS - self._busy

        async def work(connection: AsyncConnection) -> list[_Job]:
            claimed = await inbox.claim(connection, free, now)
            states = await conversations.load(connection, [each.chat_key for each in claimed]) if claimed else {}
            return [_Job(each, states.get(each.chat_key, Conversation())) for each in claimed]

        try:
            return await self._tools.writer.write(work)
        except Exception as error:  # the database is away for a moment; the inbox keeps what is in it
            logger.error("inbox.unavailable", extra={"error": type(error).__name__})
            await asyncio.sleep(_IDLE_S)
            return []

    async def _work(self, job: _Job) -> None:
        try:
            await self._handle(job)
        except Exception as error:  # one bad update must not stop the others
            logger.error(
                "update.failed",
                extra={
                    "error": type(error).__name__,
                    "attempts": job.received.attempts,
                    "where": _where(error),
                },
            )
            await self._failed(job)
        finally:
            self._busy -= 1
            self.wake()

    async def _handle(self, job: _Job) -> None:
        incoming = self._incoming(job.received)
        if incoming is None:
            await self._tools.writer.write(lambda connection: inbox.finish(connection, job.received.update_id))
            return
        mind = self._tools.mind()
        phone = mind.known.registry.from_phone(incoming.phone_code)
        decision = await handle(job.state, incoming.input, phone, mind)
        await self._commit(job, incoming, decision)

    def _incoming(self, received: Received) -> Incoming | None:
        raw = msgspec.json.decode(self._tools.cipher.decrypt(received.payload))
        update = Update.de_json(raw, self._tools.bot)
        return read(update) if update else None

    async def _commit(self, job: _Job, incoming: Incoming, decision: Decision) -> None:
        tools, key, now = self._tools, job.received.chat_key, self._tools.clock()
        deliveries = [each for each in decision.effects if isinstance(each, Delivery)]
        messages = outgoing(deliveries, incoming.chat_id, key, tools.cipher)
        chat_id = tools.cipher.encrypt(str(incoming.chat_id).encode())
        forgotten = any(isinstance(each, Forget) for each in decision.effects)

        async def work(connection: AsyncConnection) -> None:
            if not await inbox.finish(connection, job.received.update_id):
                return  # another worker took it over after our lease had ended, and has answered
            if forgotten:
                await conversations.erase(connection, key)
            elif decision.state != job.state:
                await conversations.save(connection, key, chat_id, decision.state, now)
            for effect in decision.effects:
                await self._record(connection, job, effect, now)
            await outbox.add(connection, messages, now)

        await tools.writer.write(work)
        tools.wake_sender()

    async def _record(self, connection: AsyncConnection, job: _Job, effect: Effect, now: float) -> None:
        key = job.received.chat_key
        match effect:
            case RequestHuman():
                await requests.open_request(connection, key, effect, now)
            case WithdrawRequest():
                await requests.withdraw(connection, key, now)
            case CountFeedback():
                day = datetime.fromtimestamp(now, UTC).astimezone(BRUSSELS).date().isoformat()
                await feedback.count(connection, effect, day)
            case _:
                pass

    async def _failed(self, job: _Job) -> None:
        """Try again a few times; then keep the update aside and tell the person in a plain sentence."""
        tools, received, now = self._tools, job.received, self._tools.clock()
        if received.attempts + 1 < _ATTEMPTS:
            await tools.writer.write(lambda connection: inbox.put_back(connection, received.update_id, now + _RETRY_S))
            return
        messages = self._apology(job)

        async def work(connection: AsyncConnection) -> None:
            await inbox.set_aside(connection, received.update_id)
            await outbox.add(connection, messages, now)

        await tools.writer.write(work)
        tools.wake_sender()

    def _apology(self, job: _Job) -> list[outbox.Outgoing]:
        try:
            incoming = self._incoming(job.received)
        except Exception:  # the update itself cannot be read, so nobody can be told
            return []
        if incoming is None:
            return []
        tag = spoken(job.state, self._tools.mind().known)
        sorry = Say("went-wrong", tag, Keyboard.MENU)
        return outgoing([sorry], incoming.chat_id, job.received.chat_key, self._tools.cipher)


def _where(error: Exception) -> str:
    """File and line that raised `error`: enough to mend it, and nothing that a person wrote."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    return f"{frame.tb_frame.f_code.co_filename.rsplit('/', 2)[-1]}:{frame.tb_lineno}" if frame else ""
