"""What a person does with their phone: get one, change it, open the chat, block the bot."""

from __future__ import annotations

from aiohttp import web

from bot.standin import actors
from bot.standin.control.finding import get_person, get_standin
from bot.standin.errors import ControlError
from bot.standin.model import person_view
from bot.standin.params import read_params


async def create_person(request: web.Request) -> web.Response:
    """A new person: first_name, language_code, last_name, username, started; `volunteer` puts them in the group."""
    params = await read_params(request)
    if not params.text("first_name").strip():
        raise ControlError(400, "a person needs a first_name")
    person = get_standin(request).world.add_person(
        params.text("first_name").strip(),
        params.text("language_code"),
        last_name=params.text("last_name"),
        username=params.text("username"),
        is_volunteer=params.flag("volunteer"),
        has_started=params.flag("started"),
    )
    return web.json_response(person_view(person))


async def change_person(request: web.Request) -> web.Response:
    """Another first_name or phone language_code."""
    params, person, standin = await read_params(request), get_person(request), get_standin(request)
    person.first_name = params.text("first_name").strip() or person.first_name
    person.language_code = params.text("language_code", person.language_code)
    chat = standin.world.chats[person.id]
    chat.description = {**person.names(), "type": "private"}
    standin.world.record(chat, "status", person=person_view(person))
    return web.json_response(person_view(person))


async def block(request: web.Request) -> web.Response:
    """The person blocks the bot."""
    actors.set_blocked(get_standin(request), get_person(request), True)
    return web.json_response(person_view(get_person(request)))


async def unblock(request: web.Request) -> web.Response:
    """The person takes the bot back."""
    actors.set_blocked(get_standin(request), get_person(request), False)
    return web.json_response(person_view(get_person(request)))


async def start(request: web.Request) -> web.Response:
    """The person follows a link to the bot: /start with its payload."""
    params, person = await read_params(request), get_person(request)
    text = f"/start {params.text('payload')}".strip()
    chat = get_standin(request).world.chats[person.id]
    return web.json_response(actors.send(get_standin(request), person, chat, actors.Sending(text=text)))
