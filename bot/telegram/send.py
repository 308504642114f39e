"""How do messages go out? From the outbox, in order, at Telegram's pace, again when it fails."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection
from telegram import Bot, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.conversation.effects import Acknowledge
from bot.handoff.effects import DeskDelivery, DeskToast
from bot.privacy.cipher import Cipher, CipherError
from bot.store import conversations, groups, outbox
from bot.store.deliveries import Addressed, addressed
from bot.store.outbox import Outgoing
from bot.store.writer import Writer
from bot.telegram.calls import AnswerCallback, Call, EditText, SendText, SendVenue
from bot.telegram.desk_send import Courier
from bot.telegram.errors import Outcome, delay_s, outcome
from bot.telegram.limits import Pace
from bot.telegram.render import Renderer

logger = logging.getLogger(__name__)

_SLOTS = 64
_URGENT_SLOTS = 16
_GIVE_UP_S = 24 * 3600.0
_IDLE_S = 1.0
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Tools(NamedTuple):
    """What sending needs."""

    bot: Bot
    renderer: Callable[[], Renderer]
    writer: Writer
    cipher: Cipher
    pace: Pace
    clock: Callable[[], float]
    courier: Courier
    on_sent: Callable[[float], None]


class Sender:
    """Empties the outbox. `wake` tells it that there is something new."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._news = asyncio.Event()
        self._sending: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Look into the outbox now."""
        self._news.set()

    async def run(self, group: asyncio.TaskGroup) -> None:
        """Send until cancelled; what is under way is finished by `group`."""
        while True:
            self._news.clear()
            messages = await self._claim()
            for message in messages:
                task = group.create_task(self._send(message))
                self._sending.add(task)
                task.add_done_callback(self._sent)
            if not messages:
                await self._wait()

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        self.wake()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_IDLE_S):
                await self._news.wait()
        except TimeoutError:
            pass

    async def _claim(self) -> list[Outgoing]:
        free = _SLOTS - len(self._sending)
        now = self._tools.clock()
        try:
            if free > 0:
                return await self._tools.writer.write(lambda connection: outbox.claim(connection, free, now))
            urgent = _SLOTS + _URGENT_SLOTS - len(self._sending)
            return await self._tools.writer.write(
                lambda connection: outbox.claim(connection, max(urgent, 0), now, most_urgent_only=True)
            )
        except Exception as error:  # the database is away for a moment; the outbox keeps what is in it
            logger.error("outbox.unavailable", extra={"error": type(error).__name__})
            await asyncio.sleep(_IDLE_S)
            return []

    async def _send(self, message: Outgoing) -> None:
        tools = self._tools
        try:
            await self._deliver(addressed(message, tools.cipher), message)
        except TelegramError as error:
            await self._failed(message, error)
        except (CipherError, msgspec.DecodeError, ValueError, KeyError) as error:
            logger.error("outbox.unreadable", extra={"error": type(error).__name__, "message_id": message.id})
            await tools.writer.write(lambda connection: outbox.finish(connection, message.id))
        else:
            await tools.writer.write(lambda connection: outbox.finish(connection, message.id))
            tools.on_sent(tools.clock() - message.created_at)

    async def _deliver(self, what: Addressed, message: Outgoing) -> None:
        tools = self._tools
        if isinstance(what.delivery, DeskDelivery):
            if not isinstance(what.delivery, DeskToast):
                await tools.pace.chat(message.chat_key, is_group=what.chat_id < 0)
                await tools.pace.turn(message.priority)
            await tools.courier.deliver(what.chat_id, message.chat_key, what.delivery)
            return
        calls = tools.renderer().render(what.delivery, datetime.fromtimestamp(tools.clock(), UTC))
        for call in calls:
            if not isinstance(what.delivery, Acknowledge):
                await tools.pace.chat(message.chat_key)
                await tools.pace.turn(message.priority)
            await execute(tools.bot, what.chat_id, call)

    async def _failed(self, message: Outgoing, error: TelegramError) -> None:
        tools, now = self._tools, self._tools.clock()
        result = outcome(error)
        fields = {"error": type(error).__name__, "outcome": result.value, "attempts": message.attempts}
        logger.warning("telegram.send_failed", extra=fields)
        if result is Outcome.GONE:
            await tools.writer.write(lambda connection: _unreachable(connection, message, now))
        elif result is Outcome.LATER and now - message.created_at < _GIVE_UP_S:
            until = now + delay_s(error, message.attempts)
            await tools.writer.write(lambda connection: outbox.put_off(connection, message.id, until))
            asyncio.get_running_loop().call_later(max(0.0, until - now), self.wake)
        else:
            await tools.writer.write(lambda connection: outbox.finish(connection, message.id))


async def _unreachable(connection: AsyncConnection, message: Outgoing, now: float) -> None:
    """The person blocked the bot or is gone, or a group threw it out: remember it and drop what waits for them."""
    await outbox.drop_chat(connection, message.chat_key)
    await groups.remove(connection, message.chat_key)
    await conversations.mark_unreachable(connection, message.chat_key, now)


async def execute(bot: Bot, chat_id: int, call: Call) -> None:
    """Make one call of the Bot API. Raises TelegramError."""
    match call:
        case SendText(html, keyboard):
            await bot.send_message(
                chat_id,
                html,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
            )
        case EditText(message_id, html, keyboard):
            await _edit(bot, chat_id, EditText(message_id, html, keyboard))
        case SendVenue(latitude, longitude, title, address):
            await bot.send_venue(chat_id, latitude, longitude, title, address)
        case AnswerCallback(callback_id, text):
            await bot.answer_callback_query(callback_id, text)


async def _edit(bot: Bot, chat_id: int, call: EditText) -> None:
    """Change a message; when it is too old or deleted, send a new one."""
    try:
        await bot.edit_message_text(
            call.html, chat_id, call.message_id, parse_mode=ParseMode.HTML, reply_markup=call.keyboard
        )
    except BadRequest as error:
        if outcome(error) is not Outcome.REFUSED:
            raise
        await execute(bot, chat_id, SendText(call.html, call.keyboard))
