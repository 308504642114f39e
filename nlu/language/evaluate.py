"""How well are languages detected? `python -m nlu.language.evaluate`, in the bot's environment with its test packages.

Measures our detector, lid.176, py3langid and cld2 on the held-out messages, each in a process of its own, and prints
the tables of docs/measurements/language.md; `--write` puts them there. `--errors` lists what ours gets wrong.

Format of `nlu/tests_language/<tag>.yml` (messages never trained on; `other.yml` holds languages we do not have):

    1-3: [good evening, where food]    # by number of words
    4-8: [where i can take shower]
    9+: [...]
    romanised: [wen el maktab]         # any length, in Latin letters
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import yaml

PROJECT = Path(__file__).resolve().parents[2]
HELD_OUT = PROJECT / "nlu" / "tests_language"
TOPIC_TESTS = PROJECT / "nlu" / "tests"
DOCUMENT = PROJECT / "docs" / "measurements" / "language.md"
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"
OTHER = "other"
LENGTHS = ("1-3", "4-8", "9+", "romanised")
SURE = 0.9
_TIMED_S = 3.0
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Message:
    """A held-out message. source: `chat` (nlu/tests_language) or `topics` (the held-out sentences of the topics)."""

    source: str
    language: str
    length: str
    text: str


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


def held_out() -> Iterator[Message]:
    """Everyday messages first, then the topics' sentences; those in two languages at once are left out."""
    for path in sorted(HELD_OUT.glob("*.yml")):
        for length, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for text in texts:
                yield Message("chat", path.stem, length, str(text))
    for path in sorted(TOPIC_TESTS.glob("*/*.yml")):
        for rows in yaml.safe_load(path.read_text(encoding="utf-8")).values():
            for row in rows:
                if row["style"] != "mixed" and any(character.isalpha() for character in row["text"]):
                    yield Message("topics", path.parent.name, _length(row), row["text"])


def _length(row: dict[str, Any]) -> str:
    words = len(row["text"].split())
    if row["style"] == "romanised":
        return "romanised"
    return "1-3" if words <= 3 else "4-8" if words <= 8 else "9+"


def measure(name: str, model: Path) -> dict[str, Any]:
    """All about one engine; to be called in a fresh process."""
    messages = list(held_out())
    process = psutil.Process()
    from bot.language.registry import Registry
    from nlu.language.engines import ENGINES

    registry = Registry.load(PROJECT / "content" / "languages.yml")
    before, started = process.memory_info().rss, time.process_time()
    engine = ENGINES[name](registry, model)
    engine.restricted("hello")
    start_up_s = time.process_time() - started
    outcomes = [(engine.free if each.language == OTHER else engine.restricted)(each.text) for each in messages]
    memory = process.memory_info().rss - before
    done, started = 0, time.process_time()
    while (spent := time.process_time() - started) < _TIMED_S:
        for message in messages[:500]:
            engine.restricted(message.text)
        done += len(messages[:500])
    return {
        "outcomes": outcomes,
        "start_up_ms": 1000 * start_up_s,
        "memory_mb": memory / _MEGABYTE,
        "texts_per_s": done / spent,
    }


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
    from bot.language.detect import Detector
    from bot.language.registry import Registry
    from nlu.language.decisions import Chat, pairs, table

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
    yield "### What the bot does, in % of the messages in en nl fr ar\n\n"
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


def _measure_apart(name: str, model: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "nlu.language.evaluate", "--engine", name, "--model", str(model)]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def main() -> int:
    """Exit status 0 when everything could be measured."""
    parser = argparse.ArgumentParser(prog="python -m nlu.language.evaluate", description=__doc__)
    parser.add_argument("--model", type=Path, default=PROJECT / "models" / "language.ftz")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {DOCUMENT.relative_to(PROJECT)}")
    parser.add_argument("--errors", action="store_true", help="list what our detector gets wrong")
    parser.add_argument("--engine", help="measure one engine and print JSON")
    arguments = parser.parse_args()
    if arguments.engine:
        print(json.dumps(measure(arguments.engine, arguments.model)))
        return 0
    messages = list(held_out())
    names = ("ours",) if arguments.errors else ("ours", "lid.176", "py3langid", "cld2")
    measured = {name: _measure_apart(name, arguments.model) for name in names}
    if arguments.errors:
        for message, (said, confidence) in zip(messages, measured["ours"]["outcomes"], strict=True):
            if said != message.language:
                print(
                    f"{message.source}\t{message.language}\t{message.length}\t{said}\t{confidence:.2f}\t{message.text}"
                )
        return 0
    text = "".join(report(measured, messages, arguments.model))
    print(text)
    if arguments.write:
        before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
        DOCUMENT.write_text(f"{before}{BEGIN}\n{text}{END}{rest.partition(END)[2]}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
