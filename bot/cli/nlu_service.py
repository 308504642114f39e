"""Where does a command find the nlu service? A running one, else one started for the command alone."""

from __future__ import annotations

import dataclasses
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.bootstrap import nlu_client
from bot.cli.run import nlu_is_up
from bot.processes import new_token, nlu_program, start, stop
from bot.settings import Settings
from bot.understanding.client import NluClient

_PATIENCE_S = 30.0


@asynccontextmanager
async def nlu_service(settings: Settings) -> AsyncIterator[NluClient]:
    """A client of the service that NLU_URL names; without NLU_URL, of one that runs as long as the context."""
    settings = dataclasses.replace(settings, nlu_timeout_s=max(settings.nlu_timeout_s, _PATIENCE_S))
    if settings.nlu_url:
        await nlu_is_up(settings)
        async with nlu_client(settings) as client:
            yield client
        return
    settings = dataclasses.replace(settings, nlu_port=_free_port(), nlu_token=new_token())
    assert settings.nlu_token
    process = await start(nlu_program(settings, settings.nlu_port, settings.nlu_token))
    try:
        await nlu_is_up(settings)
        async with nlu_client(settings) as client:
            yield client
    finally:
        await stop(process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
