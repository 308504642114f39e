"""Where does a message of the bot go, and how is it posted?"""

from __future__ import annotations

from dataclasses import dataclass

from bot.standin.errors import bad_request, forbidden
from bot.standin.keyboards import read_markup
from bot.standin.model import Chat, Json, Message, Topic
from bot.standin.params import Params
from bot.standin.parts import Standin


@dataclass(frozen=True, slots=True)
class Target:
    """A chat, perhaps one of its topics, and the message answered."""

    chat: Chat
    thread_id: int | None = None
    reply_to: Message | None = None


def find_chat(standin: Standin, params: Params, name: str = "chat_id") -> Chat:
    """The chat a method is about. Chats that the bot never heard from do not exist for it."""
    if not params.text(name).strip():
        raise bad_request(f"{name} is empty")
    chat = standin.world.chats.get(params.integer(name))
    person = standin.world.people.get(params.integer(name))
    if chat is None or (person is not None and not person.has_started and not person.is_volunteer):
        raise bad_request("chat not found")
    return chat


def open_chat(standin: Standin, params: Params) -> Chat:
    """Like `find_chat`, and the bot may write there."""
    chat = find_chat(standin, params)
    person = standin.world.people.get(chat.id)
    if person is not None and not person.has_started:
        raise forbidden("bot can't initiate conversation with a user")
    if person is not None and person.has_blocked:
        raise forbidden("bot was blocked by the user")
    return chat


def find_message(chat: Chat, params: Params, refusal: str, name: str = "message_id") -> Message:
    """A message of the chat; `refusal` is what Telegram says when there is none."""
    message = chat.messages.get(params.integer(name))
    if message is None:
        raise bad_request(refusal)
    return message


def find_topic(chat: Chat, params: Params, refusal: str = "TOPIC_ID_INVALID") -> Topic:
    """The topic that message_thread_id names."""
    topic = chat.topics.get(params.integer("message_thread_id"))
    if topic is None:
        raise bad_request(refusal)
    return topic


def find_target(standin: Standin, params: Params) -> Target:
    """Chat, topic and answered message of a sending method."""
    chat = open_chat(standin, params)
    thread_id = params.integer("message_thread_id") or None
    if thread_id is not None:
        find_topic(chat, params, "message thread not found")
    reply_to = _reply_target(chat, params)
    if reply_to is not None and thread_id is None:
        thread_id = reply_to.payload.get("message_thread_id")
    return Target(chat, thread_id, reply_to)


def _reply_target(chat: Chat, params: Params) -> Message | None:
    reply = params.optional_object("reply_parameters", "reply parameters") or {}
    if not reply and params.integer("reply_to_message_id"):  # the older parameters
        reply = {
            "message_id": params.integer("reply_to_message_id"),
            "allow_sending_without_reply": params.flag("allow_sending_without_reply"),
        }
    if not reply:
        return None
    message = chat.messages.get(int(reply.get("message_id", 0)))
    if message is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message


def deliver(standin: Standin, params: Params, content: Json, target: Target | None = None) -> Json:
    """Post the content as a message of the bot; the Message object that the method answers with."""
    target = target or find_target(standin, params)
    markup = read_markup(params)
    if params.flag("protect_content"):
        content = {**content, "has_protected_content": True}
    message = standin.world.post(
        target.chat,
        standin.bot,
        content,
        thread_id=target.thread_id,
        reply_to=target.reply_to,
        markup=markup,
    )
    return message.payload
