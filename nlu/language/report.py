"""The tables of docs/measurements/language.md: our detector beside the libraries, and what the bot would do."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from bot.language.detect import Detector
from bot.language.registry import Registry
from nlu.language.decisions import Chat, pairs, table
from nlu.language.messages import LENGTHS, OTHER, PROJECT, Message

SURE = 0.9


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an engine made of a message."""

    message: Message
    said: str
    confidence: float

    @property
    def right(self) -> bool:
        """Whether the language is the message's."""
        return self.said == self.message.language


def report(measured: dict[str, dict[str, Any]], messages: list[Message], model: Path) -> Iterator[str]:
    """The tables, in Markdown."""
    outcomes = {
        name: [Outcome(message, *outcome) for message, outcome in zip(messages, each["outcomes"], strict=True)]
        for name, each in measured.items()
    }
    yield from _machine()
    yield from _summary(measured, outcomes)
    yield from _decisions(model, messages)
    yield from _by_language("Everyday messages", "chat", outcomes)
    yield from _by_language("Held-out sentences of the topics", "topics", outcomes)


def _machine() -> Iterator[str]:
    yield f"Command: `.venv/bin/python -m nlu.language.evaluate --write`. Machine: {os.cpu_count()} cores, "
    yield f"{_processor()}, {psutil.virtual_memory().total / (1 << 30):.0f} GB, Python {platform.python_version()}.\n\n"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _summary(measured: dict[str, dict[str, Any]], outcomes: dict[str, list[Outcome]]) -> Iterator[str]:
    full = ("ar", "en", "fr", "nl")
    rows: list[tuple[str, Any]] = [
        (f"{source}: {length}, en nl fr ar", (source, full, length))
        for source in ("chat", "topics")
        for length in ("1-3", "4-8", "9+")
    ]
    rows += [("chat: Arabic in Latin letters", ("chat", ("ar",), "romanised"))]
    rows += [("topics: Arabic in Latin letters", ("topics", ("ar",), "romanised"))]
    rows += [(f"chat: {length}, all languages", ("chat", None, length)) for length in ("1-3", "4-8")]
    rows += [(f"chat: {length}, none of ours", ("chat", (OTHER,), length)) for length in ("1-3", "4-8")]
    yield "### Summary: right, in % (each language counts the same)\n\n"
    yield f"| messages | {' | '.join(outcomes)} |\n|---|{'---|' * len(outcomes)}\n"
    for title, (source, languages, length) in rows:
        yield _row(title, (_macro(each, source, languages, length) for each in outcomes.values()))
    yield _row(f"wrong and sure (≥ {SURE}), of all in our languages", map(_wrong_and_sure, outcomes.values()))
    yield _row("texts a second of processor time", (f"{each['texts_per_s']:,.0f}" for each in measured.values()))
    yield _row("memory, MB", (f"{each['memory_mb']:.0f}" for each in measured.values()))
    yield _row("start-up, ms of processor time", (f"{each['start_up_ms']:.0f}" for each in measured.values())) + "\n"


def _row(title: str, cells: Iterable[str]) -> str:
    return f"| {title} | {' | '.join(cells)} |\n"


def _wrong_and_sure(outcomes: list[Outcome]) -> str:
    asked = [each for each in outcomes if each.message.language != OTHER]
    wrong = sum(not each.right and each.confidence >= SURE for each in asked)
    return f"{100 * wrong / len(asked):.1f}"


def _macro(outcomes: list[Outcome], source: str, languages: tuple[str, ...] | None, length: str) -> str:
    chosen = [each for each in outcomes if (each.message.source, each.message.length) == (source, length)]
    named = dict.fromkeys(each.message.language for each in chosen)
    wanted = [tag for tag in named if (tag in languages if languages else tag != OTHER)]
    shares = [_share([each for each in chosen if each.message.language == tag]) for tag in wanted]
    return f"{sum(shares) / len(shares):.1f}" if shares else "–"


def _share(outcomes: list[Outcome]) -> float:
    return 100 * sum(each.right for each in outcomes) / len(outcomes)


def _decisions(model: Path, messages: list[Message]) -> Iterator[str]:
    registry = Registry.load(PROJECT / "content" / "languages.yml")
    groups = {
        f"{source}: {length}": [
            Chat(each.language, (each.text,))
            for each in messages
            if (each.source, each.length) == (source, length) and each.language in registry.full
        ]
        for source in ("chat", "topics")
        for length in LENGTHS
    }
    groups |= {f"{name}, two messages": pairs(groups[name]) for name in ("chat: 1-3", "topics: 1-3")}
    yield "### What the bot does, in % of the messages in the languages it speaks\n\n"
    yield from table(Detector.load(model, registry), registry, groups)


def _by_language(title: str, source: str, outcomes: dict[str, list[Outcome]]) -> Iterator[str]:
    kinds = dict.fromkeys(
        (each.message.language, each.message.length) for each in outcomes["ours"] if each.message.source == source
    )
    yield f"### {title}, by language\n\n| language | length | messages | {' | '.join(outcomes)} |\n"
    yield f"|---|---|---|{'---|' * len(outcomes)}\n"
    for tag, length in sorted(kinds, key=lambda kind: (kind[0] == OTHER, kind[0], LENGTHS.index(kind[1]))):
        cells, count = [], 0
        for each in outcomes.values():
            chosen = [
                o for o in each if (o.message.source, o.message.language, o.message.length) == (source, tag, length)
            ]
            cells.append(f"{_share(chosen):.0f}")
            count = len(chosen)
        yield f"| {tag} | {length} | {count} | {' | '.join(cells)} |\n"
    yield "\n"
