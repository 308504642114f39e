"""Limits and asked-for faults, as python-telegram-bot meets them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.standin.clock import Clock
from bot.standin.parts import Options
from tests.standin_client import Person, Standin, running_standin


@pytest.fixture
def _durations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    """With Telegram's limits, on a clock that stands still."""
    async with running_standin(Options(), Clock(lambda: 1_800_000_000.0)) as standin:
        yield standin


@pytest.mark.usefixtures("_durations")
async def test_burst_in_a_chat_is_told_to_wait(bot: Bot, standin: Standin, person: Person) -> None:
    for _ in range(3):
        await bot.send_message(person.id, "x")

    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(person.id, "x")
    await standin.advance(1)
    await bot.send_message(person.id, "x")

    assert refused.value.retry_after == timedelta(seconds=1)


@pytest.mark.usefixtures("_durations")
async def test_topics_share_the_limit_of_their_group(bot: Bot, standin: Standin) -> None:
    topics = []
    for n in range(2):
        topics.append(await bot.create_forum_topic(standin.group_id, f"topic {n}"))
        await standin.advance(1)
    for n in range(18):
        await bot.send_message(standin.group_id, "x", message_thread_id=topics[n % 2].message_thread_id)
        await standin.advance(1)

    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(standin.group_id, "x", message_thread_id=topics[0].message_thread_id)

    assert refused.value.retry_after == timedelta(seconds=40)


@pytest.mark.usefixtures("_durations")
async def test_edits_count_like_messages(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(person.id, "0")
    for text in "12":
        await bot.edit_message_text(text, person.id, sent.message_id)

    with pytest.raises(RetryAfter):
        await bot.edit_message_text("3", person.id, sent.message_id)


async def test_refused_call_does_not_count(bot: Bot, person: Person) -> None:
    for _ in range(5):
        with pytest.raises(BadRequest):
            await bot.send_message(person.id, "<x>", parse_mode="HTML")

    await bot.send_message(person.id, "x")


async def test_limits_can_be_switched_off(bot: Bot, standin: Standin, person: Person) -> None:
    await standin.set_limits("off")

    for _ in range(40):
        await bot.send_message(person.id, "x")

    assert len(await person.messages()) == 40


@pytest.mark.usefixtures("_durations")
async def test_asked_for_429(bot: Bot, standin: Standin, person: Person) -> None:
    await standin.fault("sendMessage", "429", retry_after=7)

    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(person.id, "x")
    await bot.send_message(person.id, "x")

    assert refused.value.retry_after == timedelta(seconds=7)


FAULTS = {
    "500": ({"kind": "500"}, NetworkError, 0),
    "error": ({"kind": "error", "status": 400, "description": "Bad Request: chat not found"}, BadRequest, 0),
    "time-out": ({"kind": "timeout", "delay_s": 5}, TimedOut, 0),
    "hang up without effect": ({"kind": "timeout", "delay_s": 0}, NetworkError, 0),
    "hang up after the effect": ({"kind": "drop_response"}, NetworkError, 1),
    "garbage": ({"kind": "garbage"}, TelegramError, 0),
}


@pytest.mark.parametrize("fault, error, sent", FAULTS.values(), ids=FAULTS)
async def test_asked_for_fault(
    bot: Bot, standin: Standin, person: Person, fault: dict[str, object], error: type[TelegramError], sent: int
) -> None:
    await standin.post("faults", {"method": "sendMessage", "count": 1, **fault})

    with pytest.raises(error):
        await bot.send_message(person.id, "x", read_timeout=0.2)

    assert len(await person.messages()) == sent
    assert await standin.get("faults") == []


async def test_fault_of_one_chat_spares_the_others(bot: Bot, standin: Standin, person: Person) -> None:
    other = await standin.person("Sara", started=True)
    await standin.fault("sendMessage", "500", chat_id=person.id)

    await bot.send_message(other.id, "x")
    with pytest.raises(NetworkError):
        await bot.send_message(person.id, "x")


async def test_faults_can_be_taken_back(bot: Bot, standin: Standin, person: Person) -> None:
    await standin.fault("*", "500", count=99)

    await standin.clear_faults()

    await bot.send_message(person.id, "x")


async def test_calls_are_noted_with_their_outcome(bot: Bot, standin: Standin, person: Person) -> None:
    await bot.send_message(person.id, "x")
    with pytest.raises(BadRequest):
        await bot.send_message(person.id, "")

    calls = await standin.calls("sendMessage")

    assert [(call["chat_id"], call["status"]) for call in calls] == [(person.id, 200), (person.id, 400)]
    assert await standin.calls("sendMessage", status=200) == calls[:1]
    assert await standin.calls(after=calls[0]["number"]) == calls[1:]
    counters = await standin.get("counters")
    assert counters["calls"]["sendMessage 200"] == 1
    assert counters["messages"] == 1
