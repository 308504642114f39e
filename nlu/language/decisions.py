"""What would the bot do with the held-out messages? Detection and evidence together, in four situations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.language.detect import Detector
from bot.language.evidence import Ask, Evidence, Keep, Other, Switch, Verdict, weigh
from bot.language.registry import Registry


@dataclass(frozen=True, slots=True)
class Chat:
    """Messages of one person in one language."""

    language: str
    texts: tuple[str, ...]


Situation = Callable[[Chat, Registry], tuple[str | None, bool]]
"""The language that is set when the messages come, and whether the person chose it."""


def table(detector: Detector, registry: Registry, groups: dict[str, list[Chat]]) -> Iterator[str]:
    """A Markdown table: a row for each group of chats and situation."""
    yield "| messages | chat held in | right at once | asks, right one offered | asks, not offered | stays | wrong |\n"
    yield "|---|---|---|---|---|---|---|\n"
    for name, chats in groups.items():
        for situation, setting in _SITUATIONS.items():
            counts = Counter(_outcome(detector, registry, chat, setting) for chat in chats)
            cells = (f"{100 * counts[each] / len(chats):.1f}" for each in _OUTCOMES)
            yield f"| {name} | {situation} | {' | '.join(cells)} |\n"
    yield "\n"


def pairs(chats: Iterable[Chat]) -> list[Chat]:
    """The same messages two by two, each language with itself."""
    texts: dict[str, list[str]] = {}
    for chat in chats:
        texts.setdefault(chat.language, []).extend(chat.texts)
    return [Chat(tag, two) for tag, each in texts.items() for two in zip(each[::2], each[1::2], strict=False)]


_OUTCOMES = ("right", "offered", "not offered", "stays", "wrong")
_SITUATIONS: dict[str, Situation] = {
    "nothing yet": lambda chat, registry: (None, False),
    "its own language": lambda chat, registry: (chat.language, False),
    "another language": lambda chat, registry: (_other_than(chat.language, registry), False),
    "another language, chosen": lambda chat, registry: (_other_than(chat.language, registry), True),
}


def _other_than(tag: str, registry: Registry) -> str:
    return next(each for each in registry.full if each != tag)


def _outcome(detector: Detector, registry: Registry, chat: Chat, setting: Situation) -> str:
    current, chosen = setting(chat, registry)
    evidence = Evidence()
    verdict: Verdict = Keep()
    for text in chat.texts:
        found = detector.detect(text)
        evidence, verdict = weigh(evidence, found, current=current, chosen=chosen, phone=None, full=registry.full)
        if isinstance(verdict, Switch):
            current, chosen = verdict.tag, False
    return _named(chat, current, verdict)


def _named(chat: Chat, current: str | None, verdict: Verdict) -> str:
    if current == chat.language:
        return "offered" if isinstance(verdict, Ask) else "right"
    match verdict:
        case Switch() | Other():
            return "wrong"
        case Ask(tags):
            return "offered" if chat.language in tags else "not offered"
        case Keep():
            return "stays"
