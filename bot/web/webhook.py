"""Is this call from Telegram, and what does it bring? Kept in the inbox before it is answered with 200."""

from __future__ import annotations

import hmac
import logging

import msgspec
from aiohttp import web

from bot.settings import Secret
from bot.telegram.receive import Receiver

logger = logging.getLogger(__name__)

PATH = "/telegram/webhook"
MAX_BODY_BYTES = 1_000_000
"""An update is a few kilobytes; nothing that Telegram sends comes near a megabyte."""

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105


class Webhook:
    """Answers 403 without the secret, 400 for what is no update, 200 once the update is kept."""

    def __init__(self, receiver: Receiver, secret: Secret) -> None:
        self._receiver = receiver
        self._secret = secret.reveal().encode()

    async def handle(self, request: web.Request) -> web.Response:
        """The handler of `PATH`. A database that is away gives 500, so that Telegram sends the update again."""
        given = request.headers.get(_SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            logger.warning("webhook.forbidden")
            return web.Response(status=403)
        try:
            update = msgspec.json.decode(await request.read(), type=dict[str, object])
        except msgspec.DecodeError:
            return web.Response(status=400)
        if not isinstance(update.get("update_id"), int):
            return web.Response(status=400)
        await self._receiver.keep([update])
        return web.Response()
