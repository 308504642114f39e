"""sendMessage, sendLocation, sendVenue, copyMessage, forwardMessage, sendChatAction."""

from __future__ import annotations

from bot.standin.entities import MAX_CAPTION_CHARACTERS, MAX_TEXT_CHARACTERS, formatted
from bot.standin.errors import bad_request
from bot.standin.methods.sending import deliver, find_chat, find_message, find_target, open_chat
from bot.standin.model import Json
from bot.standin.params import Params
from bot.standin.parts import Standin

CHAT_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
# What a copy takes over; the rest of a message belongs to its place.
COPIED_FIELDS = frozenset(
    {
        "text",
        "entities",
        "caption",
        "caption_entities",
        "photo",
        "voice",
        "document",
        "audio",
        "video",
        "sticker",
        "location",
        "venue",
        "contact",
    }
)


def text_content(params: Params, limit: int = MAX_TEXT_CHARACTERS) -> Json:
    """`text` and `entities` of a request. Raises ApiError when the text is empty or too long."""
    text, entities = formatted(
        params.text("text"),
        params.optional_text("parse_mode"),
        params.optional_list("entities", "message entities"),
        limit=limit,
        too_long="message is too long",
    )
    if not text:
        raise bad_request("message text is empty")
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    preview = params.optional_object("link_preview_options", "link preview options")
    if preview:
        content["link_preview_options"] = preview
    return content


def caption_content(params: Params) -> Json:
    """`caption` and `caption_entities` of a request; nothing without a caption."""
    caption, entities = formatted(
        params.text("caption"),
        params.optional_text("parse_mode"),
        params.optional_list("caption_entities", "caption entities"),
        limit=MAX_CAPTION_CHARACTERS,
        too_long="message caption is too long",
    )
    content: Json = {"caption": caption} if caption else {}
    if caption and entities:
        content["caption_entities"] = entities
    return content


def send_message(standin: Standin, params: Params) -> Json:
    """A text."""
    target = find_target(standin, params)
    return deliver(standin, params, text_content(params), target)


def send_location(standin: Standin, params: Params) -> Json:
    """A point on the map."""
    return deliver(standin, params, {"location": _location(params)})


def send_venue(standin: Standin, params: Params) -> Json:
    """A point on the map with a name and an address."""
    if not params.text("title") or not params.text("address"):
        raise bad_request("title is empty" if not params.text("title") else "address is empty")
    location = _location(params)
    venue = {"location": location, "title": params.text("title"), "address": params.text("address")}
    return deliver(standin, params, {"location": location, "venue": venue})


def _location(params: Params) -> Json:
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if latitude is None or not -90 <= latitude <= 90:
        raise bad_request("latitude is empty" if latitude is None else "wrong latitude specified")
    if longitude is None or not -180 <= longitude <= 180:
        raise bad_request("longitude is empty" if longitude is None else "wrong longitude specified")
    return {"latitude": latitude, "longitude": longitude}


def copy_message(standin: Standin, params: Params) -> Json:
    """The same content without a link to where it came from; answers with the id alone."""
    target = find_target(standin, params)
    source = find_chat(standin, params, "from_chat_id")
    original = find_message(source, params, "message to copy not found")
    content = {name: value for name, value in original.payload.items() if name in COPIED_FIELDS}
    if not content:
        raise bad_request("the message can't be copied")
    if params.values.get("caption") is not None and not {"text", "location"} & content.keys():
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content.update(caption_content(params))
    return {"message_id": deliver(standin, params, content, target)["message_id"]}


def forward_message(standin: Standin, params: Params) -> Json:
    """The same content with the name of who wrote it."""
    target = find_target(standin, params)
    source = find_chat(standin, params, "from_chat_id")
    original = find_message(source, params, "message to forward not found")
    content = {name: value for name, value in original.payload.items() if name in COPIED_FIELDS}
    if not content or original.payload.get("has_protected_content"):
        raise bad_request("the message can't be forwarded")
    author = {name: value for name, value in original.payload["from"].items() if name != "language_code"}
    content["forward_origin"] = {"type": "user", "sender_user": author, "date": original.payload["date"]}
    return deliver(standin, params, content, target)


def send_chat_action(standin: Standin, params: Params) -> bool:
    """Show that the bot is busy. A topic that is gone is no error here (tdlib/telegram-bot-api issue 732)."""
    chat = open_chat(standin, params)
    action = params.text("action").lower()
    if action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    standin.world.record(chat, "typing", action=action, message_thread_id=params.optional_integer("message_thread_id"))
    return True
