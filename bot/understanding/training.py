"""Are the models trained on what the files say now? Trains them when not, in Rasa's environment."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from bot.errors import StartpuntError

Progress = Callable[[float, str], None]
"""Called with percent (0..100) and what is being done."""

_LAST_LINES = 12


class TrainingError(StartpuntError):
    """`nlu.training_failed`: the training process ended with an error; the models are as they were.
    `output`: its last lines."""


async def train(python: Path, project: Path, module: str, arguments: list[str], progress: Progress) -> bool:
    """Run a training module (`nlu.train`, `nlu.language.train`) to its end; False when nothing had to be done.

    Raises TrainingError.
    """
    process = await asyncio.create_subprocess_exec(
        str(python),
        "-m",
        module,
        *arguments,
        cwd=project,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        last, fresh = await _follow(process, progress)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise TrainingError("nlu.training_failed", module=module, output="\n".join(last))
    return not fresh


async def _follow(process: asyncio.subprocess.Process, progress: Progress) -> tuple[list[str], bool]:
    last: list[str] = []
    fresh = False
    assert process.stdout
    async for raw in process.stdout:
        line = raw.decode("utf-8", "replace").rstrip()
        last = [*last, line][-_LAST_LINES:]
        fresh = fresh or line == "fresh"
        words = line.split(" ", 2)
        if words[0] == "progress" and len(words) > 1:
            progress(float(words[1]), words[2] if len(words) > 2 else "")
    await process.wait()
    return last, fresh
