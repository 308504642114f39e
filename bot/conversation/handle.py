"""One input in, one decision out: understand it, then decide."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from bot.content.model import Tag
from bot.conversation.decide import Decision, Known, Understanding
from bot.conversation.inputs import Input
from bot.conversation.ports import LanguageDetector, TopicRanker
from bot.conversation.respond import question_in, respond
from bot.conversation.safety import SafetyPhrases
from bot.conversation.state import Conversation, Owner
from bot.language.evidence import Keep, weigh


@dataclass(frozen=True, slots=True)
class Mind:
    """All that is needed to handle an input."""

    known: Known
    detector: LanguageDetector
    ranker: TopicRanker
    safety: SafetyPhrases


async def handle(state: Conversation, received: Input, phone: Tag | None, mind: Mind) -> Decision:
    """Decide about one input. phone: the language of the person's phone, when the update tells it."""
    if phone and phone != state.phone:
        state = msgspec.structs.replace(state, phone=phone)
    question = question_in(received)
    if state.owner is Owner.VOLUNTEER and question is not None:
        # The bot is silent: of what is written only danger matters, and the volunteer reads the rest.
        silent = Understanding(Keep(), state.evidence, None, mind.safety.match(question))
        return respond(state, received, silent, mind.known)
    understanding = await understand(state, question, mind) if question is not None else None
    return respond(state, received, understanding, mind.known)


async def understand(state: Conversation, text: str, mind: Mind) -> Understanding:
    """What `text` says in this chat: its language, its topics, and whether somebody is in danger."""
    evidence, verdict = weigh(
        state.evidence,
        mind.detector.detect(text),
        current=state.language,
        chosen=state.chosen,
        phone=state.phone,
        full=mind.known.registry.full,
    )
    return Understanding(verdict, evidence, await mind.ranker.rank(text), mind.safety.match(text))
