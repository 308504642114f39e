"""The page with the two phones, and the stream of changes that keeps it current."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from aiohttp import web

from bot.standin.control.finding import get_standin
from bot.standin.feed import FEED
from bot.standin.model import Json, person_view, topic_view
from bot.standin.parts import STANDIN, Standin

STATIC = Path(__file__).parent / "static"
KEEP_ALIVE_S = 15.0
RECENT_S = 15.0
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


async def index(request: web.Request) -> web.FileResponse:
    """The page."""
    return web.FileResponse(STATIC / "index.html", headers={"Content-Security-Policy": PAGE_POLICY})


async def events(request: web.Request) -> web.StreamResponse:
    """Server-sent events: every change of every chat from now on."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    queue: asyncio.Queue[Json] = asyncio.Queue()
    feed = request.app[FEED]
    feed.pages.add(queue)
    try:
        await response.write(b": connected\n\n")
        while True:
            await response.write(await _next_event(queue))
    except (ConnectionError, asyncio.CancelledError):
        return response
    finally:
        feed.pages.discard(queue)


def _event(change: Json) -> bytes:
    return b"data: " + json.dumps(change).encode() + b"\n\n"


async def _next_event(queue: asyncio.Queue[Json]) -> bytes:
    try:
        async with asyncio.timeout(KEEP_ALIVE_S):
            return _event(await queue.get())
    except TimeoutError:
        return b": still here\n\n"


async def show_file(request: web.Request) -> web.Response:
    """A file that was sent, for the page. Only what cannot run as a page is shown in place."""
    stored = request.app[STANDIN].files.by_id(request.match_info["file_id"])
    is_shown = stored.mime_type.startswith(("image/", "audio/", "video/")) and "svg" not in stored.mime_type
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}
    if not is_shown:
        headers["Content-Disposition"] = "attachment"
    mime_type = stored.mime_type if is_shown else "application/octet-stream"
    return web.Response(body=stored.content, content_type=mime_type.partition(";")[0], headers=headers)


async def get_state(request: web.Request) -> web.Response:
    """Everything a page needs to begin: people, group, topics, bot, and where the changes are."""
    standin = get_standin(request)
    return web.json_response(
        {
            "bot": standin.bot,
            "group": standin.world.group.description,
            "people": [person_view(person) for person in standin.world.people.values()],
            "topics": [topic_view(topic) for topic in standin.world.group.topics.values()],
            "seq": standin.world.sequence,
            "webhook": standin.delivery.webhook.as_json(standin.updates),
            "is_bot_there": _is_bot_there(standin),
        }
    )


def _is_bot_there(standin: Standin) -> bool:
    """Whether a bot fetches updates, or has made a call lately."""
    is_fetching = standin.updates.is_polled or bool(standin.delivery.webhook.url)
    return is_fetching or standin.clock.now() - standin.calls.latest_at < RECENT_S


async def read_profile(request: web.Request) -> web.Response:
    """The bot's name and descriptions as a phone shows them: ?language_code=fr."""
    profile, language = get_standin(request).profile, request.query.get("language_code", "")[:2]
    name = profile.names.get(language) or profile.names.get("") or get_standin(request).bot["first_name"]
    description = profile.descriptions.get(language) or profile.descriptions.get("", "")
    return web.json_response({"name": name, "description": description})
