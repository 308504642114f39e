"""`startpunt run`: everything that serving needs, started together and ended together."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import signal
import socket

import aiohttp
from rich.console import Console
from telegram.error import InvalidToken

from bot.bootstrap import run_bot
from bot.cli.prepare import prepare_models, prepare_store
from bot.errors import StartpuntError
from bot.processes import keep_running, new_token, nlu_program, standin_program
from bot.settings import Secret, Settings

logger = logging.getLogger(__name__)

STANDIN_TOKEN = Secret("1000000001:stand-in-token-of-the-local-phones")
"""The stand-in's bot token: it opens nothing but the stand-in."""

_NLU_START_S = 120.0
_POLL_S = 0.2


class RunError(StartpuntError):
    """`process.port_taken`, `process.nlu_did_not_start`, `telegram.invalid_token`."""


def prepare_all(settings: Settings) -> None:
    """Database, keys and models."""
    asyncio.run(_prepare(settings))


async def _prepare(settings: Settings) -> None:
    await prepare_store(settings)
    if settings.nlu_url is None:
        await prepare_models(settings)


def run(settings: Settings) -> None:
    """Serve until interrupted. Raises RunError, TrainingError, ProcessError, ContentError."""
    _check_ports(settings)
    with contextlib.suppress(asyncio.CancelledError):
        asyncio.run(_run(settings))


def _check_ports(settings: Settings) -> None:
    ports = {"LISTEN_PORT": settings.listen_port}
    if settings.nlu_url is None:
        ports["NLU_PORT"] = settings.nlu_port
    if settings.telegram_bot_token is None:
        ports["STANDIN_PORT"] = settings.standin_port
    for name, port in ports.items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError as error:
                raise RunError("process.port_taken", port=port, setting=name) from error


async def _run(settings: Settings) -> None:
    _stop_on_signals()
    await _prepare(settings)
    console = Console(stderr=True, soft_wrap=True)
    token, api_url = settings.telegram_bot_token, settings.telegram_api_url
    try:
        async with asyncio.TaskGroup() as group:
            if settings.nlu_url is None:
                settings = dataclasses.replace(settings, nlu_token=settings.nlu_token or new_token())
                assert settings.nlu_token
                group.create_task(keep_running(nlu_program(settings, settings.nlu_port, settings.nlu_token)))
            if token is None:
                token, api_url = STANDIN_TOKEN, f"http://127.0.0.1:{settings.standin_port}"
                group.create_task(keep_running(standin_program(settings, token)))
            received = asyncio.Event()
            group.create_task(run_bot(settings, token, api_url, received.set))
            group.create_task(_announce(settings, received, console))
    except* InvalidToken as problem:
        raise RunError("telegram.invalid_token") from problem


def _stop_on_signals() -> None:
    task = asyncio.current_task()
    assert task
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)


async def _announce(settings: Settings, received: asyncio.Event, console: Console) -> None:
    """Say where to look, once questions can be asked and answered."""
    await received.wait()
    await nlu_is_up(settings)
    if settings.telegram_bot_token is None:
        console.print(f"Ready. Open http://127.0.0.1:{settings.standin_port} and write to the bot.")
        console.print("No TELEGRAM_BOT_TOKEN in .env, so this is a stand-in for Telegram on this machine alone.")
    else:
        console.print("Ready. The bot answers on Telegram.")
    console.print(f"Health: http://{settings.listen_host}:{settings.listen_port}/readyz  Stop: Ctrl-C")


async def nlu_is_up(settings: Settings) -> None:
    """Wait for the nlu service. Raises RunError when it does not come up."""
    url = settings.nlu_url or f"http://127.0.0.1:{settings.nlu_port}"
    query = {"token": settings.nlu_token.reveal()} if settings.nlu_token else {}
    try:
        async with asyncio.timeout(_NLU_START_S), aiohttp.ClientSession() as session:
            while not await _answers(session, f"{url}/status", query):  # noqa: ASYNC110
                await asyncio.sleep(_POLL_S)
    except TimeoutError as error:
        raise RunError("process.nlu_did_not_start", seconds=_NLU_START_S) from error


async def _answers(session: aiohttp.ClientSession, url: str, query: dict[str, str]) -> bool:
    try:
        async with session.get(url, params=query) as response:
            return response.status == 200
    except aiohttp.ClientError:
        return False
