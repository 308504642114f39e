"""Is a reply_markup one that Telegram accepts?"""

from __future__ import annotations

import re
from typing import Any

from bot.standin.errors import bad_request
from bot.standin.model import Json
from bot.standin.params import Params

# Bot API: "Data to be sent in a callback query [...], 1-64 bytes"; copy_text 1-256 characters.
MAX_CALLBACK_DATA_BYTES = 64
MAX_COPY_TEXT_CHARACTERS = 256
MAX_BUTTONS = 100
_URL = re.compile(r"(?:https?://|tg://)?[^\s/]+\.[^\s]+\Z|tg://\S+\Z|https?://(?:localhost|\S+)", re.IGNORECASE)
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
_ACTIONS = ("callback_data", "url", "copy_text", "web_app", "login_url", "switch_inline_query", "pay")


def read_markup(params: Params) -> Json | None:
    """The reply_markup of a request, checked; None when there is none. An empty inline keyboard counts as none."""
    markup = params.optional_object("reply_markup", "reply keyboard markup")
    if not markup:
        return None
    if not any(kind in markup for kind in _KINDS):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], "InlineKeyboardMarkup")
        checked = [[_inline_button(button) for button in row] for row in rows if row]
        return {"inline_keyboard": checked} if checked else None
    if "keyboard" in markup:
        return {
            **markup,
            "keyboard": [[_reply_button(b) for b in row] for row in _rows(markup["keyboard"], "Keyboard")],
        }
    return markup


def _rows(value: Any, what: str) -> list[list[Any]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(f"can't parse reply keyboard markup: {what} must be an Array of Arrays")
    if sum(len(row) for row in value) > MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return value


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    given = [action for action in _ACTIONS if action in button]
    if not given:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    _check_action(given[0], button[given[0]])
    return button


def _check_action(action: str, value: Any) -> None:
    if action == "callback_data" and not 1 <= len(str(value).encode()) <= MAX_CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url" and not _URL.match(str(value)):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    if action == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 1 <= len(text) <= MAX_COPY_TEXT_CHARACTERS:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _reply_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    return button
