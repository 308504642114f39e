"""What follows from a text that somebody typed?"""

from __future__ import annotations

import msgspec

from bot.content.model import CHAT_AREA, Tag, TopicId
from bot.conversation.decide import Decision, Known, Understanding, answer_with, spoken
from bot.conversation.effects import AskLanguage, Effect, Keyboard, Say, Suggest
from bot.conversation.state import Conversation
from bot.language.evidence import Ask, Other, Switch
from bot.understanding.ranking import AnswerWith, Choose, NothingFits, Reading, read

MISSES_BEFORE_OFFER = 2
"""After so many questions in a row without an answer the bot offers a person."""

_CHAT_TEXTS: dict[str, tuple[str, Keyboard]] = {
    "chat/greeting": ("greeting", Keyboard.MENU),
    "chat/thanks": ("thanks", Keyboard.MENU),
    "chat/goodbye": ("goodbye", Keyboard.MENU),
    "chat/human": ("human-offer", Keyboard.CONFIRM_HUMAN),
    "chat/about-bot": ("about-bot", Keyboard.MENU),
    "chat/privacy": ("privacy", Keyboard.CONFIRM_FORGET),
    "chat/help": ("help", Keyboard.HUMAN_OR_MENU),
    "chat/not-helpful": ("not-helpful", Keyboard.CONFIRM_HUMAN),
    "chat/out-of-scope": ("out-of-scope", Keyboard.HUMAN_OR_MENU),
}
_CHAT_LANGUAGE = TopicId("chat/language")


def ask(state: Conversation, text: str, understanding: Understanding, known: Known) -> Decision:
    """Answer a question, in the language that its words and the chat so far speak for."""
    state = msgspec.structs.replace(state, evidence=understanding.evidence)
    before = state.language
    match understanding.verdict:
        case Switch(tag=tag) if tag in known.registry.full:
            state = msgspec.structs.replace(state, language=tag, chosen=state.chosen and tag == before, unspoken=None)
        case Switch(tag=tag):
            return _not_yet(state, tag, understanding, known)
        case Other():
            return _not_yet(state, None, understanding, known)
        case _:
            pass
    decision = _answer(state, text, understanding, _tag(state, understanding, known), known)
    if isinstance(understanding.verdict, Ask):
        return _with_language_question(decision, understanding, known)
    if before and state.language != before:
        return _with_switch_notice(decision, before, known)
    return decision


def _tag(state: Conversation, understanding: Understanding, known: Known) -> Tag:
    """The language to answer in; while the chat has none, the likeliest one that its words leave open."""
    if state.language is None and isinstance(understanding.verdict, Ask) and understanding.verdict.tags:
        return known.registry.best_full(understanding.verdict.tags[0])
    return spoken(state, known)


def _answer(state: Conversation, text: str, understanding: Understanding, tag: Tag, known: Known) -> Decision:
    if understanding.safety:
        return answer_with(state, understanding.safety, tag, known)
    titled = known.catalogue.titled(text, tag)
    if titled:
        return answer_with(state, titled, tag, known)
    if not known.registry.reads(tag):
        endonym = known.registry[tag].endonym
        return Decision(state, (Say("menu-only", tag, Keyboard.HUMAN_OR_MENU, {"language": endonym}),))
    if understanding.ranking is None:
        return Decision(state, (Say("nlu-away", tag, Keyboard.HUMAN_OR_MENU),))
    return _follow(state, tag, read(understanding.ranking, known.calibration.thresholds(tag)), known)


def _follow(state: Conversation, tag: Tag, reading: Reading, known: Known) -> Decision:
    match reading:
        case AnswerWith(topic):
            return _answer_or_chat(state, topic, tag, known)
        case Choose(topics, urgent):
            return _missed(state, tag, Suggest(topics, tag, urgent))
        case NothingFits():
            return _missed(state, tag, Say("not-understood", tag, Keyboard.HUMAN_OR_MENU))


def _answer_or_chat(state: Conversation, topic: TopicId, tag: Tag, known: Known) -> Decision:
    if not topic.startswith(f"{CHAT_AREA}/"):
        return answer_with(state, topic, tag, known)
    state = msgspec.structs.replace(state, misses=0)
    if topic == _CHAT_LANGUAGE:
        return Decision(state, (AskLanguage((), tag),))
    message, keyboard = _CHAT_TEXTS[topic]
    return Decision(state, (Say(message, tag, keyboard),))


def _missed(state: Conversation, tag: Tag, effect: Effect) -> Decision:
    misses = state.misses + 1
    if misses < MISSES_BEFORE_OFFER:
        return Decision(msgspec.structs.replace(state, misses=misses), (effect,))
    offer = Say("human-offer-after-misses", tag, Keyboard.CONFIRM_HUMAN)
    effects = (effect, offer) if isinstance(effect, Suggest) else (offer,)
    return Decision(msgspec.structs.replace(state, misses=0), effects)


def _pending(understanding: Understanding, known: Known) -> TopicId | None:
    """What can be answered at once when the person has picked a language."""
    if understanding.safety or not understanding.ranking:
        return understanding.safety
    best = understanding.ranking[0]
    sure = best.confidence >= known.calibration.thresholds(known.registry.full[0]).answer
    return best.topic if sure and known.catalogue.has(best.topic) else None


def _not_yet(state: Conversation, tag: Tag | None, understanding: Understanding, known: Known) -> Decision:
    """The language is one we do not speak (yet): say so, offer those we speak, and never hold back an emergency."""
    speak = known.registry.best_full(tag) if tag else spoken(state, known)
    pending = _pending(understanding, known)
    state = msgspec.structs.replace(state, pending=pending, unspoken=tag)
    offer: tuple[Effect, ...] = (
        (Say("not-spoken", tag, Keyboard.SPOKEN_INSTEAD),)
        if tag
        else (Say("language-unknown", speak), AskLanguage((), speak))
    )
    if understanding.safety:
        answered = answer_with(state, understanding.safety, speak, known)
        return Decision(answered.state, (*answered.effects, *offer))
    return Decision(state, offer)


def _with_language_question(decision: Decision, understanding: Understanding, known: Known) -> Decision:
    """Ask which language, unless the chat has one and the question found its answer in it."""
    verdict = understanding.verdict
    tags = tuple(tag for tag in verdict.tags if tag in known.registry.full) if isinstance(verdict, Ask) else ()
    answered = decision.state.misses == 0
    if decision.state.language and answered:
        return decision
    state = msgspec.structs.replace(decision.state, pending=_pending(understanding, known))
    question = AskLanguage(tags, _tag(state, understanding, known))
    return Decision(state, (*decision.effects, question) if answered else (question,))


def _with_switch_notice(decision: Decision, before: Tag, known: Known) -> Decision:
    tag = spoken(decision.state, known)
    notice = Say(
        "language-switched",
        tag,
        Keyboard.UNDO_LANGUAGE,
        {"language": known.registry[tag].endonym, "before": before},
    )
    return Decision(decision.state, (*decision.effects, notice))
