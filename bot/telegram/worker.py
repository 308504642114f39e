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
    CommentHuman,
    CountFeedback,
    Delivery,
    Effect,
    Forget,
    Keyboard,
    PassOn,
    PassOnEdit,
    RateHuman,
    RequestHuman,
    Say,
    StillThere,
    WithdrawRequest,
)
from bot.conversation.handle import Mind, handle
from bot.conversation.inputs import Command
from bot.conversation.state import Conversation
from bot.handoff.effects import DeskReply
from bot.handoff.model import Request, RequestId
from bot.privacy.cipher import Cipher
from bot.store import conversations, feedback, inbox, outbox, requests, volunteers
from bot.store.deliveries import outgoing
from bot.store.inbox import Received
from bot.store.writer import Writer
from bot.telegram.desk import DeskHand
from bot.telegram.desk_inputs import GroupIncoming, read_group
from bot.telegram.inputs import Incoming, read

logger = logging.getLogger(__name__)

_SLOTS = 32
_IDLE_S = 1.0
_ATTEMPTS = 3
_RETRY_S = 2.0
_REREADS = 5
INVITATION = "join_"
"""What the payload of a volunteer's link begins with: t.me/<bot>?start=join_<token>."""


class Tools(NamedTuple):
    """What handling updates needs. mind: the current one, since content may change while the bot runs."""

    bot: Bot
    mind: Callable[[], Mind]
    writer: Writer
    cipher: Cipher
    clock: Callable[[], float]
    wake_sender: Callable[[], None]
    desk: DeskHand


@dataclass(frozen=True, slots=True)
class _Job:
    """An update, and the chat as it stood when the update was taken up. request: the chat's open one, if any."""

    received: Received
    state: Conversation
    request: Request | None


class _StaleError(Exception):
    """Who answers has changed between reading the chat and writing to it."""


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
            return await _jobs(connection, await inbox.claim(connection, free, now))

        try:
            return await self._tools.writer.write(work)
        except Exception as error:  # the database is away for a moment; the inbox keeps what is in it
            logger.error("inbox.unavailable", extra={"error": type(error).__name__})
            await asyncio.sleep(_IDLE_S)
            return []

    async def _work(self, job: _Job) -> None:
        try:
            for _ in range(_REREADS):
                try:
                    await self._handle(job)
                    break
                except _StaleError:
                    received = job.received
                    (job,) = await self._tools.writer.write(lambda c, each=received: _jobs(c, [each]))  # type: ignore[misc]
            else:
                await self._put_back(job)
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

    async def _put_back(self, job: _Job) -> None:
        retry_at = self._tools.clock() + _RETRY_S
        await self._tools.writer.write(lambda c: inbox.put_back(c, job.received.update_id, retry_at))

    async def _handle(self, job: _Job) -> None:
        update = self._update(job.received)
        in_group = read_group(update) if update else None
        if in_group is not None:
            await self._handle_group(job.received, in_group)
            return
        incoming = read(update) if update else None
        if incoming is None:
            await self._tools.writer.write(lambda connection: inbox.finish(connection, job.received.update_id))
            return
        if isinstance(incoming.input, Command) and incoming.input.argument.startswith(INVITATION):
            await self._link(job.received, incoming)
            return
        mind = self._tools.mind()
        phone = mind.known.registry.from_phone(incoming.phone_code)
        decision = await handle(job.state, incoming.input, phone, mind)
        await self._commit(job, incoming, decision)

    def _update(self, received: Received) -> Update | None:
        raw = msgspec.json.decode(self._tools.cipher.decrypt(received.payload))
        return Update.de_json(raw, self._tools.bot)

    async def _handle_group(self, received: Received, incoming: GroupIncoming) -> None:
        now = self._tools.clock()

        async def work(connection: AsyncConnection) -> None:
            if await inbox.finish(connection, received.update_id):
                await self._tools.desk.handle(connection, incoming, now)

        await self._tools.writer.write(work)
        self._tools.wake_sender()

    async def _link(self, received: Received, incoming: Incoming) -> None:
        """Somebody opened the link that makes their account on Telegram a volunteer's."""
        assert isinstance(incoming.input, Command)
        token, now = incoming.input.argument.removeprefix(INVITATION), self._tools.clock()
        key, tag = received.chat_key, self._tools.desk.default_tag

        async def work(connection: AsyncConnection) -> None:
            if not await inbox.finish(connection, received.update_id):
                return
            found = await volunteers.redeem(connection, token, key, now)
            said = (
                DeskReply(tag, "desk-linked", None, incoming.message_id, {"alias": found.alias})
                if found
                else DeskReply(tag, "desk-link-bad", None, incoming.message_id)
            )
            await outbox.add(connection, outgoing([said], incoming.chat_id, key, self._tools.cipher), now)

        await self._tools.writer.write(work)
        self._tools.wake_sender()

    async def _commit(self, job: _Job, incoming: Incoming, decision: Decision) -> None:
        tools, key, now = self._tools, job.received.chat_key, self._tools.clock()
        deliveries = [each for each in decision.effects if isinstance(each, Delivery)]
        messages = outgoing(deliveries, incoming.chat_id, key, tools.cipher)
        chat_id = tools.cipher.encrypt(str(incoming.chat_id).encode())
        forgotten = any(isinstance(each, Forget) for each in decision.effects)
        must_be_known = any(isinstance(each, RequestHuman) for each in decision.effects)

        async def work(connection: AsyncConnection) -> None:
            if not await inbox.finish(connection, job.received.update_id):
                return  # another worker took it over after our lease had ended, and has answered
            answering = (await requests.open_of(connection, [key], lock=True)).get(key)
            if _owner(answering) != _owner(job.request):
                raise _StaleError
            if forgotten:
                await tools.desk.desk.forget(connection, key, now)
                await conversations.erase(connection, key)
            elif decision.state != job.state or must_be_known:
                await conversations.save(connection, key, chat_id, decision.state, now)
            for effect in decision.effects:
                await self._record(connection, job, incoming, effect, now)
            await outbox.add(connection, messages, now)

        await tools.writer.write(work)
        tools.wake_sender()

    async def _record(
        self, connection: AsyncConnection, job: _Job, incoming: Incoming, effect: Effect, now: float
    ) -> None:
        key, desk = job.received.chat_key, self._tools.desk.desk
        match effect:
            case RequestHuman():
                await desk.ask(connection, key, effect, now)
            case WithdrawRequest():
                await desk.leave(connection, key, now)
            case PassOn():
                await desk.from_person(connection, key, effect, (incoming.chat_id, incoming.message_id), now)
            case PassOnEdit(text):
                await desk.edited_by_person(connection, key, text, incoming.message_id, now)
            case StillThere():
                await desk.still_there(connection, key, now)
            case RateHuman(request, helpful):
                await desk.rated(connection, key, RequestId(request), helpful, now)
            case CommentHuman(request, text):
                await desk.commented(connection, key, RequestId(request), text, now)
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
            update = self._update(job.received)
            incoming = read(update) if update else None
        except Exception:  # the update itself cannot be read, so nobody can be told
            return []
        if incoming is None:
            return []
        tag = spoken(job.state, self._tools.mind().known)
        sorry = Say("went-wrong", tag, Keyboard.MENU)
        return outgoing([sorry], incoming.chat_id, job.received.chat_key, self._tools.cipher)


async def _jobs(connection: AsyncConnection, claimed: list[Received]) -> list[_Job]:
    keys = [each.chat_key for each in claimed]
    if not keys:
        return []
    states = await conversations.load(connection, keys)
    answering = await requests.open_of(connection, keys)
    return [
        _Job(
            each,
            conversations.with_owner(states.get(each.chat_key, Conversation()), answering.get(each.chat_key)),
            answering.get(each.chat_key),
        )
        for each in claimed
    ]


def _owner(request: Request | None) -> tuple[object, ...] | None:
    return (request.id, request.state, request.owner) if request else None


def _where(error: Exception) -> str:
    """File and line that raised `error`: enough to mend it, and nothing that a person wrote."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    return f"{frame.tb_frame.f_code.co_filename.rsplit('/', 2)[-1]}:{frame.tb_lineno}" if frame else ""
