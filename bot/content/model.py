"""What is an answer made of? The values that `content/` holds once it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum
from typing import NewType

TopicId = NewType("TopicId", str)
"""`area/slug`, as in the topic catalogue."""

ServiceId = NewType("ServiceId", str)
FactId = NewType("FactId", str)
Tag = str
"""A language tag of the registry."""

SOURCE_TAG = "en"
"""The language that the others are translated from."""

CHAT_AREA = "chat"
"""The area whose topics are answered by system texts, not by content."""


class Urgency(Enum):
    """How much a topic presses: an emergency is sent first and begins with the emergency numbers."""

    NORMAL = "normal"
    URGENT = "urgent"
    EMERGENCY = "emergency"


class TranslationState(Enum):
    """The state of one answer against its source."""

    REVIEWED = "reviewed"
    UNREVIEWED = "unreviewed"
    OUTDATED = "outdated"
    UNTRANSLATED = "untranslated"
    """Still the English text, to be overwritten: shown to nobody."""


class Confidence(Enum):
    """How sure a fact is: what is not confirmed is shown with "check before you go", or not at all."""

    CONFIRMED = "confirmed"
    OLDER_SOURCE = "older-source"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read, and the date that page states (`undated` when it states none)."""

    url: str
    stated: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number, amount, phone or name that texts refer to: kept once, right in every language."""

    id: FactId
    kind: str
    value: int | float | str
    source: str
    stated: str
    checked: date
    confidence: Confidence
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours by weekday (Monday is 0), Brussels time; each interval is (opens, closes)."""

    always: bool = False
    weekdays: tuple[tuple[tuple[time, time], ...], ...] = ()
    public_holidays: str = "closed"
    closures: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """A place on the map, in degrees (WGS 84)."""

    latitude: float
    longitude: float
    source: str


@dataclass(frozen=True, slots=True)
class Address:
    """A street address in the official languages of the place."""

    street: Mapping[Tag, str]
    postcode: str
    town: Mapping[Tag, str]


@dataclass(frozen=True, slots=True)
class Service:
    """A place or line that helps: what the card under an answer shows."""

    id: ServiceId
    name: Mapping[Tag, str]
    what: Mapping[Tag, str]
    confidence: Confidence
    checked: date
    review_by: date
    address: Address | None = None
    directions: Mapping[Tag, str] = field(default_factory=dict)
    position: Position | None = None
    phone: str | None = None
    mail: str | None = None
    web: str | None = None
    hours: Hours | None = None
    hours_note: Mapping[Tag, str] = field(default_factory=dict)
    hours_confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """What a language calls a Belgian office, paper or rule. find: one of these stands in every text that names it."""

    term: str
    explanation: str
    find: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The text of one topic in one language. title: at most 30 characters; body: the allowed Markdown."""

    topic: TopicId
    tag: Tag
    title: str
    body: str
    state: TranslationState
    source_hash: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """What is the same in every language about one question people ask."""

    id: TopicId
    sources: tuple[Source, ...]
    checked: date
    review_by: date
    urgency: Urgency
    related: tuple[TopicId, ...]
    services: tuple[ServiceId, ...]
    answers: Mapping[Tag, Answer]
    unconfirmed: str = ""

    @property
    def area(self) -> str:
        """The part of the id before the slash."""
        return self.id.split("/", 1)[0]
