"""The queue of updates, its ids, and long polling."""

from __future__ import annotations

import asyncio

import pytest

from bot.standin.clock import Clock
from bot.standin.errors import ApiError
from bot.standin.updates import UpdateQueue


@pytest.fixture
def clock() -> Clock:
    return Clock(lambda: 1_800_000_000.0)


@pytest.fixture
def queue(clock: Clock) -> UpdateQueue:
    return UpdateQueue(clock)


def fill(queue: UpdateQueue, count: int) -> list[int]:
    """Queue some messages; their update ids."""
    ids = [queue.add("message", {"text": str(n)}) for n in range(count)]
    return [update_id for update_id in ids if update_id is not None]


async def test_updates_stay_until_they_are_confirmed(queue: UpdateQueue) -> None:
    ids = fill(queue, 3)

    first = await queue.poll(0, 100, 0.0)
    again = await queue.poll(0, 100, 0.0)
    rest = await queue.poll(ids[1], 100, 0.0)

    assert [update["update_id"] for update in first] == ids
    assert again == first
    assert [update["update_id"] for update in rest] == ids[1:]


async def test_negative_offset_keeps_that_many(queue: UpdateQueue) -> None:
    ids = fill(queue, 5)

    assert [update["update_id"] for update in await queue.poll(-2, 100, 0.0)] == ids[3:]


async def test_limit_counts_from_the_oldest(queue: UpdateQueue) -> None:
    ids = fill(queue, 5)

    assert [update["update_id"] for update in await queue.poll(0, 2, 0.0)] == ids[:2]


async def test_poll_returns_as_soon_as_an_update_arrives(queue: UpdateQueue) -> None:
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        polling = group.create_task(queue.poll(0, 100, 50.0))
        await asyncio.sleep(0)
        ids = fill(queue, 1)

    assert [update["update_id"] for update in polling.result()] == ids


async def test_poll_returns_nothing_in_the_end(queue: UpdateQueue) -> None:
    assert await queue.poll(0, 100, 0.01) == []


async def test_second_poll_ends_the_first_with_conflict(queue: UpdateQueue) -> None:
    first = asyncio.ensure_future(queue.poll(0, 100, 50.0))
    await asyncio.sleep(0)

    assert await queue.poll(0, 100, 0.0) == []

    with pytest.raises(ApiError, match="terminated by other getUpdates request") as refused:
        await first
    assert refused.value.status == 409


def test_ids_of_a_later_run_are_higher(queue: UpdateQueue, clock: Clock) -> None:
    earlier = fill(queue, 1_000)

    clock.advance(0.5)

    assert fill(UpdateQueue(clock), 1)[0] > earlier[-1]


def test_reactions_come_only_when_asked_for(queue: UpdateQueue) -> None:
    assert queue.add("message_reaction", {}) is None

    queue.allowed = ["message_reaction"]

    assert queue.add("message_reaction", {}) is not None
    assert queue.add("message", {}) is None


def test_injected_update_keeps_its_own_id(queue: UpdateQueue) -> None:
    assert queue.inject({"update_id": 5, "message": {}}) == 5
    assert queue.inject({"message": {}}) > 5


def test_dropped_updates_are_gone(queue: UpdateQueue) -> None:
    fill(queue, 3)

    queue.drop()

    assert not queue.pending
