"""An nlu service for tests of the bot: ranks texts by the words it was told, and can be away, slow or broken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from bot.understanding.intents import topic_to_intent


@dataclass(slots=True)
class NluServer:
    """words: a text that contains the word is of the topic, with confidence 0.95."""

    words: dict[str, str] = field(default_factory=dict)
    status: int = 200
    body: str | None = None
    delay_s: float = 0.0
    asked: int = 0
    url: str = ""

    async def parse(self, request: web.Request) -> web.Response:
        """POST /model/parse."""
        self.asked += 1
        await asyncio.sleep(self.delay_s)
        if self.body is not None:
            return web.Response(text=self.body, status=self.status)
        text = (await request.json())["text"].casefold()
        topic = next((topic for word, topic in self.words.items() if word in text), None)
        ranking = [{"name": topic_to_intent(topic), "confidence": 0.95}] if topic else []
        return web.json_response({"text": text, "intent_ranking": ranking}, status=self.status)

    async def alive(self, _request: web.Request) -> web.Response:
        """GET /status."""
        return web.json_response({"model_id": "test"})


@asynccontextmanager
async def running_nlu(words: dict[str, str], port: int = 0) -> AsyncIterator[NluServer]:
    """Start one on loopback."""
    server = NluServer(words)
    app = web.Application()
    app.router.add_post("/model/parse", server.parse)
    app.router.add_get("/status", server.alive)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()
