"""What can come from a person? The closed set that every update becomes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Text:
    """Something typed. text: as Telegram sent it, at most 4,096 characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the menu. name: without slash and bot name, lower case; argument: what follows it."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A tapped button. data: its callback data; callback_id: to be acknowledged; message_id: where it stands."""

    data: str
    callback_id: str
    message_id: int | None = None


class AttachmentKind(Enum):
    """What a person sent instead of words."""

    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"
    LOCATION = "location"
    CONTACT = "contact"
    STICKER = "sticker"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that is not text; its content is not read, its caption is."""

    kind: AttachmentKind
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A message that the person corrected. fresh: changed within minutes, so that an answer still helps."""

    text: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class Departure:
    """The person blocked the bot (`gone`), or came back."""

    gone: bool


Input = Text | Command | Choice | Attachment | Edit | Departure
