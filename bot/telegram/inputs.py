"""What did a person do? Turns an update of the Bot API into one of the inputs that the conversation knows."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import CallbackQuery, ChatMemberUpdated, Message, MessageEntity, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.conversation.inputs import Attachment, AttachmentKind, Choice, Command, Departure, Edit, Input, Text

_FRESH_EDIT_S = 15 * 60
"""A message corrected within this time is a question put better; later it is housekeeping."""

KINDS: tuple[tuple[str, AttachmentKind], ...] = (
    ("photo", AttachmentKind.PHOTO),
    ("voice", AttachmentKind.VOICE),
    ("audio", AttachmentKind.VOICE),
    ("video_note", AttachmentKind.VIDEO),
    ("video", AttachmentKind.VIDEO),
    ("animation", AttachmentKind.STICKER),
    ("document", AttachmentKind.DOCUMENT),
    ("location", AttachmentKind.LOCATION),
    ("venue", AttachmentKind.LOCATION),
    ("contact", AttachmentKind.CONTACT),
    ("sticker", AttachmentKind.STICKER),
    ("poll", AttachmentKind.OTHER),
    ("dice", AttachmentKind.STICKER),
    ("story", AttachmentKind.OTHER),
    ("game", AttachmentKind.OTHER),
    ("paid_media", AttachmentKind.OTHER),
    ("checklist", AttachmentKind.OTHER),
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """An input and where it came from. phone_code: the `language_code` that Telegram reports, if any.

    message_id: the message that was sent, edited or tapped; 0 where there is none.
    """

    chat_id: int
    phone_code: str | None
    input: Input
    message_id: int = 0


def read(update: Update) -> Incoming | None:
    """The input in an update; None for what the bot leaves alone on purpose.

    Left alone: groups and channels, messages of other bots, service messages (pins, new titles), reactions,
    inline queries and every kind of update that Telegram adds later.
    """
    if update.callback_query:
        return _choice(update.callback_query)
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    message = update.message or update.edited_message
    if message is None or message.chat.type != ChatType.PRIVATE or (message.from_user and message.from_user.is_bot):
        return None
    received = _edit(message) if update.edited_message else _message(message)
    if received is None:
        return None
    code = message.from_user.language_code if message.from_user else None
    return Incoming(message.chat.id, code, received, message.message_id)


def _choice(query: CallbackQuery) -> Incoming | None:
    if query.message is None or query.message.chat.type != ChatType.PRIVATE:
        return None
    choice = Choice(query.data or "", query.id, query.message.message_id)
    return Incoming(query.message.chat.id, query.from_user.language_code, choice, query.message.message_id)


def _membership(member: ChatMemberUpdated) -> Incoming | None:
    if member.chat.type != ChatType.PRIVATE:
        return None
    gone = member.new_chat_member.status in {ChatMemberStatus.BANNED, ChatMemberStatus.LEFT}
    return Incoming(member.chat.id, member.from_user.language_code, Departure(gone))


def _edit(message: Message) -> Edit | None:
    if message.text is None or message.edit_date is None:
        return None
    age_s = (message.edit_date - message.date).total_seconds()
    return Edit(clean(message.text), fresh=age_s <= _FRESH_EDIT_S)


def _message(message: Message) -> Input | None:
    if message.text is not None:
        return _command(message) or Text(clean(message.text))
    for attribute, kind in KINDS:
        if getattr(message, attribute):
            return Attachment(kind, clean(message.caption or ""))
    return None


def _command(message: Message) -> Command | None:
    text = message.text or ""
    if not text.startswith("/"):
        return None
    first = message.entities[0] if message.entities else None
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset:
        return None
    name = text[1 : first.length].split("@", 1)[0].lower()
    return Command(name, text[first.length :].strip())


def clean(text: str) -> str:
    """`text` without null bytes and lone surrogates, which databases and JSON refuse."""
    return text.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
