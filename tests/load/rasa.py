"""The nlu service alone: requests a second, beside Rasa's own server with its stock pipeline."""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import psutil

from bot.processes import nlu_python
from bot.settings import PROJECT

_CLIENTS = 16
_REQUESTS = 6_000
_START_S = 180.0


@dataclass(frozen=True, slots=True)
class RasaSpeed:
    """Speed over HTTP on loopback. Seconds; `single`: one request at a time."""

    per_s: float
    p50: float
    p95: float
    single_p95: float

    def row(self) -> str:
        """Cells of the report."""
        return f"{self.per_s:.0f} | {1000 * self.p50:.1f} | {1000 * self.p95:.1f} | {1000 * self.single_p95:.1f}"


async def speed_of(url: str, token: str, texts: Sequence[str], requests: int = _REQUESTS) -> RasaSpeed:
    """Ask the server at `url` with 16 clients at once, then with one."""
    address = f"{url}/model/parse" + (f"?token={token}" if token else "")
    async with aiohttp.ClientSession() as session:
        await _ask(session, address, texts, 100, _CLIENTS)
        began = time.perf_counter()
        many = await _ask(session, address, texts, requests, _CLIENTS)
        per_s = requests / (time.perf_counter() - began)
        single = await _ask(session, address, texts, min(300, requests), 1)
    cuts = statistics.quantiles(many, n=100)
    return RasaSpeed(per_s, cuts[49], cuts[94], statistics.quantiles(single, n=100)[94])


async def _ask(
    session: aiohttp.ClientSession, address: str, texts: Sequence[str], requests: int, clients: int
) -> list[float]:
    numbers = iter(range(requests))
    seconds: list[float] = []

    async def client() -> None:
        for number in numbers:
            began = time.perf_counter()
            async with session.post(address, json={"text": texts[number % len(texts)]}) as response:
                response.raise_for_status()
                await response.read()
            seconds.append(time.perf_counter() - began)

    await asyncio.gather(*(client() for _ in range(clients)))
    return seconds


async def stock_model() -> Path:
    """Rasa's stock pipeline, trained on the same sentences as ours; the folder of the model."""
    arguments = ["-m", "nlu.compare", "--stock-only"]
    process = await asyncio.create_subprocess_exec(str(nlu_python()), *arguments, cwd=PROJECT)
    if await process.wait():
        raise SystemExit("the stock pipeline could not be trained")
    return PROJECT / "build" / "nlu-stock"


@asynccontextmanager
async def stock_server(model: Path, port: int) -> AsyncIterator[str]:
    """`rasa run --enable-api` with the stock model."""
    rasa = nlu_python().with_name("rasa")
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false"}
    process = psutil.Popen(
        [str(rasa), "run", "--enable-api", "-m", str(model / "model.tar.gz"), "-i", "127.0.0.1", "-p", str(port)],
        cwd=model,
        env=environment,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        async with asyncio.timeout(_START_S), aiohttp.ClientSession() as session:
            while True:
                try:
                    async with session.get(f"{url}/status") as response:
                        if response.status == 200:
                            break
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(0.5)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=30)
