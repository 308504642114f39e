"""The whole bot in the process of a test: real store, real sending and receiving, against the stand-in."""

from __future__ import annotations

import asyncio
import dataclasses
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.bootstrap import run_bot
from bot.settings import Secret, Settings
from tests.nlu_server import NluServer
from tests.standin_client import Standin


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings_for(folder: Path, nlu: NluServer, **more: object) -> Settings:
    """Settings of a bot whose data is in `folder`; models and content are the project's."""
    settings = Settings.from_env(
        {
            "DATA_DIR": str(folder),
            "NLU_URL": nlu.url,
            "LISTEN_PORT": str(free_port()),
            "SEND_PER_S": "1000",
            "SEND_PER_CHAT_S": "1000",
        }
    )
    return dataclasses.replace(settings, **more)  # type: ignore[arg-type]


@asynccontextmanager
async def running_bot(settings: Settings, standin: Standin) -> AsyncIterator[None]:
    """Run the bot until the context ends."""
    ready = asyncio.Event()
    task = asyncio.create_task(run_bot(settings, Secret(standin.token), standin.url, ready.set))
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if task.done():
        await task
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
