"""What may follow from an input? The closed set that `decide` returns: messages to send and records to write."""

from __future__ import annotations

from enum import Enum

import msgspec

from bot.content.model import ServiceId, Tag, TopicId


class Keyboard(Enum):
    """Which buttons stand under a system text."""

    NONE = "none"
    MENU = "menu"
    LANGUAGES = "languages"
    HUMAN_OR_MENU = "human_or_menu"
    CONFIRM_HUMAN = "confirm_human"
    CONFIRM_FORGET = "confirm_forget"
    UNDO_LANGUAGE = "undo_language"
    SPOKEN_INSTEAD = "spoken_instead"
    QUEUED = "queued"
    STILL_THERE = "still_there"
    RATE_HUMAN = "rate_human"


class Say(msgspec.Struct, frozen=True, tag="say"):
    """A system text. message: its id in `locale/`; tag: its language; arguments: what it inserts."""

    message: str
    tag: Tag
    keyboard: Keyboard = Keyboard.NONE
    arguments: dict[str, str | int] = {}
    urgent: bool = False


class SendAnswer(msgspec.Struct, frozen=True, tag="answer"):
    """A curated answer in one language. feedback: ask whether it helped; urgent: sent before the rest."""

    topic: TopicId
    tag: Tag
    urgent: bool = False
    feedback: bool = True


class Suggest(msgspec.Struct, frozen=True, tag="suggest"):
    """Up to three topics as buttons, and a person. urgent: the emergency numbers stand above them."""

    topics: tuple[TopicId, ...]
    tag: Tag
    urgent: bool = False


class AskLanguage(msgspec.Struct, frozen=True, tag="ask_language"):
    """The likeliest languages as buttons by their own names; all languages when `tags` is empty."""

    tags: tuple[Tag, ...]
    tag: Tag


class ShowMenu(msgspec.Struct, frozen=True, tag="menu"):
    """The menu of areas, or of one area's topics. message_id: the menu message to change, else a new one."""

    tag: Tag
    area: str | None = None
    message_id: int | None = None


class SendPlace(msgspec.Struct, frozen=True, tag="place"):
    """A service on the map."""

    service: ServiceId
    tag: Tag


class Acknowledge(msgspec.Struct, frozen=True, tag="acknowledge"):
    """The end of a button's waiting sign. message: a system text shown for a moment, if any."""

    callback_id: str
    tag: Tag
    message: str | None = None


Delivery = Say | SendAnswer | Suggest | AskLanguage | ShowMenu | SendPlace | Acknowledge
"""What goes out to the person, through the outbox."""


class RequestHuman(msgspec.Struct, frozen=True):
    """Open a request for a volunteer, unless one is open, and say when one is there.

    tag: the language that a volunteer should speak; recent: what was asked before, newest first.
    """

    topic: TopicId | None
    tag: Tag
    urgent: bool
    recent: tuple[TopicId, ...] = ()


class WithdrawRequest(msgspec.Struct, frozen=True):
    """Close the open request: the person goes back to the bot, or ends the conversation with a volunteer."""


class PassOn(msgspec.Struct, frozen=True):
    """Keep what the person wrote or sent for the volunteer who answers or will. danger: it must be seen at once."""

    text: str
    kind: str = "text"
    danger: bool = False


class PassOnEdit(msgspec.Struct, frozen=True):
    """The person changed something that was passed on."""

    text: str


class StillThere(msgspec.Struct, frozen=True):
    """The person, asked whether they still need the volunteer, says yes."""


class RateHuman(msgspec.Struct, frozen=True):
    """Whether a volunteer helped. request: the one that ended."""

    request: int
    helpful: bool


class CommentHuman(msgspec.Struct, frozen=True):
    """A sentence about a conversation with a volunteer."""

    request: int
    text: str


class CountFeedback(msgspec.Struct, frozen=True):
    """One more thumb for an answer; nobody's name with it."""

    topic: TopicId
    tag: Tag
    helpful: bool


class Forget(msgspec.Struct, frozen=True):
    """Erase everything kept about this chat."""


Record = (
    RequestHuman
    | WithdrawRequest
    | PassOn
    | PassOnEdit
    | StillThere
    | RateHuman
    | CommentHuman
    | CountFeedback
    | Forget
)
"""What is written in the same transaction as the state."""

Effect = Delivery | Record
