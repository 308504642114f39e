"""`make bench`: how fast is the bot, how much memory does it take, and what does the nlu service add?

Drives the stand-in with many chats, through the real bot and the real nlu service, all on this machine. Prints the
table and writes it to docs/measurements/speed.md. Nothing leaves 127.0.0.1; a run takes about six minutes.
"""

from __future__ import annotations

import asyncio
import os
import platform
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import psutil

from bot.cli.nlu import held_out
from bot.settings import PROJECT
from tests.bot_in_process import free_port
from tests.load.drive import Crowd, Latencies, drive, flood
from tests.load.rasa import RasaSpeed, speed_of, stock_model, stock_server
from tests.standin_client import Standin

REPORT = PROJECT / "docs" / "measurements" / "speed.md"
CHATS = 400
PACED_PER_S, PACED_S = 20.0, 30.0
FLOOD_UPDATES = 6_000
START_WAIT_S = 120.0


@dataclass(frozen=True, slots=True)
class Running:
    """The processes of one installation. Memory: resident set, MB."""

    standin_url: str
    token: str
    processes: dict[str, psutil.Process]
    nlu_url: str
    nlu_token: str
    started_in_s: float

    def memory_mb(self) -> dict[str, float]:
        """What each process holds now."""
        return {name: process.memory_info().rss / 1e6 for name, process in self.processes.items()}


@asynccontextmanager
async def installation(folder: Path, *, webhook: bool) -> AsyncIterator[Running]:
    """`startpunt run` with its own data, and a stand-in without Telegram's limits."""
    ports = {name: free_port() for name in ("LISTEN_PORT", "NLU_PORT", "STANDIN_PORT")}
    token, nlu_token = "1:bench", "bench"
    standin_url = f"http://127.0.0.1:{ports['STANDIN_PORT']}"
    environment = {
        **os.environ,
        **{name: str(port) for name, port in ports.items()},
        "DATA_DIR": str(folder),
        "NLU_TOKEN": nlu_token,
        "TELEGRAM_BOT_TOKEN": token,
        "TELEGRAM_API_URL": standin_url,
        "SEND_PER_S": "100000",
        "SEND_PER_CHAT_S": "100000",
        "LOG_LEVEL": "WARNING",
    }
    if webhook:
        environment["PUBLIC_URL"] = f"http://127.0.0.1:{ports['LISTEN_PORT']}"
    standin = psutil.Popen(
        [sys.executable, "-m", "bot.standin", "--port", str(ports["STANDIN_PORT"]), "--token", token,
         "--rate-limits", "off"], cwd=PROJECT, env=environment
    )  # fmt: skip
    bot = psutil.Popen([sys.executable, "-m", "bot", "run"], cwd=PROJECT, env=environment)
    try:
        began = time.monotonic()
        nlu_url = f"http://127.0.0.1:{ports['NLU_PORT']}"
        await _until_ready(f"{nlu_url}/status?token={nlu_token}")
        await _until_ready(f"http://127.0.0.1:{ports['LISTEN_PORT']}/readyz")
        started_in_s = time.monotonic() - began
        [nlu] = bot.children()
        processes = {"bot": psutil.Process(bot.pid), "nlu": nlu, "stand-in": psutil.Process(standin.pid)}
        yield Running(standin_url, token, processes, nlu_url, nlu_token, started_in_s)
    finally:
        for process in (bot, standin):
            process.terminate()
            process.wait(timeout=30)


async def _until_ready(url: str) -> None:
    async with asyncio.timeout(START_WAIT_S), aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(url) as response:
                    if response.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)


def _machine() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text().splitlines() if described.exists() else []
    named = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    cpu = next(named, platform.processor())
    memory_gb = psutil.virtual_memory().total / 2**30
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{os.cpu_count()} cores ({cpu}), {memory_gb:.0f} GiB, {system}"


async def main() -> int:
    """Measure, print, write."""
    texts: dict[str, list[str]] = defaultdict(list)
    for tag, _, row in held_out():
        texts[tag].append(row.text)
    every = [text for each in texts.values() for text in each]
    folder = Path(tempfile.mkdtemp(prefix="startpunt-bench-"))
    try:
        async with installation(folder / "polling", webhook=False) as running:
            paced, flooded, memory, rasa = await _measure(running, texts, every)
            started = running.started_in_s
        async with (
            installation(folder / "webhook", webhook=True) as running,
            Standin(running.standin_url, running.token) as standin,
        ):
            by_webhook = await flood(await Crowd.of(standin, texts, CHATS), standin, FLOOD_UPDATES)
        stock = await _stock(every)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    report = _report(paced, flooded, by_webhook, memory, rasa, stock, started)
    print(report)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(report, encoding="utf-8")
    return 0


async def _measure(
    running: Running, texts: dict[str, list[str]], every: list[str]
) -> tuple[Latencies, Latencies, dict[str, float], RasaSpeed]:
    async with Standin(running.standin_url, running.token) as standin:
        crowd = await Crowd.of(standin, texts, CHATS)
        await drive(crowd, standin, PACED_PER_S, 5.0)
        paced = await drive(crowd, standin, PACED_PER_S, PACED_S)
        flooded = await flood(crowd, standin, FLOOD_UPDATES)
    memory = running.memory_mb()
    return paced, flooded, memory, await speed_of(running.nlu_url, running.nlu_token, every)


async def _stock(texts: list[str]) -> RasaSpeed:
    model = await stock_model()
    async with stock_server(model, free_port()) as url:
        return await speed_of(url, "", texts, requests=600)


def _report(
    paced: Latencies,
    flooded: Latencies,
    by_webhook: Latencies,
    memory: dict[str, float],
    rasa: RasaSpeed,
    stock: RasaSpeed,
    started_in_s: float,
) -> str:
    rows = [
        "# Speed and memory",
        "",
        f"Measured by `make bench` on {time.strftime('%Y-%m-%d')}: {_machine()}. Bot, nlu service, stand-in and the "
        "driver share the machine. The texts are the held-out sentences; SQLite with `synchronous=FULL`; the limits of "
        "Telegram are switched off in the stand-in and in the bot.",
        "",
        "| from the update in the stand-in to its sendMessage | updates | updates/s | p50 ms | p95 ms | p99 ms |",
        "|---|---|---|---|---|---|",
        f"| {PACED_PER_S:.0f} updates/s, polling | {paced.row()} |",
        f"| as fast as it goes, polling, {CHATS} chats | {flooded.row()} |",
        f"| as fast as it goes, webhook, {CHATS} chats | {by_webhook.row()} |",
        "",
        "| process | memory after the run, MB |",
        "|---|---|",
        *(f"| {name} | {held:.0f} |" for name, held in memory.items()),
        "",
        f"Start, models trained: {started_in_s:.1f} s until questions are answered.",
        "",
        "| nlu service alone, HTTP, 16 clients | requests/s | p50 ms | p95 ms | p95 ms, one client |",
        "|---|---|---|---|---|",
        f"| this pipeline | {rasa.row()} |",
        f"| Rasa's stock CountVectors + LogisticRegression, same sentences, `rasa run` | {stock.row()} |",
        "",
        f"Requests/s: {rasa.per_s / stock.per_s:.1f} times the stock pipeline.",
        "",
    ]
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
