"""What did somebody do in a volunteers' group? Turns an update into one of a few acts."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.telegram.inputs import KINDS, clean


@dataclass(frozen=True, slots=True)
class Wrote:
    """A text, or something with a caption. kind: text, photo, voice...; reply_to: the message it answers, if any."""

    text: str
    kind: str
    message_id: int
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """A volunteer edited a message."""

    text: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button under a message of the bot. data: its callback data."""

    data: str
    callback_id: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """A command to the bot. name: without slash and bot name, lower case."""

    name: str
    arguments: tuple[str, ...]
    message_id: int
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """The bot was taken out of the group."""


Act = Wrote | Changed | Tapped | Ordered | Removed


@dataclass(frozen=True, slots=True)
class GroupIncoming:
    """An act and where it came from. thread: the topic, None in the general one; is_forum: the group has topics."""

    chat_id: int
    user_id: int
    thread: int | None
    is_forum: bool
    act: Act


def read_group(update: Update) -> GroupIncoming | None:
    """The act in an update of a group; None for what is no business of the bot."""
    if update.callback_query:
        return _tap(update.callback_query)
    member = update.my_chat_member
    if member:
        gone = member.new_chat_member.status in {ChatMemberStatus.BANNED, ChatMemberStatus.LEFT}
        if member.chat.type != ChatType.SUPERGROUP or not gone:
            return None
        return GroupIncoming(member.chat.id, member.from_user.id, None, False, Removed())
    message = update.message or update.edited_message
    if message is None or message.chat.type != ChatType.SUPERGROUP:
        return None
    if message.from_user is None or message.from_user.is_bot:
        return None
    act = _edit(message) if update.edited_message else _act(message)
    return _incoming(message, message.from_user.id, act) if act else None


def _tap(query: CallbackQuery) -> GroupIncoming | None:
    message = query.message
    if message is None or message.chat.type != ChatType.SUPERGROUP:
        return None
    tapped = Tapped(query.data or "", query.id)
    if not isinstance(message, Message):
        return GroupIncoming(message.chat.id, query.from_user.id, None, True, tapped)
    return _incoming(message, query.from_user.id, tapped)


def _incoming(message: Message, user_id: int, act: Act) -> GroupIncoming:
    thread = message.message_thread_id if message.is_topic_message else None
    return GroupIncoming(message.chat.id, user_id, thread, bool(message.chat.is_forum), act)


def _edit(message: Message) -> Act | None:
    text = message.text if message.text is not None else message.caption
    return Changed(clean(text), message.message_id) if text is not None else None


def _act(message: Message) -> Act | None:
    # In a topic every message replies to its first one: that is no answer to anybody.
    answered = message.reply_to_message
    reply_to = answered.message_id if answered and not answered.forum_topic_created else None
    if message.text is not None:
        return _order(message, reply_to) or Wrote(clean(message.text), "text", message.message_id, reply_to)
    for attribute, kind in KINDS:
        if getattr(message, attribute):
            return Wrote(clean(message.caption or ""), kind.value, message.message_id, reply_to)
    return None


def _order(message: Message, reply_to: int | None) -> Ordered | None:
    text = message.text or ""
    if not text.startswith("/") or text.startswith("//"):
        return None
    name, *arguments = text[1:].split()
    return Ordered(name.split("@", 1)[0].lower(), tuple(arguments), message.message_id, reply_to)
