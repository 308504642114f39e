"""What does the bot remember of a chat between two messages? No text, no name."""

from __future__ import annotations

from enum import Enum

import msgspec

from bot.content.model import Tag, TopicId
from bot.language.evidence import Evidence


class Owner(Enum):
    """Who answers: the bot, the bot while a request for a volunteer waits, or a volunteer while the bot is silent."""

    BOT = "bot"
    QUEUE = "queue"
    VOLUNTEER = "volunteer"


class Conversation(msgspec.Struct, frozen=True, kw_only=True):
    """The state of one chat.

    language: what the bot speaks here, None until it is known; chosen: the person picked it by a button;
    phone: what the phone said, a weak hint; misses: questions in a row that found no answer;
    unspoken: what the person wrote that the bot does not speak, and a volunteer may;
    owner: as the open request of the chat says, which alone decides it; never kept here;
    commenting: the ended request that the next sentence is about, if it is about one;
    pending: a topic that was understood before the language was known, answered as soon as it is.
    """

    language: Tag | None = None
    chosen: bool = False
    phone: Tag | None = None
    evidence: Evidence = msgspec.field(default_factory=Evidence)
    owner: Owner = Owner.BOT
    misses: int = 0
    recent: tuple[TopicId, ...] = ()
    unspoken: Tag | None = None
    pending: TopicId | None = None
    commenting: int | None = None
    reachable: bool = True
