"""What does the bot do now? (state, input, understanding) -> (state, effects), with no I/O and no clock."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from bot.content.catalogue import Catalogue
from bot.content.model import Tag, TopicId, Urgency
from bot.conversation.effects import Effect, Say, SendAnswer
from bot.conversation.state import Conversation
from bot.language.evidence import Evidence, Verdict
from bot.language.registry import Registry
from bot.understanding.calibration import Calibration
from bot.understanding.ranking import Ranking

_RECENT_TOPICS = 5


@dataclass(frozen=True, slots=True)
class Known:
    """What does not change from message to message: content, languages, measured thresholds."""

    catalogue: Catalogue
    registry: Registry
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text was understood as. ranking: None while the nlu service is away; safety: by fixed phrases."""

    verdict: Verdict
    evidence: Evidence
    ranking: Ranking | None
    safety: TopicId | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The state after the input, and what follows, in order."""

    state: Conversation
    effects: tuple[Effect, ...] = ()


def spoken(state: Conversation, known: Known) -> Tag:
    """The language to answer in: the conversation's, else the phone's, else the first of the registry."""
    for tag in (state.language, state.phone):
        if tag:
            return known.registry.best_full(tag)
    return known.registry.full[0]


def answer_with(state: Conversation, topic: TopicId, tag: Tag, known: Known) -> Decision:
    """Answer with a curated topic and remember that it was asked."""
    urgency = known.catalogue.urgency(topic)
    recent = (topic, *(each for each in state.recent if each != topic))[:_RECENT_TOPICS]
    return Decision(
        msgspec.structs.replace(state, recent=recent, misses=0),
        (SendAnswer(topic, tag, urgent=urgency is not Urgency.NORMAL),),
    )


def say(state: Conversation, *texts: Say) -> Decision:
    """Say system texts and change nothing."""
    return Decision(state, texts)


def is_urgent(state: Conversation, known: Known) -> bool:
    """Whether what the person asked lately presses, so that a volunteer should come first."""
    return any(known.catalogue.urgency(topic) is not Urgency.NORMAL for topic in state.recent)
