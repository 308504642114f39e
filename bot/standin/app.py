"""The URL table of the stand-in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress

from aiohttp import web

from bot.standin import api, page
from bot.standin.control import chats, people, testing
from bot.standin.errors import ApiError, ControlError
from bot.standin.feed import FEED, Feed
from bot.standin.parts import STANDIN, Standin
from bot.standin.snapshot import keep_file

# Bot API: files up to 50 MB can be sent.
MAX_BODY_BYTES = 50 * 1024 * 1024 + 65_536
LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

ROUTES = (
    web.get("/bot{token}/{method}", api.call_method),
    web.post("/bot{token}/{method}", api.call_method),
    web.get("/file/bot{token}/{path:.+}", api.download_file),
    web.get("/", page.index),
    web.get("/control/events", page.events),
    web.get("/control/files/{file_id}", page.show_file),
    web.get("/control/state", page.get_state),
    web.post("/control/people", people.create_person),
    web.post(r"/control/people/{person_id:\d+}", people.change_person),
    web.post(r"/control/people/{person_id:\d+}/block", people.block),
    web.post(r"/control/people/{person_id:\d+}/unblock", people.unblock),
    web.post(r"/control/people/{person_id:\d+}/start", people.start),
    web.get(r"/control/chats/{chat_id:-?\d+|group}", chats.read_chat),
    web.get(r"/control/chats/{chat_id:-?\d+|group}/messages", chats.read_changes),
    web.post(r"/control/chats/{chat_id:-?\d+|group}/messages", chats.send_message),
    web.get(r"/control/chats/{chat_id:-?\d+|group}/commands", chats.read_commands),
    web.post(r"/control/chats/{chat_id:-?\d+|group}/messages/{message_id:\d+}/edit", chats.edit_message),
    web.post(r"/control/chats/{chat_id:-?\d+|group}/messages/{message_id:\d+}/tap", chats.tap_button),
    web.post(r"/control/chats/{chat_id:-?\d+|group}/messages/{message_id:\d+}/react", chats.react),
    web.post(r"/control/chats/{chat_id:-?\d+|group}/messages/{message_id:\d+}/delete", chats.delete_message),
    web.post("/control/topics", chats.create_topic),
    web.post(r"/control/topics/{topic_id:\d+}/{action:close|reopen|delete}", chats.change_topic),
    web.get("/control/profile", page.read_profile),
    web.post("/control/updates", testing.inject_update),
    web.post("/control/faults", testing.add_fault),
    web.get("/control/faults", testing.read_faults),
    web.delete("/control/faults", testing.clear_faults),
    web.get("/control/calls", testing.read_calls),
    web.delete("/control/calls", testing.clear_calls),
    web.get("/control/counters", testing.read_counters),
    web.post("/control/clock", testing.advance_clock),
    web.post("/control/limits", testing.set_limits),
)


def make_app(standin: Standin) -> web.Application:
    """The application around one stand-in."""
    app = web.Application(client_max_size=MAX_BODY_BYTES, middlewares=[guard])
    app[STANDIN] = standin
    app[FEED] = Feed(standin.world)
    app.add_routes(ROUTES)
    app.router.add_static("/static", page.STATIC)
    app.cleanup_ctx.extend((keep_file, _deliver_to_webhook))
    return app


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn refusals into answers, and keep other sites' pages away from the control API."""
    if request.path.startswith("/control/") and not _is_own(request):
        return web.json_response({"error": "only for pages of this server"}, status=403)
    try:
        return await handler(request)
    except ControlError as error:
        return web.json_response({"error": error.description}, status=error.status)
    except ApiError as error:
        return web.json_response({"error": error.description}, status=error.status)


def _is_own(request: web.Request) -> bool:
    """A request of a test, or of our own page: no other origin, and by a local name (DNS rebinding)."""
    if request.app[STANDIN].options.allow_remote:
        return True
    origin = request.headers.get("Origin")
    is_same_origin = origin is None or origin == f"{request.scheme}://{request.host}"
    return is_same_origin and (request.url.host or "") in LOCAL_NAMES


async def _deliver_to_webhook(app: web.Application) -> AsyncIterator[None]:
    delivery = asyncio.ensure_future(app[STANDIN].delivery.run())
    yield
    delivery.cancel()
    with suppress(asyncio.CancelledError):
        await delivery
