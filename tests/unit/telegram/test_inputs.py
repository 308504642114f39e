"""Every kind of update becomes one of the inputs, or is left alone on purpose."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Update

from bot.conversation.inputs import Attachment, AttachmentKind, Choice, Command, Departure, Edit, Input, Text
from bot.telegram.inputs import read
from tests.builders import CHAT_ID, edit_update, member_update, message, tap_update, text_update, update

_FILE = {"file_id": "a", "file_unique_id": "b"}
_PHOTO = [{**_FILE, "width": 1, "height": 1}]
_STICKER = {**_FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
_OVERRIDE = "\N{RIGHT-TO-LEFT OVERRIDE}abc"

TREATED: list[tuple[str, dict[str, Any], Input]] = [
    ("a text", text_update("hello"), Text("hello")),
    ("an empty text", text_update(" "), Text(" ")),
    ("the longest text", text_update("x" * 4096), Text("x" * 4096)),
    ("emoji alone", text_update("🙏"), Text("🙏")),
    ("a null byte", text_update("a\0b"), Text("a b")),
    ("a lone surrogate", text_update("a\ud800b"), Text("ab")),
    ("a right-to-left override", text_update(_OVERRIDE), Text(_OVERRIDE)),
    ("HTML in a text", text_update("<b>&amp;</b>"), Text("<b>&amp;</b>")),
    ("a command", text_update("/start"), Command("start")),
    ("a deep link", text_update("/start hub"), Command("start", "hub")),
    ("a command for this bot by name", text_update("/Menu@startpunt_bot"), Command("menu")),
    ("a slash that is no command", text_update("/ 12", entities=[]), Text("/ 12")),
    ("a fresh edit", edit_update("better", 60), Edit("better", fresh=True)),
    ("an edit of an old message", edit_update("better", 3600), Edit("better", fresh=False)),
    ("a tap", tap_update("m:"), Choice("m:", "77", 0)),
    ("a photo", update(message=message(photo=_PHOTO)), Attachment(AttachmentKind.PHOTO)),
    (
        "a photo with words",
        update(message=message(photo=_PHOTO, caption="my letter")),
        Attachment(AttachmentKind.PHOTO, "my letter"),
    ),
    ("a voice message", update(message=message(voice={**_FILE, "duration": 2})), Attachment(AttachmentKind.VOICE)),
    ("a document", update(message=message(document=_FILE)), Attachment(AttachmentKind.DOCUMENT)),
    ("a sticker", update(message=message(sticker=_STICKER)), Attachment(AttachmentKind.STICKER)),
    (
        "a place",
        update(message=message(location={"latitude": 50.8, "longitude": 4.3})),
        Attachment(AttachmentKind.LOCATION),
    ),
    (
        "a contact",
        update(message=message(contact={"phone_number": "1", "first_name": "A"})),
        Attachment(AttachmentKind.CONTACT),
    ),
    ("the bot is blocked", member_update("kicked"), Departure(gone=True)),
    ("the bot is unblocked", member_update("member"), Departure(gone=False)),
]

LEFT_ALONE: list[tuple[str, dict[str, Any]]] = [
    ("a text in a group", update(message=message(chat_type="supergroup", text="hello"))),
    ("a post in a channel", update(channel_post=message(chat_type="channel", text="hello"))),
    ("a pinned message", update(message=message(pinned_message=message(text="a")))),
    ("an edited photo", update(edited_message=message(photo=_PHOTO, edit_date=1_800_000_010))),
    ("a poll answer", update(poll_answer={"poll_id": "1", "option_ids": [0], "option_persistent_ids": ["0"]})),
    ("a kind that does not exist yet", update(brand_new_kind={"a": 1})),
    ("nothing but its number", update()),
]


def _parsed(raw: dict[str, Any]) -> Update:
    return Update.de_json(raw, None)


@pytest.mark.parametrize(("raw", "expected"), [case[1:] for case in TREATED], ids=[case[0] for case in TREATED])
def test_update_becomes_input(raw: dict[str, Any], expected: Input) -> None:
    incoming = read(_parsed(raw))

    assert incoming is not None
    assert incoming.chat_id == CHAT_ID
    actual = incoming.input
    if isinstance(actual, Choice):
        actual = Choice(actual.data, actual.callback_id, 0)
    assert actual == expected


@pytest.mark.parametrize("raw", [case[1] for case in LEFT_ALONE], ids=[case[0] for case in LEFT_ALONE])
def test_update_is_left_alone(raw: dict[str, Any]) -> None:
    assert read(_parsed(raw)) is None


def test_the_language_of_the_phone_is_reported() -> None:
    incoming = read(_parsed(text_update("hello", language="ti")))

    assert incoming is not None
    assert incoming.phone_code == "ti"
