"""Keyboards that Telegram takes and refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.standin.errors import ApiError
from bot.standin.keyboards import read_markup
from bot.standin.params import Params

TAKEN = {
    "data": {"text": "Yes", "callback_data": "y"},
    "data of 64 bytes": {"text": "Yes", "callback_data": "é" * 32},
    "link": {"text": "Site", "url": "https://fedasil.be"},
    "link to Telegram": {"text": "Chat", "url": "tg://user?id=1"},
    "text to copy": {"text": "Copy", "copy_text": {"text": "0800 12 345"}},
}
REFUSED = {
    "data of 65 bytes": ({"text": "Yes", "callback_data": "é" * 32 + "x"}, "BUTTON_DATA_INVALID"),
    "no data": ({"text": "Yes", "callback_data": ""}, "BUTTON_DATA_INVALID"),
    "no label": ({"text": "", "callback_data": "y"}, "BUTTON_TEXT_INVALID"),
    "no action": ({"text": "Yes"}, "Text buttons are unallowed in the inline keyboard"),
    "no object": ("Yes", "InlineKeyboardButton must be an Object"),
    "no link": ({"text": "Site", "url": "somewhere"}, "Wrong HTTP URL"),
    "too much to copy": ({"text": "Copy", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
}


def read(markup: Any) -> Any:
    return read_markup(Params({"reply_markup": json.dumps(markup)}))


@pytest.mark.parametrize("button", TAKEN.values(), ids=TAKEN)
def test_inline_button_is_taken(button: dict[str, Any]) -> None:
    assert read({"inline_keyboard": [[button]]}) == {"inline_keyboard": [[button]]}


@pytest.mark.parametrize("button, refusal", REFUSED.values(), ids=REFUSED)
def test_inline_button_is_refused(button: Any, refusal: str) -> None:
    with pytest.raises(ApiError) as refused:
        read({"inline_keyboard": [[button]]})

    assert refusal in refused.value.description


def test_empty_inline_keyboard_is_none() -> None:
    assert read({"inline_keyboard": [[]]}) is None


def test_keys_may_be_plain_words() -> None:
    assert read({"keyboard": [["Yes", {"text": "No"}]]}) == {"keyboard": [[{"text": "Yes"}, {"text": "No"}]]}


@pytest.mark.parametrize("markup", [{"x": 1}, [1], "x", {"inline_keyboard": 1}, {"inline_keyboard": [1]}], ids=repr)
def test_other_things_are_no_keyboard(markup: Any) -> None:
    with pytest.raises(ApiError, match="Bad Request"):
        read(markup)


def test_more_than_a_hundred_buttons_are_too_many() -> None:
    with pytest.raises(ApiError, match="REPLY_MARKUP_TOO_LONG"):
        read({"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101})
