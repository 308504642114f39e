"""The bot keeps Telegram's pace by itself."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.telegram.limits import Bucket, Pace


def test_a_short_burst_passes_and_then_one_a_second() -> None:
    bucket = Bucket(per_s=1, burst=3, now=0)

    waits = [bucket.take(now=0) for _ in range(5)]

    assert waits == [0, 0, 0, 1, 2]


def test_a_bucket_fills_again() -> None:
    bucket = Bucket(per_s=1, burst=3, now=0)
    for _ in range(3):
        bucket.take(now=0)

    assert not bucket.is_full(now=1)
    assert bucket.is_full(now=3)
    assert bucket.take(now=3) == 0


async def test_turns_keep_the_overall_pace() -> None:
    pace = Pace(per_s=200, per_chat_s=1, per_group_s=0.2, clock=time.monotonic)
    began = time.monotonic()

    await asyncio.gather(*(pace.turn(1) for _ in range(60)))

    assert time.monotonic() - began >= 59 / 200


async def test_an_urgent_message_passes_those_that_wait() -> None:
    pace = Pace(per_s=50, per_chat_s=1, per_group_s=0.2, clock=time.monotonic)
    order: list[str] = []

    async def wait(name: str, priority: int) -> None:
        await pace.turn(priority)
        order.append(name)

    normal = [asyncio.create_task(wait("normal", 1)) for _ in range(20)]
    await asyncio.sleep(0)
    urgent = asyncio.create_task(wait("urgent", 0))
    await asyncio.gather(*normal, urgent)

    assert order.index("urgent") < len(order) / 2


async def test_chats_that_are_at_rest_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.limits._FORGET_CHATS_ABOVE", 10)
    now = 0.0
    pace = Pace(per_s=30, per_chat_s=1, per_group_s=0.2, clock=lambda: now)
    for chat in range(12):
        await pace.chat(str(chat))
    now = 100.0

    await pace.chat("another")

    assert len(pace._chats) == 1
