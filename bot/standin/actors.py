"""What can people do on their phones? Each act changes the world and gives the bot its update."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.standin.entities import MAX_CAPTION_CHARACTERS, MAX_TEXT_CHARACTERS, formatted
from bot.standin.errors import ControlError
from bot.standin.media import media_content
from bot.standin.methods.chats import set_closed
from bot.standin.model import Chat, Json, Message, Person, Topic, person_view
from bot.standin.parts import Standin, Tap
from bot.standin.samples import VOICE_S, sample_document, sample_photo, sample_sticker, sample_voice

MEDIA_KINDS = ("photo", "voice", "document", "audio", "video", "sticker")
# Boulevard Pacheco, Brussels: where a phone in the sample is.
SAMPLE_PLACE = {"latitude": 50.8517, "longitude": 4.3608}


@dataclass(frozen=True, slots=True)
class Sending:
    """A message that a person sends; a file without content is the built-in sample of its kind."""

    kind: str = "text"
    text: str = ""
    thread_id: int | None = None
    reply_to: int | None = None
    file_name: str = ""
    mime_type: str = ""
    content: bytes = b""
    details: Json | None = None


def send(standin: Standin, person: Person, chat: Chat, sending: Sending) -> Json:
    """Post a person's message; /start opens the chat, and ends a block."""
    _check_may_write(standin, person, chat, sending)
    reply_to = chat.messages.get(sending.reply_to or 0)
    thread_id = sending.thread_id
    if thread_id is None and reply_to is not None:
        thread_id = reply_to.payload.get("message_thread_id")
    content = _content(standin, sending)
    if not chat.is_group and not person.has_started:
        person.has_started = True
        standin.world.record(chat, "status", person=person_view(person))
    message = standin.world.post(chat, person.as_user(), content, thread_id=thread_id, reply_to=reply_to)
    standin.updates.add("message", message.payload)
    return message.payload


def _check_may_write(standin: Standin, person: Person, chat: Chat, sending: Sending) -> None:
    if chat.is_group:
        if not person.is_volunteer:
            raise ControlError(403, "only volunteers are in the group")
        if sending.thread_id is not None and sending.thread_id not in chat.topics:
            raise ControlError(404, "no such topic")
        return
    if chat.id != person.id:
        raise ControlError(403, "this is another person's chat")
    if person.has_blocked:
        if not sending.text.startswith("/start"):
            raise ControlError(409, "the person has blocked the bot")
        set_blocked(standin, person, False)


def _content(standin: Standin, sending: Sending) -> Json:
    details = sending.details or {}
    if sending.kind == "text":
        return _text(sending.text, MAX_TEXT_CHARACTERS, "text", "entities")
    if sending.kind == "location":
        return {"location": {**SAMPLE_PLACE, **details}}
    if sending.kind == "venue":
        venue = {"location": SAMPLE_PLACE, "title": "Startpunt", "address": "Brussels", **details}
        return {"location": venue["location"], "venue": venue}
    if sending.kind == "contact":
        return {"contact": {"phone_number": "+3220000000", "first_name": "Sample", **details}}
    if sending.kind not in MEDIA_KINDS:
        raise ControlError(400, f"no such kind of message: {sending.kind}")
    if sending.kind in ("audio", "video") and not sending.content:
        raise ControlError(400, f"there is no sample of kind {sending.kind}; send a file")
    name, mime_type, content = _file(sending)
    if sending.kind == "voice":
        details = {"duration": VOICE_S, **details}
    body = media_content(standin.files, standin.files.add(sending.kind, name, mime_type, content, details))
    caption = _text(sending.text, MAX_CAPTION_CHARACTERS, "caption", "caption_entities") if sending.text else {}
    return {**body, **caption}


def _file(sending: Sending) -> tuple[str, str, bytes]:
    if sending.content:
        name = sending.file_name or "file"
        return name, sending.mime_type or "application/octet-stream", sending.content
    match sending.kind:
        case "photo":
            return "photo.png", "image/png", sample_photo()
        case "voice":
            return "voice.oga", "audio/ogg", sample_voice()
        case "sticker":
            return "sticker.webp", "image/webp", sample_sticker()
        case _:
            return "letter.pdf", "application/pdf", sample_document()


def _text(text: str, limit: int, name: str, entities_name: str) -> Json:
    """Plain text with what the client marks (commands, links); a person's app cuts no message in two."""
    parsed, entities = formatted(text, None, None, limit=limit, too_long=f"{name} is too long")
    if not parsed:
        raise ControlError(400, "an empty message cannot be sent")
    return {name: parsed, entities_name: entities} if entities else {name: parsed}


def edit(standin: Standin, person: Person, chat: Chat, message: Message, text: str) -> Json:
    """Change the text or caption of one's own message."""
    if message.payload["from"]["id"] != person.id:
        raise ControlError(403, "this is not the person's own message")
    has_caption = "text" not in message.payload
    limit = MAX_CAPTION_CHARACTERS if has_caption else MAX_TEXT_CHARACTERS
    names = ("caption", "caption_entities") if has_caption else ("text", "entities")
    standin.world.replace(chat, message, {names[1]: None, **_text(text, limit, *names)})
    standin.updates.add("edited_message", message.payload)
    return message.payload


def tap(standin: Standin, person: Person, chat: Chat, message: Message, button: Json) -> Json:
    """Tap an inline button. Buttons with a link or a text to copy tell the bot nothing."""
    if "callback_data" not in button:
        return {name: button[name] for name in ("url", "copy_text") if name in button}
    query_id = standin.new_tap(Tap(chat.id, person.id, message.id, standin.clock.now()))
    query = {
        "id": query_id,
        "from": person.as_user(),
        "message": message.payload,
        "chat_instance": str(chat.id * 7919),
        "data": button["callback_data"],
    }
    update_id = standin.updates.add("callback_query", query)
    return {"callback_query_id": query_id, "update_id": update_id}


def find_button(message: Message, **wanted: Any) -> Json:
    """The first inline button whose fields have the wanted values: text=..., callback_data=...."""
    rows = message.payload.get("reply_markup", {}).get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        if all(button.get(name) == value for name, value in wanted.items()):
            return dict(button)
    raise ControlError(404, "the message has no such button")


def set_blocked(standin: Standin, person: Person, has_blocked: bool) -> None:
    """Block or unblock the bot; it hears of it as my_chat_member."""
    if person.has_blocked == has_blocked:
        return
    person.has_blocked = has_blocked
    before, after = _membership(standin, not has_blocked), _membership(standin, has_blocked)
    update = {
        "chat": standin.world.chats[person.id].description,
        "from": person.as_user(),
        "date": int(standin.clock.now()),
        "old_chat_member": before,
        "new_chat_member": after,
    }
    standin.updates.add("my_chat_member", update)
    standin.world.record(standin.world.chats[person.id], "status", person=person_view(person))


def _membership(standin: Standin, is_blocked: bool) -> Json:
    if is_blocked:
        return {"user": standin.bot, "status": "kicked", "until_date": 0}
    return {"user": standin.bot, "status": "member"}


def react(standin: Standin, person: Person, chat: Chat, message: Message, emoji: str) -> None:
    """Put an emoji on a message; the bot hears of it if it asked for message_reaction."""
    standin.world.record(chat, "reaction", message_id=message.id, user_id=person.id, emoji=[emoji] if emoji else [])
    update = {
        "chat": chat.description,
        "message_id": message.id,
        "user": person.as_user(),
        "date": int(standin.clock.now()),
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
    }
    standin.updates.add("message_reaction", update)


def create_topic(standin: Standin, person: Person, name: str) -> Topic:
    """A volunteer opens a topic; the bot gets the service message."""
    group = standin.world.group
    topic = standin.world.open_topic(group, person.as_user(), name, None)
    standin.updates.add("message", group.messages[topic.id].payload)
    return topic


def change_topic(standin: Standin, person: Person, topic: Topic, action: str) -> None:
    """A volunteer closes, reopens or deletes a topic; of a deletion the bot hears nothing."""
    if action == "delete":
        standin.world.delete_topic(standin.world.group, topic)
        return
    if action not in ("close", "reopen"):
        raise ControlError(404, f"no such action: {action}")
    payload = set_closed(standin, standin.world.group, topic, person.as_user(), action == "close")
    standin.updates.add("message", payload)
