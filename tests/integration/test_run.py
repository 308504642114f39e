"""`startpunt run` as an operator starts it: the real nlu service, the stand-in, killed and ended."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import psutil
import pytest
import pytest_asyncio

from bot.content.catalogue import Catalogue
from bot.content.model import TopicId
from bot.language.registry import Registry
from bot.locale.texts import Texts
from bot.settings import PROJECT
from tests.bot_in_process import free_port
from tests.standin_client import Standin

pytestmark = [pytest.mark.rasa, pytest.mark.slow]

START_S = 120.0
MARKER = "zebra-8172"
SLEEP = TopicId("reception/sleep-tonight")
FIRST_QUESTIONS = [
    ("en", "where can i sleep tonight"),
    ("nl", "waar kan ik vannagt slape"),
    ("fr", "g pa dendroi pr dormir se soir"),
    ("ar", "win fini nam hal leile ma 3andi ma7al"),
    ("ar", "وين فيني نام الليلة"),
]


class Installation:
    """A running `startpunt run`."""

    def __init__(self, process: asyncio.subprocess.Process, standin: Standin, errors: Path, health: str) -> None:
        self.process = process
        self.standin = standin
        self.errors = errors
        self.health = health

    def children(self, module: str) -> list[psutil.Process]:
        """Its processes that run a module."""
        return [each for each in psutil.Process(self.process.pid).children(True) if module in each.cmdline()]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Installation]:
    folder = tmp_path_factory.mktemp("run")
    ports = {name: free_port() for name in ("LISTEN_PORT", "NLU_PORT", "STANDIN_PORT")}
    errors = folder / "errors.log"
    environment = {**os.environ, **{name: str(port) for name, port in ports.items()}, "DATA_DIR": str(folder)}
    environment["LOG_LEVEL"] = "DEBUG"
    environment.pop("TELEGRAM_BOT_TOKEN", None)
    with errors.open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=PROJECT, env=environment, stdout=log, stderr=log
        )
    try:
        async with asyncio.timeout(START_S):
            while "Ready. Open" not in errors.read_text():
                assert process.returncode is None, errors.read_text()
                await asyncio.sleep(0.1)
        url = f"http://127.0.0.1:{ports['STANDIN_PORT']}"
        async with Standin(url) as standin:
            await standin.set_limits("off")
            yield Installation(process, standin, errors, f"http://127.0.0.1:{ports['LISTEN_PORT']}")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("tag", "question"), FIRST_QUESTIONS)
async def test_a_first_question_is_answered_in_its_own_language(
    running: Installation, catalogue: Catalogue, tag: str, question: str
) -> None:
    person = await running.standin.person("Selam")
    await person.says(f"{question}")

    assert catalogue.title(SLEEP, tag) in (await person.next_message(20)).text


@pytest.mark.asyncio(loop_scope="module")
async def test_no_word_of_a_person_is_in_any_log(running: Installation) -> None:
    person = await running.standin.person("Selam", "en")
    await person.says(f"where can i sleep tonight {MARKER}")
    await person.next_message(20)

    logged = running.errors.read_text()
    assert MARKER not in logged
    assert "Selam" not in logged
    assert str(person.id) not in logged


@pytest.mark.asyncio(loop_scope="module")
async def test_a_killed_nlu_service_is_told_and_comes_back_by_itself(
    running: Installation, texts: Texts, catalogue: Catalogue
) -> None:
    person = await running.standin.person("Selam", "fr")
    [nlu] = running.children("nlu.serve")
    nlu.kill()
    await person.says("où dormir ce soir ?")
    assert (await person.next_message(20)).text == texts.say("fr", "nlu-away")
    await person.says("/menu")
    assert (await person.next_message()).text == texts.say("fr", "menu-title")

    async with asyncio.timeout(START_S):
        while True:
            await person.says("où dormir ce soir ?")
            if catalogue.title(SLEEP, "fr") in (await person.next_message(20)).text:
                break
            await asyncio.sleep(1)
    assert running.children("nlu.serve") != [nlu]


@pytest.mark.asyncio(loop_scope="module")
async def test_the_nlu_service_listens_on_loopback_alone_and_asks_for_its_token(running: Installation) -> None:
    [nlu] = running.children("nlu.serve")
    addresses = {each.laddr for each in nlu.net_connections("inet") if each.status == psutil.CONN_LISTEN}
    assert {address.ip for address in addresses} == {"127.0.0.1"}
    [address] = addresses
    async with aiohttp.ClientSession() as session:
        url = f"http://127.0.0.1:{address.port}/model/parse"
        async with session.post(url, json={"text": "hello"}) as response:
            assert response.status == 401


@pytest.mark.asyncio(loop_scope="module")
async def test_log_lines_of_the_bot_are_json(running: Installation, registry: Registry) -> None:
    lines = [line for line in running.errors.read_text().splitlines() if line.startswith("{")]

    assert {"time", "level", "logger", "event"} <= json.loads(lines[-1]).keys()
    async with aiohttp.ClientSession() as session, session.get(f"{running.health}/readyz") as ready:
        assert ready.status == 200


@pytest.mark.asyncio(loop_scope="module")
async def test_ctrl_c_ends_everything(running: Installation) -> None:
    children = psutil.Process(running.process.pid).children(True)
    assert len(children) >= 2

    running.process.send_signal(signal.SIGINT)
    async with asyncio.timeout(30):
        await running.process.wait()

    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == []
    assert "Traceback" not in running.errors.read_text()
