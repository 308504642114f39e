"""What is to be sent because of a hand-off? To the person, and to the volunteers' groups."""

from __future__ import annotations

import msgspec

from bot.content.model import Tag, TopicId


class ToPerson(msgspec.Struct, frozen=True, tag="to_person"):
    """What a volunteer wrote or sent. message: its number in the transcript; source: where media are copied from.

    edited: the copy that the person has is changed, instead of a new one sent; a text that is None is taken back.
    """

    tag: Tag
    message: int
    text: str | None
    kind: str = "text"
    source_chat: int | None = None
    source_message: int | None = None
    edited: bool = False


class ToDesk(msgspec.Struct, frozen=True, tag="to_desk"):
    """What a person wrote or sent, or a volunteer in the console, for the topic of the request."""

    tag: Tag
    request: int
    message: int
    text: str
    kind: str = "text"
    source_chat: int | None = None
    source_message: int | None = None
    alias: str | None = None
    note: bool = False
    edited: bool = False


class DeskCard(msgspec.Struct, frozen=True, tag="desk_card"):
    """What volunteers see of a request, at the top of its topic; made once and changed after that. Times: seconds."""

    tag: Tag
    request: int
    name: str
    language: Tag
    topics: tuple[TopicId, ...]
    urgent: bool
    state: str
    waiting_since: float
    alias: str | None = None


class DeskLine(msgspec.Struct, frozen=True, tag="desk_line"):
    """A line of the bot in the topic of a request. text: its id among the desk's texts; choices: buttons below."""

    tag: Tag
    request: int
    text: str
    arguments: dict[str, str | int] = {}
    choices: tuple[tuple[str, str], ...] = ()


class DeskBoard(msgspec.Struct, frozen=True, tag="desk_board"):
    """Who waits, by language, in the general topic of a group. aloud: sent anew, so that phones ring."""

    tag: Tag
    waiting: dict[Tag, int]
    urgent: int
    aloud: bool = False


class DeskReply(msgspec.Struct, frozen=True, tag="desk_reply"):
    """The bot's answer to one message of a volunteer. thread: the topic it stands in, if any."""

    tag: Tag
    text: str
    thread: int | None
    reply_to: int
    arguments: dict[str, str | int] = {}


class DeskToast(msgspec.Struct, frozen=True, tag="desk_toast"):
    """The end of a button's waiting sign for a volunteer."""

    tag: Tag
    callback_id: str
    text: str | None = None
    arguments: dict[str, str | int] = {}


class CloseTopic(msgspec.Struct, frozen=True, tag="close_topic"):
    """The topic of a request is closed; it is opened again if the request is."""

    tag: Tag
    request: int


class DropTopic(msgspec.Struct, frozen=True, tag="drop_topic"):
    """The topic of a request is deleted with all that is in it: the person wants everything erased."""

    tag: Tag
    request: int
    thread: int


DeskDelivery = ToPerson | ToDesk | DeskCard | DeskLine | DeskBoard | DeskReply | DeskToast | CloseTopic | DropTopic
