"""How does the bot log? One JSON object a line: time, level, event, fields. Never a text, a name or a chat id."""

from __future__ import annotations

import logging
import sys

from pythonjsonlogger.json import JsonFormatter

_TALKATIVE = (
    "httpx",
    "httpcore",
    "telegram",
    "aiohttp.access",
    "asyncio",
    "alembic",
    "sqlalchemy",
    "aiosqlite",
)
"""Libraries whose information lines hold addresses with the bot's token, or nothing of use."""


def configure(level: str) -> None:
    """Log to standard error from `level` on; talkative libraries from WARNING on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        JsonFormatter(
            "%(asctime)s %(levelname)s %(name)s %(message)s",
            rename_fields={"asctime": "time", "levelname": "level", "name": "logger", "message": "event"},
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
