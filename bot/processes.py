"""How are the helper processes (nlu service, stand-in) kept running, and ended with the bot?"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import StartpuntError
from bot.settings import PROJECT, Secret, Settings

logger = logging.getLogger(__name__)

NLU_PYTHON = PROJECT / ".venv-nlu" / "bin" / "python"
_TERMINATE_S = 10.0
_FIRST_PAUSE_S = 0.5
_LONGEST_PAUSE_S = 30.0
_STABLE_S = 60.0


class ProcessError(StartpuntError):
    """`process.nlu_environment_missing`: `make setup` has not been run, so Rasa cannot be started."""


@dataclass(frozen=True, slots=True)
class Program:
    """What to run. name: for log lines."""

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


def nlu_program(settings: Settings, port: int, token: Secret) -> Program:
    """The nlu service on loopback. Raises ProcessError when its environment is missing."""
    model = settings.models_dir / "nlu.tar.gz"
    arguments = ["-m", "nlu.serve", "--model", str(model), "--host", "127.0.0.1", "--port", str(port)]
    return Program("nlu", [str(nlu_python()), *arguments], {"NLU_TOKEN": token.reveal()})


def nlu_python() -> Path:
    """Python of Rasa's environment. Raises ProcessError when it is missing."""
    if not NLU_PYTHON.exists():
        raise ProcessError("process.nlu_environment_missing")
    return NLU_PYTHON


def standin_program(settings: Settings, token: Secret) -> Program:
    """The stand-in for Telegram on loopback."""
    arguments = ["-m", "bot.standin", "--port", str(settings.standin_port), "--token", token.reveal()]
    return Program("standin", [sys.executable, *arguments, "--exit-with-parent"])


def new_token() -> Secret:
    """A token for one run of the nlu service."""
    return Secret(secrets.token_urlsafe(24))


async def start(program: Program) -> asyncio.subprocess.Process:
    """Start a program in the project's folder, in a session of its own so that Ctrl-C reaches the bot alone."""
    return await asyncio.create_subprocess_exec(
        *program.arguments,
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **program.environment},
        stdin=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )


async def stop(process: asyncio.subprocess.Process) -> None:
    """End a process: politely, then by force."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(_TERMINATE_S):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


async def keep_running(program: Program) -> None:
    """Run a program until cancelled; started again, after a growing pause, whenever it ends."""
    pause_s = _FIRST_PAUSE_S
    loop = asyncio.get_running_loop()
    while True:
        began = loop.time()
        process = await start(program)
        try:
            code = await process.wait()
        finally:
            await stop(process)
        if loop.time() - began > _STABLE_S:
            pause_s = _FIRST_PAUSE_S
        logger.warning("process.ended", extra={"program": program.name, "code": code, "again_in_s": pause_s})
        await asyncio.sleep(pause_s)
        pause_s = min(_LONGEST_PAUSE_S, pause_s * 2)
