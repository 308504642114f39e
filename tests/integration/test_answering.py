"""From the phone to the answer and back, through the real library, store and stand-in."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from telegram.error import InvalidToken

from bot.bootstrap import run_bot
from bot.content.catalogue import Catalogue
from bot.content.model import TopicId
from bot.locale.texts import Texts
from bot.settings import Secret, Settings
from bot.web.webhook import MAX_BODY_BYTES, PATH
from tests.bot_in_process import running_bot, settings_for
from tests.nlu_server import NluServer, running_nlu
from tests.standin_client import Person, Standin

WORDS = {"sleep": "reception/sleep-tonight", "slapen": "reception/sleep-tonight", "lawyer": "procedure/lawyer"}
SLEEP = TopicId("reception/sleep-tonight")


@pytest_asyncio.fixture
async def nlu() -> AsyncIterator[NluServer]:
    async with running_nlu(WORDS) as server:
        yield server


@pytest.fixture
def settings(tmp_path: Path, nlu: NluServer) -> Settings:
    return settings_for(tmp_path, nlu)


@pytest_asyncio.fixture
async def bot(settings: Settings, standin: Standin) -> AsyncIterator[None]:
    async with running_bot(settings, standin):
        yield


@pytest_asyncio.fixture
async def selam(standin: Standin) -> Person:
    return await standin.person("Selam", "en")


@pytest.mark.usefixtures("bot")
async def test_a_question_gets_the_curated_answer(selam: Person, catalogue: Catalogue, texts: Texts) -> None:
    await selam.says("where can i sleep tonight")
    answer = await selam.next_message()

    assert catalogue.title(SLEEP, "en") in answer.text
    assert texts.say("en", "button-helpful") in answer.labels
    assert "Nederlands" in " ".join(answer.labels)


@pytest.mark.usefixtures("bot")
async def test_the_same_answer_is_shown_in_dutch(selam: Person, catalogue: Catalogue) -> None:
    await selam.says("where can i sleep tonight")
    answer = await selam.next_message()
    await selam.taps(answer, next(label for label in answer.labels if "Nederlands" in label))

    assert catalogue.title(SLEEP, "nl") in (await selam.next_message()).text


@pytest.mark.usefixtures("bot")
async def test_the_menu_changes_in_place_and_reaches_a_topic(selam: Person, catalogue: Catalogue, texts: Texts) -> None:
    await selam.says("/menu")
    menu = await selam.next_message()
    await selam.taps(menu, texts.say("en", "area-hub"))
    area = await selam.next_edit()
    assert area.id == menu.id
    await selam.taps(area, catalogue.title(TopicId("hub/food"), "en"))

    assert catalogue.title(TopicId("hub/food"), "en") in (await selam.next_message()).text


@pytest.mark.usefixtures("bot")
async def test_a_place_comes_as_a_pin_or_as_a_link_to_a_map(selam: Person, texts: Texts) -> None:
    await selam.says("where can i sleep tonight")
    answer = await selam.next_message()
    place = next((label for label in answer.labels if label.startswith("📍")), None)
    if place is None:
        await selam.says("lawyer")
        answer = await selam.next_message()
        place = next(label for label in answer.labels if label.startswith("📍"))
    await selam.taps(answer, place)
    shown = await selam.next_message()

    assert "venue" in shown.payload or shown.labels == [texts.say("en", "place-map-link")]


@pytest.mark.usefixtures("bot")
async def test_commands_have_descriptions_in_every_language_we_speak(standin: Standin, texts: Texts) -> None:
    person = await standin.person("Selam", "fr")

    async with asyncio.timeout(5):
        while (await person.commands("fr"))[:1] != [
            {"command": "start", "description": texts.say("fr", "command-start")}
        ]:
            await asyncio.sleep(0.05)


@pytest.mark.usefixtures("bot")
async def test_forgetting_leaves_nothing_in_the_database(
    selam: Person, settings: Settings, texts: Texts, tmp_path: Path
) -> None:
    await selam.says("where can i sleep tonight")
    await selam.next_message()
    await selam.says("/forget")
    await selam.taps(await selam.next_message(), texts.say("en", "button-forget-yes"))
    assert (await selam.next_message()).text == texts.say("en", "forgotten")

    from bot.store.engine import make_engine

    engine = make_engine(settings.database_url)
    async with engine.connect() as connection:
        for table in ("conversations", "requests", "inbox"):
            rows = (await connection.exec_driver_sql(f"SELECT count(*) FROM {table}")).scalar()
            assert rows == 0, table
    await engine.dispose()


@pytest.mark.usefixtures("bot")
async def test_nothing_of_a_person_stands_readable_in_the_files(selam: Person, tmp_path: Path) -> None:
    await selam.says("where can i sleep tonight, my secret is MARKER-8172")
    await selam.next_message()

    for file in tmp_path.iterdir():
        stored = file.read_bytes()
        for secret in (b"MARKER-8172", b"Selam", str(selam.id).encode()):
            assert secret not in stored, (file.name, secret)


@pytest.mark.usefixtures("bot")
async def test_who_blocks_the_bot_is_left_alone_and_answered_again_later(
    standin: Standin, selam: Person, texts: Texts
) -> None:
    await selam.says("/menu")
    menu = await selam.next_message()
    await selam.blocks()
    await selam.unblocks()
    await selam.taps(menu, texts.say("en", "area-hub"))

    await selam.next_edit()


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("kind", ["429", "500", "timeout"])
async def test_a_failure_of_telegram_is_tried_again(standin: Standin, selam: Person, texts: Texts, kind: str) -> None:
    await standin.fault("sendMessage", kind, 1)
    await selam.says("/menu")

    assert (await selam.next_message(timeout_s=20)).text == texts.say("en", "menu-title")


@pytest.mark.usefixtures("bot")
async def test_a_message_that_telegram_refuses_does_not_hold_up_the_next(
    standin: Standin, selam: Person, texts: Texts
) -> None:
    await standin.fault("sendMessage", "error", 1, error_code=400, description="Bad Request: nope")
    await selam.says("/menu")
    await selam.says("/help")

    assert (await selam.next_message()).text.startswith(texts.say("en", "help").split("\n")[0])


@pytest.mark.usefixtures("bot")
async def test_updates_that_telegram_repeats_are_answered_once(standin: Standin, selam: Person, texts: Texts) -> None:
    # Telegram repeats what was not acknowledged: here the answer to the poll that brought it is lost.
    await standin.fault("getUpdates", "drop_response", 1)
    await selam.says("/menu")
    await selam.next_message(timeout_s=20)
    await selam.says("/help")
    await selam.next_message()

    assert len(await standin.calls("sendMessage")) == 2


@pytest.mark.usefixtures("bot")
async def test_unknown_kinds_of_updates_are_left_alone_and_the_next_is_answered(
    standin: Standin, selam: Person, texts: Texts
) -> None:
    await standin.inject({"brand_new_kind": {"a": 1}})
    await standin.inject({"message": {"nonsense": True}})
    await selam.says("/menu")

    assert (await selam.next_message(timeout_s=15)).text == texts.say("en", "menu-title")


@pytest.mark.usefixtures("bot")
async def test_messages_of_one_chat_are_answered_in_order(selam: Person, texts: Texts) -> None:
    commands = ["menu", "help", "privacy", "human", "language"] * 3
    for command in commands:
        await selam.says(f"/{command}")
    answers = [(await selam.next_message()).text.split("\n")[0] for _ in commands]

    firsts = {"menu": "menu-title", "help": "help", "privacy": "privacy", "human": "human-offer"}
    for command, answer in zip(commands, answers, strict=True):
        message = firsts.get(command, "language-ask")
        assert answer == texts.say("en", message, emergency="112", days=30).split("\n")[0]


@pytest.mark.usefixtures("bot")
async def test_a_service_that_is_away_is_told_and_the_menu_works(selam: Person, nlu: NluServer, texts: Texts) -> None:
    nlu.status, nlu.body = 503, "no"
    await selam.says("where can i sleep tonight")
    assert (await selam.next_message()).text == texts.say("en", "nlu-away")
    await selam.says("/menu")
    assert (await selam.next_message()).text == texts.say("en", "menu-title")

    nlu.status, nlu.body = 200, None
    await asyncio.sleep(0)
    await selam.says("where can i sleep tonight")
    assert texts.say("en", "nlu-away") != (await selam.next_message()).text


@pytest.mark.usefixtures("bot")
async def test_danger_is_answered_while_the_service_is_away(selam: Person, nlu: NluServer) -> None:
    nlu.status, nlu.body = 200, "this is no json"
    await selam.says("please help he is not breathing")

    assert "112" in (await selam.next_message()).text


@pytest.mark.usefixtures("bot")
async def test_health_pages_tell_the_state(settings: Settings, selam: Person) -> None:
    await selam.says("/menu")
    await selam.next_message()
    url = f"http://127.0.0.1:{settings.listen_port}"
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{url}/healthz") as alive:
            assert alive.status == 200
        async with session.get(f"{url}/readyz") as ready:
            assert await ready.json() == {"database": True, "nlu": True}
        async with asyncio.timeout(5):
            text = ""
            while "startpunt_messages_sent_total 1.0" not in text:
                async with session.get(f"{url}/metrics") as metrics:
                    text = await metrics.text()
    assert str(selam.id) not in text


async def test_a_webhook_brings_updates_and_refuses_strangers(
    settings: Settings, standin: Standin, texts: Texts
) -> None:
    url = f"http://127.0.0.1:{settings.listen_port}"
    settings = dataclasses.replace(settings, public_url=url, webhook_secret=Secret("right"))
    async with running_bot(settings, standin), aiohttp.ClientSession() as session:
        person = await standin.person("Selam", "en")
        await person.says("/menu")
        assert (await person.next_message()).text == texts.say("en", "menu-title")

        update = {"update_id": 1}
        header = {"X-Telegram-Bot-Api-Secret-Token": "right"}
        for headers, body, expected in (
            ({}, update, 403),
            ({"X-Telegram-Bot-Api-Secret-Token": "wrong"}, update, 403),
            (header, [1], 400),
            (header, {"update_id": "1"}, 400),
            (header, {"update_id": 1, "text": "x" * MAX_BODY_BYTES}, 413),
            (header, update, 200),
        ):
            async with session.post(url + PATH, json=body, headers=headers) as response:
                assert response.status == expected


async def test_a_token_that_telegram_does_not_know_ends_the_bot(settings: Settings, standin: Standin) -> None:
    with pytest.raises(InvalidToken):
        await run_bot(settings, Secret("1:wrong"), standin.url, lambda: None)
