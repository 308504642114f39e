"""What does a rendered message ask of the Bot API? Plain values, so that a test can print them."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import InlineKeyboardMarkup


@dataclass(frozen=True, slots=True)
class SendText:
    """sendMessage. html: at most 4,096 characters after entities parsing."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class EditText:
    """editMessageText of a message that the bot sent."""

    message_id: int
    html: str
    keyboard: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class SendVenue:
    """sendVenue: a pin on the map with name and address."""

    latitude: float
    longitude: float
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class AnswerCallback:
    """answerCallbackQuery. text: shown for a moment, at most 200 characters."""

    callback_id: str
    text: str | None = None


Call = SendText | EditText | SendVenue | AnswerCallback
