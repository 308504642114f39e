"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage(s), pinning, reactions."""

from __future__ import annotations

from bot.standin.errors import bad_request
from bot.standin.keyboards import read_markup
from bot.standin.methods.messages import caption_content, text_content
from bot.standin.methods.sending import find_chat, find_message, open_chat
from bot.standin.model import Chat, Json, Message
from bot.standin.params import Params
from bot.standin.parts import Standin

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
MAX_DELETED = 100
# Bot API deleteMessage: "A message can only be deleted if it was sent less than 48 hours ago."
DELETABLE_S = 48 * 3600


def edit_message_text(standin: Standin, params: Params) -> Json:
    """Another text; buttons that are not passed again go away."""
    chat, message = _own_message(standin, params)
    if "text" not in message.payload:
        raise bad_request("there is no text in the message to edit")
    content = text_content(params)
    return _edit(standin, params, chat, message, {"entities": None, "link_preview_options": None, **content})


def edit_message_caption(standin: Standin, params: Params) -> Json:
    """Another caption, or none."""
    chat, message = _own_message(standin, params)
    if not {"photo", "voice", "document", "audio", "video"} & message.payload.keys():
        raise bad_request("there is no caption in the message to edit")
    content = caption_content(params)
    return _edit(standin, params, chat, message, {"caption": None, "caption_entities": None, **content})


def edit_message_reply_markup(standin: Standin, params: Params) -> Json:
    """Other buttons, or none."""
    chat, message = _own_message(standin, params)
    return _edit(standin, params, chat, message, {})


def _own_message(standin: Standin, params: Params) -> tuple[Chat, Message]:
    chat = open_chat(standin, params)
    message = find_message(chat, params, "message to edit not found")
    if not message.is_from_bot:
        raise bad_request("message can't be edited")
    return chat, message


def _edit(standin: Standin, params: Params, chat: Chat, message: Message, content: Json) -> Json:
    markup = read_markup(params)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    changes = {**content, "reply_markup": markup}
    if all(message.payload.get(name) == value for name, value in changes.items()):
        raise bad_request(NOT_MODIFIED)
    standin.world.replace(chat, message, changes, stamps=bool(content))
    return message.payload


def delete_message(standin: Standin, params: Params) -> bool:
    """Take a message away for everybody."""
    chat = find_chat(standin, params)
    message = find_message(chat, params, "message to delete not found")
    if message.id in chat.topics or standin.clock.now() - message.payload["date"] > DELETABLE_S:
        raise bad_request("message can't be deleted for everyone")
    standin.world.delete(chat, message)
    return True


def delete_messages(standin: Standin, params: Params) -> bool:
    """Take several away; those that are not there are passed over."""
    chat = find_chat(standin, params)
    ids = params.optional_list("message_ids", "message identifiers") or []
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MAX_DELETED:
        raise bad_request("too many messages to delete")
    for message_id in ids:
        message = chat.messages.get(int(message_id))
        if message is not None and message.id not in chat.topics:
            standin.world.delete(chat, message)
    return True


def pin_chat_message(standin: Standin, params: Params) -> bool:
    """Pin a message on top of its chat."""
    chat = find_chat(standin, params)
    message = find_message(chat, params, "message to pin not found")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
    standin.world.record(chat, "pinned", message_id=message.id)
    return True


def set_message_reaction(standin: Standin, params: Params) -> bool:
    """Put an emoji on a message; bots have one at most."""
    chat = open_chat(standin, params)
    message = find_message(chat, params, "message to react not found")
    reaction = params.optional_list("reaction", "reaction types") or []
    if len(reaction) > 1 or any(item.get("type") != "emoji" for item in reaction):
        raise bad_request("REACTIONS_TOO_MANY" if len(reaction) > 1 else "REACTION_INVALID")
    emoji = [item["emoji"] for item in reaction]
    standin.world.record(chat, "reaction", message_id=message.id, user_id=standin.bot["id"], emoji=emoji)
    return True
