"""What an error of Telegram means for the message that caused it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.telegram.errors import Outcome, delay_s, outcome, seconds


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Forbidden("bot was blocked by the user"), Outcome.GONE),
        (BadRequest("Chat not found"), Outcome.GONE),
        (BadRequest("Message is not modified: ..."), Outcome.DONE),
        (BadRequest("can't parse entities"), Outcome.REFUSED),
        (ChatMigrated(1), Outcome.REFUSED),
        (RetryAfter(timedelta(seconds=3)), Outcome.LATER),
        (TimedOut(), Outcome.LATER),
        (NetworkError("reset"), Outcome.LATER),
        (TelegramError("Internal Server Error"), Outcome.LATER),
    ],
)
def test_outcome(error: TelegramError, expected: Outcome) -> None:
    assert outcome(error) is expected


def test_telegram_says_how_long_to_wait() -> None:
    assert delay_s(RetryAfter(timedelta(seconds=3)), 0) == pytest.approx(3.1)


def test_the_wait_grows_and_has_an_end() -> None:
    waits = [delay_s(TimedOut(), attempt) for attempt in range(20)]

    assert waits[:3] == [0.5, 1.0, 2.0]
    assert max(waits) == 60.0


@pytest.mark.parametrize("value", [2, 2.0, timedelta(seconds=2)])
def test_both_kinds_of_durations_are_read(value: float | timedelta) -> None:
    assert seconds(value) == 2.0
