"""What is kept, in which order, and what races and repetitions do to it; on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.content.model import TopicId
from bot.conversation.effects import CountFeedback, RequestHuman
from bot.conversation.state import Conversation
from bot.handoff.model import EventKind, VolunteerId
from bot.handoff.queue import in_order
from bot.privacy.cipher import ChatKey
from bot.store import conversations, feedback, inbox, outbox, requests
from bot.store.outbox import Outgoing
from bot.store.tables import feedback_counts, metadata
from bot.store.upgrade import downgrade, upgrade
from bot.store.writer import Writer

ANN, BEN = ChatKey("a" * 32), ChatKey("b" * 32)


def received(number: int, chat: ChatKey = ANN) -> inbox.Received:
    return inbox.Received(number, chat, b"sealed")


def outgoing(chat: ChatKey = ANN, priority: int = 1, payload: bytes = b"sealed") -> Outgoing:
    return Outgoing(chat, chat, priority, payload)


async def test_migrations_run_up_down_and_up_again_and_make_the_tables(empty_engine: AsyncEngine) -> None:
    await upgrade(empty_engine)
    await downgrade(empty_engine, "base")
    await upgrade(empty_engine)

    async with empty_engine.begin() as connection:
        differences = await connection.run_sync(
            lambda sync: compare_metadata(MigrationContext.configure(sync), metadata)
        )
    assert differences == []


async def test_an_update_received_twice_is_one_update(writer: Writer) -> None:
    first = await writer.write(lambda c: inbox.add(c, [received(1), received(2), received(1)], 0))
    again = await writer.write(lambda c: inbox.add(c, [received(2), received(3)], 0))

    assert (first, again) == (2, 1)


async def test_an_update_that_is_done_is_not_taken_again_when_it_is_repeated(writer: Writer) -> None:
    await writer.write(lambda c: inbox.add(c, [received(1)], 0))
    await writer.write(lambda c: inbox.finish(c, 1))

    await writer.write(lambda c: inbox.add(c, [received(1)], 0))

    assert await writer.write(lambda c: inbox.claim(c, 9, 10)) == []


async def test_one_update_of_a_chat_at_a_time_and_chats_side_by_side(writer: Writer) -> None:
    await writer.write(lambda c: inbox.add(c, [received(1), received(2), received(3, BEN)], 0))

    claimed = await writer.write(lambda c: inbox.claim(c, 9, 10))
    assert [each.update_id for each in claimed] == [1, 3]
    assert await writer.write(lambda c: inbox.claim(c, 9, 10)) == []

    assert await writer.write(lambda c: inbox.finish(c, 1))
    assert [each.update_id for each in await writer.write(lambda c: inbox.claim(c, 9, 10))] == [2]


async def test_an_update_is_finished_by_one_worker_only(writer: Writer) -> None:
    await writer.write(lambda c: inbox.add(c, [received(1)], 0))

    assert await writer.write(lambda c: inbox.finish(c, 1)) is True
    assert await writer.write(lambda c: inbox.finish(c, 1)) is False


async def test_a_lease_that_ended_frees_the_update(writer: Writer) -> None:
    await writer.write(lambda c: inbox.add(c, [received(1)], 0))
    await writer.write(lambda c: inbox.claim(c, 9, 10))

    again = await writer.write(lambda c: inbox.claim(c, 9, 11 + inbox.LEASE_S))

    assert [each.update_id for each in again] == [1]


async def test_an_update_set_aside_lets_those_after_it_pass(writer: Writer) -> None:
    await writer.write(lambda c: inbox.add(c, [received(1), received(2)], 0))
    await writer.write(lambda c: inbox.set_aside(c, 1))

    assert [each.update_id for each in await writer.write(lambda c: inbox.claim(c, 9, 10))] == [2]


async def test_an_update_put_back_is_taken_later_and_counts_its_attempts(writer: Writer) -> None:
    await writer.write(lambda c: inbox.add(c, [received(1)], 0))
    await writer.write(lambda c: inbox.claim(c, 9, 10))
    await writer.write(lambda c: inbox.put_back(c, 1, 20))

    assert await writer.write(lambda c: inbox.claim(c, 9, 15)) == []
    assert [each.attempts for each in await writer.write(lambda c: inbox.claim(c, 9, 25))] == [1]


async def test_many_claimers_at_once_share_the_updates_without_overlap(engine: AsyncEngine) -> None:
    updates = [received(number, ChatKey(f"{number:032}")) for number in range(60)]
    async with engine.begin() as connection:
        await inbox.add(connection, updates, 0)

    async def claimer() -> list[int]:
        async with engine.begin() as connection:
            return [each.update_id for each in await inbox.claim(connection, 10, 10)]

    claims = await asyncio.gather(*(claimer() for _ in range(6)))
    taken = [update_id for claim in claims for update_id in claim]

    assert len(taken) == len(set(taken))
    rest: list[int] = []
    while batch := await claimer():
        rest += batch
    assert sorted(taken + rest) == list(range(60))


async def test_old_update_ids_are_forgotten(writer: Writer) -> None:
    await writer.write(lambda c: inbox.add(c, [received(1)], 100))
    await writer.write(lambda c: inbox.add(c, [received(2)], 200))

    assert await writer.write(lambda c: inbox.purge_received(c, 150)) == 1


async def test_messages_of_a_chat_go_out_in_order(writer: Writer) -> None:
    await writer.write(lambda c: outbox.add(c, [outgoing(payload=b"1"), outgoing(payload=b"2")], 0))

    first = await writer.write(lambda c: outbox.claim(c, 9, 10))
    assert [each.payload for each in first] == [b"1"]
    await writer.write(lambda c: outbox.finish(c, first[0].id))
    assert [each.payload for each in await writer.write(lambda c: outbox.claim(c, 9, 10))] == [b"2"]


async def test_urgent_messages_are_taken_first(writer: Writer) -> None:
    await writer.write(lambda c: outbox.add(c, [outgoing(ANN, 1), outgoing(BEN, 0)], 0))

    claimed = await writer.write(lambda c: outbox.claim(c, 1, 10))
    assert [each.chat_key for each in claimed] == [BEN]
    assert await writer.write(lambda c: outbox.claim(c, 9, 10, most_urgent_only=True)) == []


async def test_a_message_put_off_waits_and_holds_back_those_after_it(writer: Writer) -> None:
    await writer.write(lambda c: outbox.add(c, [outgoing(payload=b"1"), outgoing(payload=b"2")], 0))
    [first] = await writer.write(lambda c: outbox.claim(c, 9, 10))
    await writer.write(lambda c: outbox.put_off(c, first.id, 50))

    assert await writer.write(lambda c: outbox.claim(c, 9, 40)) == []
    [again] = await writer.write(lambda c: outbox.claim(c, 9, 60))
    assert (again.payload, again.attempts) == (b"1", 1)


async def test_nothing_waits_for_a_chat_that_is_gone(writer: Writer) -> None:
    await writer.write(lambda c: outbox.add(c, [outgoing(), outgoing(), outgoing(BEN)], 0))
    await writer.write(lambda c: conversations.save(c, ANN, b"id", Conversation(language="nl"), 0))

    await writer.write(lambda c: outbox.drop_chat(c, ANN))
    await writer.write(lambda c: conversations.mark_unreachable(c, ANN, 1))

    assert [each.chat_key for each in await writer.write(lambda c: outbox.claim(c, 9, 10))] == [BEN]
    assert await writer.write(lambda c: conversations.load(c, [ANN])) == {
        ANN: Conversation(language="nl", reachable=False)
    }


async def test_leases_of_a_dead_process_are_freed(writer: Writer) -> None:
    await writer.write(lambda c: inbox.add(c, [received(1)], 0))
    await writer.write(lambda c: outbox.add(c, [outgoing()], 0))
    await writer.write(lambda c: inbox.claim(c, 9, 10))
    await writer.write(lambda c: outbox.claim(c, 9, 10))

    await writer.write(inbox.release_all)
    await writer.write(outbox.release_all)

    assert len(await writer.write(lambda c: inbox.claim(c, 9, 10))) == 1
    assert len(await writer.write(lambda c: outbox.claim(c, 9, 10))) == 1


async def test_a_conversation_is_found_again_as_it_was(writer: Writer) -> None:
    state = Conversation(language="ar", recent=(TopicId("life/work"),), misses=1, pending=TopicId("hub/food"))
    await writer.write(lambda c: conversations.save(c, ANN, b"id", Conversation(), 0))
    await writer.write(lambda c: conversations.save(c, ANN, b"id", state, 1))

    assert await writer.write(lambda c: conversations.load(c, [ANN, BEN])) == {ANN: state}


async def test_a_chat_has_one_open_request(writer: Writer) -> None:
    request = RequestHuman(TopicId("life/work"), "nl", urgent=False)
    await asyncio.gather(
        *(writer.write(lambda c: requests.open_request(c, ANN, request, 0)) for _ in range(5)),
        writer.write(lambda c: requests.open_request(c, BEN, RequestHuman(None, "ar", True), 1)),
    )

    waiting = in_order(await writer.write(requests.all_open))
    assert [(each.language, each.urgent) for each in waiting] == [("ar", True), ("nl", False)]


async def test_a_withdrawn_request_makes_room_for_a_new_one(writer: Writer) -> None:
    request = RequestHuman(None, "nl", urgent=False)
    made = await writer.write(lambda c: requests.open_request(c, ANN, request, 0))
    assert made is not None
    assert await writer.write(lambda c: requests.withdraw(c, made, 1))
    assert await writer.write(requests.all_open) == []

    await writer.write(lambda c: requests.open_request(c, ANN, request, 2))
    assert len(await writer.write(requests.all_open)) == 1


async def test_a_request_has_one_owner_however_many_claim_it_at_once(writer: Writer) -> None:
    made = await writer.write(lambda c: requests.open_request(c, ANN, RequestHuman(None, "nl", False), 0))
    assert made is not None
    claims = [
        writer.write(lambda c, number=number: requests.claim(c, made, VolunteerId(number), 1))
        for number in range(1, 21)
    ]

    assert sum(await asyncio.gather(*claims)) == 1
    owner = (await writer.write(requests.all_open))[0].owner
    assert not await writer.write(lambda c: requests.end(c, made, VolunteerId(99), 2, EventKind.ENDED))
    assert await writer.write(lambda c: requests.end(c, made, VolunteerId(owner or 0), 2, EventKind.ENDED))


async def test_erasing_leaves_nothing_of_a_chat(writer: Writer, engine: AsyncEngine) -> None:
    await writer.write(lambda c: conversations.save(c, ANN, b"id", Conversation(), 0))
    await writer.write(lambda c: requests.open_request(c, ANN, RequestHuman(None, "nl", False), 0))

    await writer.write(lambda c: conversations.erase(c, ANN))

    async with engine.connect() as connection:
        for table in ("conversations", "requests"):
            assert (await connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar() == 0


async def test_erasing_takes_along_what_was_set_aside(writer: Writer) -> None:
    await writer.write(lambda c: inbox.add(c, [received(1), received(2, BEN)], 100))
    for number in (1, 2):
        await writer.write(lambda c, number=number: inbox.set_aside(c, number))

    await writer.write(lambda c: conversations.erase(c, ANN))

    assert await writer.write(lambda c: inbox.purge_failed(c, 100)) == 0
    assert await writer.write(lambda c: inbox.purge_failed(c, 101)) == 1


async def test_thumbs_add_up(writer: Writer, engine: AsyncEngine) -> None:
    for helpful in (True, True, False):
        await writer.write(
            lambda c, helpful=helpful: feedback.count(
                c, CountFeedback(TopicId("hub/food"), "fr", helpful), "2026-11-23"
            )
        )

    async with engine.connect() as connection:
        row = (await connection.execute(select(feedback_counts.c.helpful, feedback_counts.c.not_helpful))).one()
    assert tuple(row) == (2, 1)


async def test_a_write_that_fails_fails_alone(writer: Writer) -> None:
    async def breaks(connection: AsyncConnection) -> None:
        await inbox.add(connection, [received(99)], 0)
        raise ValueError("broken")

    results: list[Any] = await asyncio.gather(
        writer.write(lambda c: inbox.add(c, [received(1)], 0)),
        writer.write(breaks),
        writer.write(lambda c: inbox.add(c, [received(2, BEN)], 0)),
        return_exceptions=True,
    )

    assert results[0] == 1
    assert isinstance(results[1], ValueError)
    assert results[2] == 1
    assert [each.update_id for each in await writer.write(lambda c: inbox.claim(c, 9, 10))] == [1, 2]


async def test_fifty_writers_at_once_lose_nothing(writer: Writer) -> None:
    added = await asyncio.gather(
        *(writer.write(lambda c, n=n: inbox.add(c, [received(n, ChatKey(f"{n:032}"))], 0)) for n in range(50))
    )

    assert sum(added) == 50


@pytest.mark.parametrize("pragma", ["journal_mode", "secure_delete"])
async def test_sqlite_is_opened_safely(tmp_path: Any, pragma: str) -> None:
    from bot.store.engine import make_engine

    engine = make_engine(f"sqlite+aiosqlite:///{tmp_path / 'new' / 'a.db'}")
    async with engine.connect() as connection:
        value = (await connection.exec_driver_sql(f"PRAGMA {pragma}")).scalar()
    await engine.dispose()

    assert value in {"wal", 1}
