"""What can a button mean? Each meaning is one value; its callback data is at most 64 bytes, ids only.

A button may be tapped months after it was sent, or be forged: `parse` then returns None and the bot says so politely.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.content.model import ServiceId, Tag, TopicId

MAX_CALLBACK_BYTES = 64
"""Bot API: callback_data is 1-64 bytes."""


@dataclass(frozen=True, slots=True)
class ShowTopic:
    """Answer with this topic in the person's language."""

    topic: TopicId


@dataclass(frozen=True, slots=True)
class ShowTopicIn:
    """The same answer in another language, to show to somebody."""

    topic: TopicId
    tag: Tag


@dataclass(frozen=True, slots=True)
class OpenMenu:
    """The menu of areas, or one area's topics. in_place: the button stands in a menu, which changes."""

    area: str | None = None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class PickLanguage:
    """Speak this language from now on."""

    tag: Tag


@dataclass(frozen=True, slots=True)
class ListLanguages:
    """Show the languages to pick from."""


@dataclass(frozen=True, slots=True)
class AskHuman:
    """Offer a volunteer: shows what a volunteer will see and asks once more."""


@dataclass(frozen=True, slots=True)
class ConfirmHuman:
    """Yes, a volunteer please; or no."""

    yes: bool


@dataclass(frozen=True, slots=True)
class BackToBot:
    """Leave the queue, or end the conversation with a volunteer."""


@dataclass(frozen=True, slots=True)
class StillHere:
    """Yes, the person still needs the volunteer."""


@dataclass(frozen=True, slots=True)
class RateVolunteer:
    """Did the volunteer help? request: the one that ended."""

    request: int
    helpful: bool


@dataclass(frozen=True, slots=True)
class ConfirmForget:
    """Yes, erase everything; or no."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """Whether an answer helped."""

    topic: TopicId
    tag: Tag
    helpful: bool


@dataclass(frozen=True, slots=True)
class ShowPlace:
    """A service on the map."""

    service: ServiceId


Button = (
    ShowTopic
    | ShowTopicIn
    | OpenMenu
    | PickLanguage
    | ListLanguages
    | AskHuman
    | ConfirmHuman
    | BackToBot
    | StillHere
    | RateVolunteer
    | ConfirmForget
    | Rate
    | ShowPlace
)


def encode(button: Button) -> str:
    """The callback data of a button. Raises ValueError beyond 64 bytes, which is a fault of ours."""
    data = ":".join(_parts(button))
    if len(data.encode()) > MAX_CALLBACK_BYTES:
        raise ValueError(f"callback data too long: {data}")
    return data


def _parts(button: Button) -> tuple[str, ...]:
    match button:
        case ShowTopic(topic):
            return ("t", topic)
        case ShowTopicIn(topic, tag):
            return ("x", topic, tag)
        case OpenMenu(area, in_place):
            return ("e" if in_place else "m", area or "")
        case PickLanguage(tag):
            return ("l", tag)
        case ListLanguages():
            return ("ll",)
        case AskHuman():
            return ("h",)
        case ConfirmHuman(yes):
            return ("hc", _flag(yes))
        case BackToBot():
            return ("hb",)
        case StillHere():
            return ("hs",)
        case RateVolunteer(request, helpful):
            return ("hr", str(request), _flag(helpful))
        case ConfirmForget(yes):
            return ("fc", _flag(yes))
        case Rate(topic, tag, helpful):
            return ("r", topic, tag, _flag(helpful))
        case ShowPlace(service):
            return ("p", service)


def _flag(yes: bool) -> str:
    return "y" if yes else "n"


_READERS: dict[tuple[str, int], Callable[..., Button]] = {
    ("t", 1): lambda topic: ShowTopic(TopicId(topic)),
    ("x", 2): lambda topic, tag: ShowTopicIn(TopicId(topic), tag),
    ("m", 1): lambda area: OpenMenu(area or None),
    ("e", 1): lambda area: OpenMenu(area or None, in_place=True),
    ("l", 1): PickLanguage,
    ("ll", 0): ListLanguages,
    ("h", 0): AskHuman,
    ("hc", 1): lambda flag: ConfirmHuman(flag == "y"),
    ("hb", 0): BackToBot,
    ("hs", 0): StillHere,
    ("hr", 2): lambda request, flag: RateVolunteer(int(request), flag == "y"),
    ("fc", 1): lambda flag: ConfirmForget(flag == "y"),
    ("r", 3): lambda topic, tag, flag: Rate(TopicId(topic), tag, flag == "y"),
    ("p", 1): lambda service: ShowPlace(ServiceId(service)),
}


def parse(data: str) -> Button | None:
    """The meaning of callback data; None when it is not one of ours. Ids in it are not checked here."""
    verb, *arguments = data.split(":")
    reader = _READERS.get((verb, len(arguments)))
    try:
        return reader(*arguments) if reader else None
    except ValueError:  # a forged number
        return None
