"""What people do in a chat, and what is to be seen there."""

from __future__ import annotations

from aiohttp import web

from bot.standin import actors
from bot.standin.control.finding import find_person, get_actor, get_chat, get_message, get_standin
from bot.standin.errors import ControlError
from bot.standin.feed import FEED
from bot.standin.methods.profile import visible_commands
from bot.standin.model import topic_view
from bot.standin.params import read_params

MAX_WAIT_S = 60.0


async def send_message(request: web.Request) -> web.Response:
    """Send {from, kind, text, message_thread_id, reply_to_message_id} or, as multipart, with a `file`."""
    params = await read_params(request)
    upload = params.uploads.get("file")
    details = params.optional_object("details", "details") or {}
    sending = actors.Sending(
        kind=params.text("kind", "text"),
        text=params.text("text"),
        thread_id=params.optional_integer("message_thread_id"),
        reply_to=params.optional_integer("reply_to_message_id"),
        file_name=upload.name if upload else "",
        mime_type=upload.mime_type if upload else "",
        content=upload.content if upload else b"",
        details=details,
    )
    return web.json_response(actors.send(get_standin(request), get_actor(request, params), get_chat(request), sending))


async def edit_message(request: web.Request) -> web.Response:
    """A person changes their own message: {from, text}."""
    params = await read_params(request)
    actor = get_actor(request, params)
    return web.json_response(
        actors.edit(get_standin(request), actor, get_chat(request), get_message(request), params.text("text"))
    )


async def tap_button(request: web.Request) -> web.Response:
    """A person taps a button: {from, label} or {from, callback_data}."""
    params, message = await read_params(request), get_message(request)
    wanted = {"text": params.text("label")} if params.text("label") else {"callback_data": params.text("callback_data")}
    button = actors.find_button(message, **wanted)
    return web.json_response(
        actors.tap(get_standin(request), get_actor(request, params), get_chat(request), message, button)
    )


async def react(request: web.Request) -> web.Response:
    """A person puts an emoji on a message: {from, emoji}; an empty one takes it away."""
    params = await read_params(request)
    actor = get_actor(request, params)
    actors.react(get_standin(request), actor, get_chat(request), get_message(request), params.text("emoji"))
    return web.json_response({})


async def delete_message(request: web.Request) -> web.Response:
    """A person deletes a message; the bot hears nothing."""
    get_standin(request).world.delete(get_chat(request), get_message(request))
    return web.json_response({})


async def read_chat(request: web.Request) -> web.Response:
    """What is in the chat now, oldest first."""
    chat = get_chat(request)
    topics = [topic_view(topic) for topic in chat.topics.values()]
    messages = [
        {"message": m.payload, "markup": m.markup, "is_from_bot": m.is_from_bot} for m in chat.messages.values()
    ]
    return web.json_response({"chat": chat.description, "topics": topics, "messages": messages})


async def read_changes(request: web.Request) -> web.Response:
    """Changes after a sequence number: ?after=n&kinds=new,edited&timeout_s=5 (waits for the first)."""
    params, chat = await read_params(request), get_chat(request)
    kinds = frozenset(kind for kind in params.text("kinds").split(",") if kind)
    timeout_s = min(params.number("timeout_s") or 0.0, MAX_WAIT_S)
    changes = await request.app[FEED].changes(chat, params.integer("after"), kinds, timeout_s)
    last = changes[-1]["seq"] if changes else params.integer("after")
    return web.json_response({"changes": changes, "seq": last})


async def create_topic(request: web.Request) -> web.Response:
    """A volunteer opens a topic: {from, name}."""
    params, standin = await read_params(request), get_standin(request)
    actor = find_person(standin, params.integer("from"))
    return web.json_response(topic_view(actors.create_topic(standin, actor, params.text("name", "Topic"))))


async def change_topic(request: web.Request) -> web.Response:
    """A volunteer closes, reopens or deletes a topic: {from}."""
    params, standin = await read_params(request), get_standin(request)
    topic = standin.world.group.topics.get(int(request.match_info["topic_id"]))
    if topic is None:
        raise ControlError(404, "no such topic")
    actor = find_person(standin, params.integer("from"))
    actors.change_topic(standin, actor, topic, request.match_info["action"])
    return web.json_response({})


async def read_commands(request: web.Request) -> web.Response:
    """The "/" menu of a chat: ?language_code=fr."""
    language = request.query.get("language_code", "")
    return web.json_response(visible_commands(get_standin(request), get_chat(request), language))
