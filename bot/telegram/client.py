"""How is the Bot API reached? The library's bot, and updates as they come."""

from __future__ import annotations

import os
from typing import Any

from telegram import Bot
from telegram.request import HTTPXRequest

from bot.settings import Secret

_CONNECTIONS = 96
_POOL_WAIT_S = 30.0
_NETWORK_S = 5.0


class Client(Bot):
    """The library's bot, which can also fetch updates unparsed.

    An update that the library cannot read must not keep all those behind it from arriving: it is stored like the
    others and set aside when it is handled.
    """

    async def get_raw_updates(self, offset: int, wait_s: int, kinds: list[str]) -> list[dict[str, Any]]:
        """The next updates, as the Bot API sends them; waits up to `wait_s` for one. Raises TelegramError."""
        data = {"offset": offset, "timeout": wait_s, "allowed_updates": kinds}
        result = await self._post("getUpdates", data, read_timeout=wait_s + _NETWORK_S)
        return [each for each in result if isinstance(each, dict)] if isinstance(result, list) else []


def make_client(token: Secret, api_url: str) -> Client:
    """A client of the Bot API at `api_url`; the stand-in and Telegram differ by their address alone."""
    # The library then gives durations as timedelta, as its next version will do always, and warns of nothing.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    return Client(
        token.reveal(),
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=HTTPXRequest(connection_pool_size=_CONNECTIONS, pool_timeout=_POOL_WAIT_S),
        get_updates_request=HTTPXRequest(connection_pool_size=2),
    )
