"""Which chat, message and person is a request of the control API about?"""

from __future__ import annotations

from aiohttp import web

from bot.standin.errors import ControlError
from bot.standin.model import Chat, Message, Person
from bot.standin.params import Params
from bot.standin.parts import STANDIN, Standin


def get_standin(request: web.Request) -> Standin:
    """The stand-in that is asked."""
    return request.app[STANDIN]


def get_chat(request: web.Request) -> Chat:
    """The chat in the path: an id, or `group`."""
    standin = get_standin(request)
    name = request.match_info["chat_id"]
    chat = standin.world.group if name == "group" else standin.world.chats.get(int(name))
    if chat is None:
        raise ControlError(404, "no such chat")
    return chat


def get_message(request: web.Request) -> Message:
    """The message in the path."""
    message = get_chat(request).messages.get(int(request.match_info["message_id"]))
    if message is None:
        raise ControlError(404, "no such message")
    return message


def get_person(request: web.Request) -> Person:
    """The person in the path."""
    return find_person(get_standin(request), int(request.match_info["person_id"]))


def find_person(standin: Standin, person_id: int) -> Person:
    """A person by id; raises ControlError when there is none."""
    person = standin.world.people.get(person_id)
    if person is None:
        raise ControlError(404, "no such person")
    return person


def get_actor(request: web.Request, params: Params) -> Person:
    """Who acts: `from`, or in a private chat the only one who can."""
    return find_person(get_standin(request), params.integer("from", get_chat(request).id))
