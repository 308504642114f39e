"""Updates by polling and by webhook, through python-telegram-bot."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, Conflict

from tests.standin_client import Person, Standin

WAIT_S = 5.0
SECRET = "a-secret_token"


@dataclass(slots=True)
class Receiver:
    """A webhook that notes what comes, and answers as told: a status, or None to fall silent for a while."""

    url: str = ""
    answers: list[int] = field(default_factory=list)
    seen: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    busiest: int = 0
    busy: int = 0
    delay_s: float = 0.0

    async def receive(self, request: web.Request) -> web.Response:
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.seen.append(await request.json())
        await asyncio.sleep(self.delay_s)
        self.busy -= 1
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    @property
    def ids(self) -> list[int]:
        return [update["update_id"] for update in self.seen]


@asynccontextmanager
async def running_receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield receiver
    finally:
        await runner.cleanup()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with running_receiver() as receiver:
        yield receiver


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until something becomes true."""
    async with asyncio.timeout(WAIT_S):
        while not is_so():
            await asyncio.sleep(0.005)


async def test_poll_brings_what_the_person_said(bot: Bot, person: Person) -> None:
    polling = asyncio.ensure_future(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)

    said = await person.says("ሰላም /help")
    (update,) = await polling

    assert update.message is not None
    assert (update.message.message_id, update.message.text) == (said.id, "ሰላም /help")
    assert update.message.from_user is not None
    assert update.message.from_user.language_code == "ti"
    assert list(update.message.parse_entities(["bot_command"]).values()) == ["/help"]


async def test_confirmed_updates_do_not_come_again(bot: Bot, person: Person) -> None:
    await person.says("one")
    await person.says("two")
    one, two = await bot.get_updates(timeout=0)

    assert await bot.get_updates(offset=one.update_id + 1, timeout=0) == (two,)
    assert await bot.get_updates(offset=two.update_id + 1, timeout=0) == ()


async def test_two_polls_at_once_are_a_conflict(bot: Bot, standin: Standin) -> None:
    first = asyncio.ensure_future(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)

    async with Bot(standin.token, base_url=standin.base_url) as other:
        await other.get_updates(timeout=0)

    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_bot_chooses_its_kinds_of_updates(bot: Bot, person: Person) -> None:
    await bot.get_updates(timeout=0, allowed_updates=["message_reaction"])
    said = await person.says("hello")

    await person.reacts(said, "\N{THUMBS UP SIGN}")

    (update,) = await bot.get_updates(timeout=0)
    assert update.message_reaction is not None
    assert update.message_reaction.message_id == said.id


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot, receiver: Receiver) -> None:
    await bot.set_webhook(receiver.url)

    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates(timeout=0)

    await bot.delete_webhook()
    assert await bot.get_updates(timeout=0) == ()


async def test_setting_a_webhook_ends_a_poll(bot: Bot, receiver: Receiver) -> None:
    polling = asyncio.ensure_future(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)

    await bot.set_webhook(receiver.url)

    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await polling


async def test_webhook_gets_updates_with_its_secret(bot: Bot, person: Person, receiver: Receiver) -> None:
    await person.says("before")
    await bot.set_webhook(receiver.url, secret_token=SECRET, max_connections=1)

    await person.says("after")
    await until(lambda: len(receiver.seen) == 2)

    assert [update["message"]["text"] for update in receiver.seen] == ["before", "after"]
    assert receiver.secrets == [SECRET, SECRET]
    await until_nothing_is_pending(bot)


async def until_nothing_is_pending(bot: Bot) -> None:
    async with asyncio.timeout(WAIT_S):
        while (await bot.get_webhook_info()).pending_update_count:
            await asyncio.sleep(0.005)


async def test_refused_update_comes_again(bot: Bot, person: Person, receiver: Receiver) -> None:
    receiver.answers = [500, 403]
    await bot.set_webhook(receiver.url)

    await person.says("hello")
    await until(lambda: len(receiver.seen) == 3)
    await until_nothing_is_pending(bot)

    assert len(set(receiver.ids)) == 1
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 403 Forbidden"
    assert info.last_error_date is not None


async def test_webhook_that_is_not_there_yet_gets_everything_later(bot: Bot, person: Person) -> None:
    async with running_receiver() as gone:
        url = gone.url
    await bot.set_webhook(url)
    await person.says("hello")
    async with asyncio.timeout(WAIT_S):
        while not (await bot.get_webhook_info()).last_error_message:
            await asyncio.sleep(0.005)

    async with running_receiver() as receiver:
        await bot.set_webhook(receiver.url)
        await until(lambda: len(receiver.seen) == 1)
        await until_nothing_is_pending(bot)


async def test_updates_travel_side_by_side_up_to_max_connections(bot: Bot, person: Person, receiver: Receiver) -> None:
    receiver.delay_s = 0.05
    for n in range(9):
        await person.says(str(n))

    await bot.set_webhook(receiver.url, max_connections=3)
    await until(lambda: len(receiver.seen) == 9)
    await until_nothing_is_pending(bot)

    assert receiver.busiest == 3
    assert sorted(receiver.ids) == sorted(set(receiver.ids))


async def test_one_connection_keeps_the_order(bot: Bot, person: Person, receiver: Receiver) -> None:
    for n in range(9):
        await person.says(str(n))

    await bot.set_webhook(receiver.url, max_connections=1)
    await until(lambda: len(receiver.seen) == 9)

    assert [update["message"]["text"] for update in receiver.seen] == [str(n) for n in range(9)]


async def test_pending_updates_can_be_dropped(bot: Bot, person: Person, receiver: Receiver) -> None:
    await person.says("before")
    await bot.set_webhook(receiver.url, drop_pending_updates=True)
    await person.says("after")
    await until(lambda: bool(receiver.seen))

    assert [update["message"]["text"] for update in receiver.seen] == ["after"]


async def test_webhook_tells_about_itself(bot: Bot, receiver: Receiver) -> None:
    await bot.set_webhook(receiver.url, max_connections=7, allowed_updates=["message"])

    info = await bot.get_webhook_info()

    assert (info.url, info.max_connections, info.allowed_updates) == (receiver.url, 7, ("message",))
    await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""


@pytest.mark.parametrize(
    "url, secret, refusal",
    [
        ("ftp://x", None, "an https url must be provided"),
        ("https://x", "not allowed!", "secret token contains unallowed characters"),
    ],
    ids=["no web address", "secret"],
)
async def test_faulty_webhook_is_refused(bot: Bot, url: str, secret: str | None, refusal: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){refusal}"):
        await bot.set_webhook(url, secret_token=secret)


async def test_raw_updates_reach_the_bot(bot: Bot, standin: Standin) -> None:
    update_id = await standin.inject({"message": {"unknown": True}, "something_new": {}})
    await standin.inject({"update_id": update_id, "poll": None})

    async with standin.session.get(f"{standin.base_url}{standin.token}/getUpdates") as answer:
        updates = (await answer.json())["result"]
    assert [update["update_id"] for update in updates] == [update_id, update_id]
    assert "something_new" in updates[0]
