"""What does an error of the Bot API mean for the message that caused it?"""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

_MAX_BACKOFF_S = 60.0


class Outcome(Enum):
    """done: nothing more to do; gone: the person cannot be reached; refused: it can never be sent; later: again."""

    DONE = "done"
    GONE = "gone"
    REFUSED = "refused"
    LATER = "later"


def seconds(value: float | timedelta) -> float:
    """python-telegram-bot gives `retry_after` as int or timedelta, depending on its version and settings."""
    return value.total_seconds() if isinstance(value, timedelta) else float(value)


def outcome(error: TelegramError) -> Outcome:
    """What to do with a message that Telegram answered with `error`."""
    match error:
        case Forbidden():
            return Outcome.GONE
        case BadRequest() if "message is not modified" in error.message.lower():
            return Outcome.DONE
        case BadRequest() if "chat not found" in error.message.lower():
            return Outcome.GONE
        case BadRequest() | ChatMigrated():
            return Outcome.REFUSED
        case InvalidToken():
            return Outcome.LATER
        case _:
            return Outcome.LATER


def delay_s(error: TelegramError, attempts: int) -> float:
    """How long to wait before the next attempt: what Telegram asks for, else twice as long each time."""
    if isinstance(error, RetryAfter):
        return seconds(error.retry_after) + 0.1
    return min(_MAX_BACKOFF_S, 0.5 * 2.0 ** min(attempts, 10))
