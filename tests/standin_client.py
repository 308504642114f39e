"""The stand-in for Telegram in a test: start it, be a person or a volunteer, read what the bot did.

    async def test_echo(standin):
        person = await standin.person("Selam", "ti")
        await person.says("hello")
        answer = await person.next_message(timeout_s=5)
        await person.taps(answer, "Yes")

A test gets the `standin` fixture by importing it into its conftest.py; `running_standin` starts one with other
options. `Standin(url)` connects to a server that runs elsewhere.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Self

import pytest_asyncio
from aiohttp import ClientSession, FormData, web

from bot.standin.app import make_app
from bot.standin.clock import Clock
from bot.standin.limits import Limits
from bot.standin.parts import DEFAULT_TOKEN, Options
from bot.standin.parts import Standin as Parts
from tests.standin_people import CallbackAnswer, Json, Person, Screen, SeenMessage, Volunteer

__all__ = [
    "CallbackAnswer",
    "ControlRefusedError",
    "Person",
    "Screen",
    "SeenMessage",
    "Standin",
    "Volunteer",
    "running_standin",
    "standin",
]


class ControlRefusedError(Exception):
    """The control API refused: what was asked cannot be done on a phone."""

    def __init__(self, status: int, description: str) -> None:
        super().__init__(f"{status}: {description}")
        self.status = status
        self.description = description


class Standin:
    """A running stand-in, over its control API. Use as `async with`; `parts` is set when it runs in this process."""

    def __init__(self, url: str, token: str = DEFAULT_TOKEN, parts: Parts | None = None) -> None:
        self.url = url.rstrip("/")
        self.token = token
        self.parts = parts
        self.group_id = 0
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = ClientSession()
        self.group_id = int((await self.get("state"))["group"]["id"])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    @property
    def session(self) -> ClientSession:
        """The HTTP session, for requests of one's own."""
        assert self._session is not None, "use `async with Standin(...)`"
        return self._session

    @property
    def base_url(self) -> str:
        """`base_url` of python-telegram-bot."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """`base_file_url` of python-telegram-bot."""
        return f"{self.url}/file/bot"

    async def person(self, first_name: str, language_code: str = "", *, started: bool = False, **more: Any) -> Person:
        """A new person. `started`: the bot may write to them though they never wrote."""
        body = {"first_name": first_name, "language_code": language_code, "started": started, **more}
        return Person(self, *await self._actor(body, None))

    async def volunteer(self, first_name: str, language_code: str = "", **more: Any) -> Volunteer:
        """A new volunteer in the group."""
        body = {"first_name": first_name, "language_code": language_code, "volunteer": True, **more}
        return Volunteer(self, *await self._actor(body, self.group_id))

    async def _actor(self, body: Json, chat_id: int | None) -> tuple[Json, Screen]:
        description = await self.post("people", body)
        state = await self.get("state")
        return description, Screen(self, chat_id or int(description["id"]), int(state["seq"]))

    async def fault(self, method: str, kind: str, count: int = 1, **more: Any) -> None:
        """Let the next `count` calls of a method go wrong: 429, 500, error, timeout, drop_response, garbage."""
        await self.post("faults", {"method": method, "kind": kind, "count": count, **more})

    async def clear_faults(self) -> None:
        """All is well again."""
        await self._request("DELETE", "faults")

    async def inject(self, update: Json) -> int:
        """Queue a raw update; its update_id."""
        return int((await self.post("updates", update))["update_id"])

    async def calls(self, method: str | None = None, *, after: int = 0, **more: Any) -> list[Json]:
        """The bot's calls: {number, method, chat_id, message_thread_id, status, at}."""
        query = "&".join(f"{name}={value}" for name, value in {**more, "method": method}.items() if value is not None)
        return list(await self.get(f"calls?after={after}&{query}"))

    async def advance(self, seconds: float) -> None:
        """Put the stand-in's clock forward."""
        await self.post("clock", {"advance_s": seconds})

    async def set_limits(self, name: str) -> None:
        """`telegram`, `off` or `x10`."""
        await self.post("limits", {"name": name})

    async def get(self, path: str) -> Any:
        """GET /control/<path>."""
        return await self._request("GET", path)

    async def post(self, path: str, body: Json) -> Any:
        """POST /control/<path> with a JSON body."""
        return await self._request("POST", path, json=body)

    async def post_form(self, path: str, form: FormData) -> Any:
        """POST /control/<path> with a multipart body."""
        return await self._request("POST", path, data=form)

    async def _request(self, method: str, path: str, **body: Any) -> Any:
        async with self.session.request(method, f"{self.url}/control/{path}", **body) as answer:
            if answer.status != 200:
                raise ControlRefusedError(answer.status, (await answer.text())[:500])
            return await answer.json()


@asynccontextmanager
async def running_standin(options: Options | None = None, clock: Clock | None = None) -> AsyncIterator[Standin]:
    """Start a stand-in in this process on a free port. Without options it has no rate limits."""
    options = options or Options(limits=Limits.off(), webhook_retry_base_s=0.01)
    parts = Parts(options, clock)
    runner = web.AppRunner(make_app(parts), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        port = runner.addresses[0][1]
        async with Standin(f"http://127.0.0.1:{port}", options.token, parts) as client:
            yield client
    finally:
        await runner.cleanup()


@pytest_asyncio.fixture
async def standin() -> AsyncIterator[Standin]:
    """A stand-in of one's own, without rate limits."""
    async with running_standin() as client:
        yield client
