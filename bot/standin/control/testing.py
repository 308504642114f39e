"""What a test breaks, puts in and counts."""

from __future__ import annotations

from aiohttp import web

from bot.standin.control.finding import get_standin
from bot.standin.errors import ControlError
from bot.standin.faults import Fault
from bot.standin.limits import Limits
from bot.standin.params import read_params


async def add_fault(request: web.Request) -> web.Response:
    """{"method":"sendMessage","kind":"429"|"500"|"error"|"timeout"|"drop_response"|"garbage","count":3}."""
    fault = Fault.from_json((await read_params(request)).values)
    get_standin(request).faults.waiting.append(fault)
    return web.json_response(fault.as_json())


async def read_faults(request: web.Request) -> web.Response:
    """Faults that still wait."""
    return web.json_response([fault.as_json() for fault in get_standin(request).faults.waiting])


async def clear_faults(request: web.Request) -> web.Response:
    """All is well again."""
    get_standin(request).faults.waiting.clear()
    return web.json_response({})


async def inject_update(request: web.Request) -> web.Response:
    """Queue any JSON object as an update; an update_id is added when it has none."""
    try:
        update = await request.json()
    except ValueError:
        raise ControlError(400, "not JSON") from None
    if not isinstance(update, dict):
        raise ControlError(400, "an update is an object")
    return web.json_response({"update_id": get_standin(request).updates.inject(update)})


async def read_calls(request: web.Request) -> web.Response:
    """Calls of the bot: ?after=n&method=sendMessage&chat_id=1&status=200."""
    params = await read_params(request)
    calls = get_standin(request).calls.after(
        params.integer("after"),
        params.optional_text("method"),
        params.optional_integer("chat_id"),
        params.optional_integer("status"),
    )
    return web.json_response(calls)


async def clear_calls(request: web.Request) -> web.Response:
    """Forget the calls so far."""
    get_standin(request).calls.clear()
    return web.json_response({})


async def read_counters(request: web.Request) -> web.Response:
    """How much there is of what."""
    standin = get_standin(request)
    return web.json_response(
        {
            "calls": dict(standin.calls.counts),
            "pending_updates": len(standin.updates.pending),
            "people": len(standin.world.people),
            "messages": sum(len(chat.messages) for chat in standin.world.chats.values()),
            "open_taps": len(standin.taps),
        }
    )


async def advance_clock(request: web.Request) -> web.Response:
    """Put the stand-in's clock forward: {"advance_s": 60}. Retries and long polls keep real time."""
    params, standin = await read_params(request), get_standin(request)
    standin.clock.advance(max(0.0, params.number("advance_s") or 0.0))
    return web.json_response({"now": standin.clock.now()})


async def set_limits(request: web.Request) -> web.Response:
    """Other limits from now on: {"name": "telegram" | "off" | "x10"}."""
    name = (await read_params(request)).text("name")
    try:
        get_standin(request).limiter.limits = Limits.named(name)
    except ValueError as error:
        raise ControlError(400, str(error)) from None
    return web.json_response({"name": name})
