"""`startpunt ask`: the bot on the terminal, for a person or, line by line, for a program."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from html import unescape
from typing import TextIO

import msgspec
from rich.console import Console

from bot.bootstrap import Knowledge
from bot.cli.nlu_service import nlu_service
from bot.conversation.decide import Decision, Understanding
from bot.conversation.effects import Delivery, Effect, Say, SendAnswer, Suggest
from bot.conversation.handle import Mind, understand
from bot.conversation.inputs import Text
from bot.conversation.respond import respond
from bot.conversation.state import Conversation
from bot.settings import Settings
from bot.telegram.calls import SendText
from bot.telegram.inputs import clean
from bot.telegram.render import Renderer
from bot.understanding.ranking import SAFETY_AREA

_AT_ONCE = 32
_ALTERNATIVES = 5
_CHAT_ANSWERS = frozenset({"greeting", "thanks", "goodbye", "about-bot", "privacy", "help", "not-helpful"})


class Question(msgspec.Struct):
    """One line of input. locale: the language code of the person's phone, if known."""

    id: str | int
    text: str
    locale: str | None = None


class Alternative(msgspec.Struct):
    """Another topic that the text may mean. confidence: 0..1."""

    topic: str
    confidence: float


class Outcome(msgspec.Struct):
    """One line of output. action: answer | suggest | handoff | fallback; urgent: emergency numbers are shown."""

    id: str | int
    language: str | None
    topic: str | None
    confidence: float
    action: str
    urgent: bool
    alternatives: list[Alternative]


class BadLine(msgspec.Struct):
    """The line of output for a line of input that cannot be read. line: counted from 1."""

    line: int
    error: str


def ask_once(settings: Settings, text: str, locale: str | None) -> None:
    """Print what the bot answers to one text."""
    asyncio.run(_ask_once(settings, text, locale))


async def _ask_once(settings: Settings, text: str, locale: str | None) -> None:
    knowledge = Knowledge.load(settings)
    async with nlu_service(settings) as client:
        _, decision = await _decide(Question("", text, locale), knowledge.mind(client))
    renderer = knowledge.renderer()
    console = Console(soft_wrap=True)
    for effect in decision.effects:
        if isinstance(effect, Delivery):
            console.print(as_plain_text(renderer, effect), markup=False, highlight=False)


def as_plain_text(renderer: Renderer, delivery: Delivery) -> str:
    """A delivery as a terminal shows it: the text, then the buttons in brackets."""
    lines: list[str] = []
    for call in renderer.render(delivery, datetime.now(UTC)):
        if isinstance(call, SendText):
            lines.append(unescape(re.sub(r"<[^>]+>", "", call.html)))
            rows = call.keyboard.inline_keyboard if call.keyboard else ()
            lines += ["  ".join(f"[{each.text}]" for each in row) for row in rows]
    return "\n".join(lines) + "\n"


def ask_lines(settings: Settings, source: Iterable[str], target: TextIO) -> None:
    """Answer every line of `source` with a line in `target`, in the same order."""
    asyncio.run(_ask_lines(settings, source, target))


async def _ask_lines(settings: Settings, source: Iterable[str], target: TextIO) -> None:
    gate = asyncio.Semaphore(_AT_ONCE)
    encoder = msgspec.json.Encoder()
    knowledge = Knowledge.load(settings)
    async with nlu_service(settings) as client:
        mind = knowledge.mind(client)

        async def one(number: int, line: str) -> Outcome | BadLine:
            async with gate:
                return await _answer_line(number, line, mind)

        lines = [(number, line) for number, line in enumerate(source, 1) if line.strip()]
        for outcome in await asyncio.gather(*(one(number, line) for number, line in lines)):
            target.write(encoder.encode(outcome).decode() + "\n")
    target.flush()


async def _answer_line(number: int, line: str, mind: Mind) -> Outcome | BadLine:
    try:
        question = msgspec.json.decode(line, type=Question)
    except msgspec.DecodeError as error:
        return BadLine(number, str(error))
    return await answer(question, mind)


async def answer(question: Question, mind: Mind) -> Outcome:
    """What the bot does with a text that is the first message of a new chat."""
    return outcome_of(question, *await _decide(question, mind))


async def _decide(question: Question, mind: Mind) -> tuple[Understanding, Decision]:
    """Understand and answer a text as the first message of a new chat."""
    text = clean(question.text)
    state = Conversation(phone=mind.known.registry.from_phone(question.locale))
    understanding = await understand(state, text, mind)
    return understanding, respond(state, Text(text), understanding, mind.known)


def outcome_of(question: Question, understanding: Understanding, decision: Decision) -> Outcome:
    """What the evaluation scripts read: the topic that leads, and what the bot does with it."""
    ranking = understanding.ranking or ()
    topic = understanding.safety or (ranking[0].topic if ranking else None)
    confidence = 1.0 if understanding.safety else ranking[0].confidence if ranking else 0.0
    spoken = next((each.tag for each in decision.effects if isinstance(each, Delivery)), None)
    others = [Alternative(each.topic, round(each.confidence, 4)) for each in ranking if each.topic != topic]
    return Outcome(
        question.id,
        decision.state.language or spoken,
        topic,
        round(confidence, 4),
        action_of(decision),
        any(_shows_numbers(each) for each in decision.effects),
        others[:_ALTERNATIVES],
    )


def _shows_numbers(effect: Effect) -> bool:
    match effect:
        case SendAnswer(topic):
            return topic.startswith(SAFETY_AREA)
        case Suggest(urgent=urgent):
            return urgent
        case _:
            return False


def action_of(decision: Decision) -> str:
    """The first effect that counts, in one word."""
    for effect in decision.effects:
        match effect:
            case SendAnswer():
                return "answer"
            case Suggest():
                return "suggest"
            case Say(message="human-offer"):
                return "handoff"
            case Say(message=message) if message in _CHAT_ANSWERS:
                return "answer"
            case Say():
                return "fallback"
            case _:
                continue
    return "suggest" if decision.state.pending else "fallback"
