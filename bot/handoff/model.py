"""What is a hand-off made of? Requests, volunteers, shifts. Times are seconds since 1970 (UTC) unless said so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum
from typing import NewType

from bot.content.model import Tag, TopicId

RequestId = NewType("RequestId", int)
VolunteerId = NewType("VolunteerId", int)


class RequestState(Enum):
    """The life of a request. It has an owner in state `owned`, and in no other."""

    QUEUED = "queued"
    OWNED = "owned"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


OPEN = (RequestState.QUEUED, RequestState.OWNED)


class EventKind(Enum):
    """What can happen to a request; each is kept with its time and who did it, never with a text."""

    REQUESTED = "requested"
    CLAIMED = "claimed"
    RELEASED = "released"
    TRANSFERRED = "transferred"
    RETURNED = "returned"
    PINGED = "pinged"
    REMINDED = "reminded"
    TOLD = "told"
    ASKED = "asked"
    ENDED = "ended"
    CLOSED_SILENT = "closed_silent"
    WITHDRAWN = "withdrawn"
    RATED = "rated"
    OPENED = "opened"
    ANSWER_WRONG = "answer_wrong"
    ANSWER_MISSING = "answer_missing"


class Role(Enum):
    """What somebody may do: a coordinator may do everything."""

    VOLUNTEER = "volunteer"
    EDITOR = "editor"
    COORDINATOR = "coordinator"


class Level(Enum):
    """How well a volunteer has a language. A bridge language is one for want of a better."""

    FLUENT = "fluent"
    BRIDGE = "bridge"


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody who wants a person.

    owner: the one field that says who answers; waiting_since: kept when a request returns to the queue, so that it
    stands before those that came later; person_at, volunteer_at: the last message of each; unanswered_since: the first
    message of the person that the owner has not answered, or the claim; told_at: the last word to a waiting person;
    pinged_at, reminded_at, asked_at: when volunteers, owner and person were last reminded, None since it was answered.
    """

    id: RequestId
    state: RequestState
    language: Tag
    topic: TopicId | None
    urgent: bool
    waiting_since: float
    told_at: float
    owner: VolunteerId | None = None
    person_at: float | None = None
    volunteer_at: float | None = None
    unanswered_since: float | None = None
    pinged_at: float | None = None
    reminded_at: float | None = None
    asked_at: float | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits or talks."""
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class Volunteer:
    """Somebody who takes conversations over. alias: all that a person ever sees of them."""

    id: VolunteerId
    alias: str
    languages: Mapping[Tag, Level]
    roles: frozenset[Role] = frozenset({Role.VOLUNTEER})
    disabled: bool = False

    def speaks(self, tag: Tag) -> bool:
        """Whether they can help somebody who writes `tag` in that language itself."""
        return self.languages.get(tag) is Level.FLUENT


@dataclass(frozen=True, slots=True)
class Block:
    """A weekly shift, Brussels time. weekday: Monday is 0; several blocks a day are allowed."""

    volunteer: VolunteerId
    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which a volunteer is away, both included."""

    volunteer: VolunteerId
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is there when. here_until: volunteers who said that they are here now, and until when."""

    volunteers: tuple[Volunteer, ...] = ()
    blocks: tuple[Block, ...] = ()
    absences: tuple[Absence, ...] = ()
    here_until: Mapping[VolunteerId, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rules:
    """How long anybody may be left waiting, in seconds; all of it can be set."""

    ping_after_s: float = 600.0
    remind_after_s: float = 600.0
    return_after_s: float = 1200.0
    ask_after_s: float = 24 * 3600.0
    close_after_s: float = 12 * 3600.0
    word_every_s: float = 4 * 3600.0
    keep_transcript_s: float = 30 * 24 * 3600.0
