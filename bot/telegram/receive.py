"""How do updates come in? Written to the inbox first, acknowledged to Telegram after that."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.privacy.cipher import ChatKey, Cipher
from bot.store import inbox
from bot.store.writer import Writer
from bot.telegram.client import Client
from bot.telegram.errors import seconds

logger = logging.getLogger(__name__)

ALLOWED_UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
]
_POLL_S = 25
_PAUSE_S = 2.0
_NOBODY = 0


class Receiver:
    """Keeps updates in the inbox. `wake` is called when there is something new to handle."""

    def __init__(
        self,
        writer: Writer,
        cipher: Cipher,
        bot_id: int,
        clock: Callable[[], float],
        wake: Callable[[], None],
    ) -> None:
        self._writer = writer
        self._cipher = cipher
        self._bot_id = bot_id
        self._clock = clock
        self._wake = wake

    async def keep(self, updates: Sequence[dict[str, Any]]) -> None:
        """Write updates (as the Bot API sends them) to the inbox; those received before are ignored.

        Raises whatever the database raises: then Telegram must not be told that they arrived.
        """
        rows = [self._row(update) for update in updates if isinstance(update.get("update_id"), int)]
        now = self._clock()
        added = await self._writer.write(lambda connection: inbox.add(connection, rows, now))
        if added:
            self._wake()

    def _row(self, update: dict[str, Any]) -> inbox.Received:
        key = self._cipher.chat_key(self._bot_id, chat_id_of(update))
        return inbox.Received(update["update_id"], ChatKey(key), self._cipher.encrypt(msgspec.json.encode(update)))


def chat_id_of(update: dict[str, Any]) -> int:
    """The chat that an update belongs to, 0 for updates of no chat: they are handled one after the other."""
    for value in update.values():
        if isinstance(value, dict):
            holder = value.get("message") if isinstance(value.get("message"), dict) else value
            chat = holder.get("chat") if isinstance(holder, dict) else None
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                return int(chat["id"])
    return _NOBODY


async def poll(bot: Client, receiver: Receiver) -> None:
    """Fetch updates by long polling until cancelled; the next request acknowledges what is in the inbox."""
    offset = 0
    while True:
        try:
            updates = await bot.get_raw_updates(offset, _POLL_S, ALLOWED_UPDATES)
            await receiver.keep(updates)
        except InvalidToken:
            raise
        except TelegramError as error:
            logger.warning("telegram.poll_failed", extra={"error": type(error).__name__})
            await asyncio.sleep(_pause(error))
            continue
        except Exception as error:  # the database: nothing is acknowledged, so nothing is lost
            logger.error("inbox.unavailable", extra={"error": type(error).__name__})
            await asyncio.sleep(_PAUSE_S)
            continue
        offset = max((int(update.get("update_id", 0)) + 1 for update in updates), default=offset)


def _pause(error: TelegramError) -> float:
    if isinstance(error, RetryAfter):
        return seconds(error.retry_after)
    return _PAUSE_S * 5 if isinstance(error, Conflict) else _PAUSE_S if isinstance(error, NetworkError) else 1.0
