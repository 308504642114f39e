"""What does the stand-in consist of?"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count, takewhile
from pathlib import Path

from aiohttp import web

from bot.standin.calls import CallLog
from bot.standin.clock import Clock
from bot.standin.faults import Faults
from bot.standin.files import FileStore
from bot.standin.limits import Limiter, Limits
from bot.standin.model import Json
from bot.standin.updates import UPDATE_IDS_PER_S, UpdateQueue
from bot.standin.webhook import WebhookDelivery
from bot.standin.world import World

# Opens nothing but the stand-in.
DEFAULT_TOKEN = "110201543:local-stand-in-token-for-two-phones"  # noqa: S105
DEFAULT_GROUP_ID = -1002000000001


@dataclass(frozen=True, slots=True)
class Options:
    """How a stand-in is started."""

    token: str = field(default=DEFAULT_TOKEN, repr=False)
    limits: Limits = field(default_factory=Limits)
    bot_name: str = "Startpunt"
    bot_username: str = "startpunt_local_bot"
    group_id: int = DEFAULT_GROUP_ID
    group_title: str = "Startpunt volunteers"
    webhook_retry_base_s: float = 1.0
    state_file: Path | None = None
    allow_remote: bool = False


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap on a button that the bot may still answer."""

    chat_id: int
    person_id: int
    message_id: int
    at: float


@dataclass(slots=True)
class Profile:
    """What the bot says about itself: by language_code, "" for all others."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)


class Standin:
    """The parts of one running stand-in."""

    def __init__(self, options: Options, clock: Clock | None = None) -> None:
        self.options = options
        self.clock = clock or Clock()
        start = int(self.clock.now() * UPDATE_IDS_PER_S)
        prefix = options.token.partition(":")[0]
        self.bot: Json = {
            "id": int(prefix) if prefix.isdigit() else 110201543,
            "is_bot": True,
            "first_name": options.bot_name,
            "username": options.bot_username,
        }
        self.world = World(self.clock, self.bot, options.group_id, options.group_title)
        self.files = FileStore(start)
        self.updates = UpdateQueue(self.clock)
        self.delivery = WebhookDelivery(self.updates, self.clock, retry_base_s=options.webhook_retry_base_s)
        self.updates.listeners.append(self.delivery.wake)
        self.limiter = Limiter(options.limits, self.clock)
        self.profile = Profile()
        self.faults = Faults()
        self.calls = CallLog()
        self.taps: dict[str, Tap] = {}
        self._tap_numbers = count(start)

    def new_tap(self, tap: Tap) -> str:
        """Remember a tap under a new callback query id; those too old to be answered are forgotten."""
        oldest = tap.at - self.limiter.limits.callback_answer_s
        for query_id in list(takewhile(lambda query_id: self.taps[query_id].at < oldest, self.taps)):
            del self.taps[query_id]
        query_id = str(next(self._tap_numbers))
        self.taps[query_id] = tap
        return query_id


STANDIN = web.AppKey("standin", Standin)
