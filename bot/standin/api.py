"""How does a call of the Bot API get its answer?"""

from __future__ import annotations

import asyncio
import inspect
import json
from typing import Any

from aiohttp import web

from bot.standin.errors import ApiError, not_found, too_many_requests, unauthorized
from bot.standin.faults import Fault, FaultKind
from bot.standin.methods.table import METHODS, Method
from bot.standin.params import Params, read_params
from bot.standin.parts import STANDIN, Standin

GARBAGE = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>\r\n"


async def call_method(request: web.Request) -> web.Response:
    """/bot<token>/METHOD, by GET or POST."""
    standin = request.app[STANDIN]
    method = METHODS.get(request.match_info["method"].lower())
    name = method.name if method is not None else "unknown"
    params, fault, body, status = Params(), None, {}, 200
    try:
        if request.match_info["token"] != standin.options.token:
            raise unauthorized()
        if method is None:
            raise not_found()
        params = await read_params(request)
        fault = standin.faults.take(name, params.optional_integer("chat_id"))
        result = await _run(standin, method, params, fault)
        body = {"ok": True, "result": result}
    except ApiError as error:
        status, body = error.status, error.as_json()
    except ConnectionAbortedError:
        status = 0
    dropped = status == 0 or (fault is not None and fault.kind is FaultKind.DROP_RESPONSE)
    standin.calls.add(
        name,
        params.optional_integer("chat_id"),
        params.optional_integer("message_thread_id"),
        status,
        standin.clock.now(),
    )
    if dropped and request.transport is not None:
        request.transport.abort()
    if fault is not None and fault.kind is FaultKind.GARBAGE:
        return web.Response(body=GARBAGE, content_type="text/html", status=502)
    return web.Response(body=json.dumps(body).encode(), content_type="application/json", status=status or 500)


async def _run(standin: Standin, method: Method, params: Params, fault: Fault | None) -> Any:
    if fault is not None and fault.kind is not FaultKind.DROP_RESPONSE:
        await _fail(fault)
    chat = standin.world.chats.get(params.integer("chat_id")) if method.is_limited else None
    if chat is not None:
        wait_s = standin.limiter.wait_s(chat.id, is_group=chat.is_group)
        if wait_s:
            raise too_many_requests(wait_s)
    result = method.run(standin, params)
    if inspect.isawaitable(result):
        result = await result
    if chat is not None:
        standin.limiter.spend(chat.id, is_group=chat.is_group)
    return result


async def _fail(fault: Fault) -> None:
    """Refuse, or be silent and then hang up (ConnectionAbortedError)."""
    refusal = fault.refusal()
    if refusal is not None:
        raise refusal
    if fault.kind is FaultKind.TIMEOUT:
        await asyncio.sleep(fault.delay_s)
        raise ConnectionAbortedError
    raise ApiError(502, "Bad Gateway")


async def download_file(request: web.Request) -> web.Response:
    """/file/bot<token>/<path>."""
    standin = request.app[STANDIN]
    if request.match_info["token"] != standin.options.token:
        return web.json_response(unauthorized().as_json(), status=401)
    stored = standin.files.by_path(request.match_info["path"])
    if stored is None:
        return web.json_response(not_found().as_json(), status=404)
    return web.Response(body=stored.content, content_type="application/octet-stream")
