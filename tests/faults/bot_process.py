"""The bot in a process of its own, so that a test can kill it without its noticing."""

from __future__ import annotations

import asyncio
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess

from bot.bootstrap import run_bot
from bot.settings import Secret, Settings


def context() -> ForkServerContext:
    """Starts processes from a server that has everything imported: a start costs milliseconds, not seconds."""
    made = get_context("forkserver")
    made.set_forkserver_preload(["tests.faults.bot_process"])
    return made


def serve(settings: Settings, token: str, api_url: str) -> None:
    """What the process does."""
    asyncio.run(run_bot(settings, Secret(token), api_url, lambda: None))


def start(made: ForkServerContext, settings: Settings, token: str, api_url: str) -> ForkServerProcess:
    """A running bot."""
    process = made.Process(target=serve, args=(settings, token, api_url), daemon=True)
    process.start()
    return process
