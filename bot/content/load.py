"""How do the files under `content/` become values?

`docs/content-format.md` explains every key. Everything wrong is reported at once, as problems that name file and field.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any, TypeVar

import yaml

from bot.content.model import (
    SOURCE_TAG,
    Address,
    Answer,
    Confidence,
    Fact,
    FactId,
    Hours,
    Position,
    Service,
    ServiceId,
    Source,
    Tag,
    Topic,
    TopicId,
    TranslationState,
    Urgency,
)
from bot.content.problem import Problem

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HASH_DIGITS = 16
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Content:
    """All that `content/` holds, with what could not be read."""

    topics: Mapping[TopicId, Topic]
    services: Mapping[ServiceId, Service]
    facts: Mapping[FactId, Fact]
    catalogue: Mapping[TopicId, str]
    """Every topic id in the order of the menu, `chat` included, with what belongs to it."""
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Reader:
    root: Path
    problems: list[Problem] = field(default_factory=list)

    def yaml(self, path: Path) -> dict[str, Any]:
        try:
            loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            self.refuse(path, "unreadable", f"cannot be read: {_first_line(error)}. Mend the YAML at that line.")
            return {}
        if not isinstance(loaded, dict):
            self.refuse(path, "unreadable", "must hold keys and values. Begin with `key: value` lines.")
            return {}
        return loaded

    def refuse(self, path: Path, code: str, sentence: str) -> None:
        self.problems.append(Problem(str(path.relative_to(self.root)), 1, code, sentence))

    def build(self, path: Path, make: Callable[[], _T]) -> _T | None:
        """What `make` returns; None and a problem when a key is missing or holds what it must not."""
        try:
            return make()
        except KeyError as error:
            self.refuse(path, "missing-key", f"the key {error} is missing. Add it.")
        except (ValueError, TypeError, AttributeError) as error:
            self.refuse(path, "bad-value", f"{_first_line(error)}. Correct that value.")
        return None


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())


def load(root: Path) -> Content:
    """Read the whole folder; what is broken is left out and listed in `problems`."""
    reader = _Reader(root)
    facts = _facts(reader, root / "facts.yml")
    services = [_service(reader, path) for path in sorted((root / "services").glob("*.yml"))]
    catalogue = _catalogue(reader, root / "topics.yml")
    topics = {topic.id: topic for path in root.glob("*/*/topic.yml") if (topic := _topic(reader, path))}
    return Content(
        {topic: topics[topic] for topic in (*catalogue, *sorted(topics.keys() - catalogue)) if topic in topics},
        {service.id: service for service in services if service},
        facts,
        catalogue,
        tuple(reader.problems),
    )


def text_hash(title: str, body: str) -> str:
    """The mark of a source text that its translations carry: 16 hexadecimal digits."""
    return hashlib.sha256(f"{title}\n{body}".encode()).hexdigest()[:_HASH_DIGITS]


def parse_answer(topic: TopicId, tag: Tag, text: str) -> Answer:
    """An answer from the text of its file: front matter, a title line, the body.

    Raises ValueError with a sentence for an editor.
    """
    _, marker, rest = text.partition("---\n")
    front, closed, body = rest.partition("\n---\n")
    if not marker or not closed:
        raise ValueError("the file must begin with front matter between two lines of ---")
    about = yaml.safe_load(front) or {}
    lines = body.strip().split("\n", 1)
    if not lines[0].startswith("# ") or len(lines) < 2:
        raise ValueError("after the front matter comes `# Title`, an empty line and the text")
    return Answer(
        topic=topic,
        tag=tag,
        title=lines[0].removeprefix("# ").strip(),
        body=lines[1].strip(),
        state=TranslationState(about["state"]),
        source_hash=str(about.get("source", "")),
    )


def format_answer(answer: Answer) -> str:
    """The canonical text of an answer's file: `parse_answer` of it gives the answer again."""
    source = f"source: {answer.source_hash}\n" if answer.source_hash else ""
    return f"---\nstate: {answer.state.value}\n{source}---\n# {answer.title}\n\n{answer.body}\n"


def _topic(reader: _Reader, path: Path) -> Topic | None:
    raw = reader.yaml(path)
    topic = TopicId(f"{path.parent.parent.name}/{path.parent.name}")
    answers: dict[Tag, Answer] = {}
    for file in sorted(path.parent.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        answer = reader.build(file, lambda file=file, text=text: parse_answer(topic, file.stem, text))  # type: ignore[misc]
        if answer:
            answers[file.stem] = answer
    return reader.build(path, lambda: _build_topic(topic, raw, _with_states(answers))) if raw else None


def _with_states(answers: dict[Tag, Answer]) -> dict[Tag, Answer]:
    """A translation whose source has changed since is outdated, whatever its file says."""
    source = answers.get(SOURCE_TAG)
    if source is None:
        return answers
    current = text_hash(source.title, source.body)
    return {tag: _checked_against(answer, current) for tag, answer in answers.items()}


def _checked_against(answer: Answer, current: str) -> Answer:
    if answer.tag == SOURCE_TAG or answer.source_hash == current:
        return answer
    return Answer(answer.topic, answer.tag, answer.title, answer.body, TranslationState.OUTDATED, answer.source_hash)


def _build_topic(topic: TopicId, raw: dict[str, Any], answers: dict[Tag, Answer]) -> Topic:
    return Topic(
        id=topic,
        sources=tuple(Source(item["url"], str(item["stated"]), item.get("note", "")) for item in raw["sources"]),
        checked=_date(raw["checked"]),
        review_by=_date(raw["review_by"]),
        urgency=Urgency(raw["urgency"]),
        related=tuple(TopicId(item) for item in raw["related"]),
        services=tuple(ServiceId(item) for item in raw["services"]),
        answers=answers,
        unconfirmed=raw.get("unconfirmed") or "",
    )


def _catalogue(reader: _Reader, path: Path) -> dict[TopicId, str]:
    return {
        TopicId(f"{area}/{slug}"): str(meaning)
        for area, slugs in reader.yaml(path).items()
        for slug, meaning in slugs.items()
    }


def _facts(reader: _Reader, path: Path) -> dict[FactId, Fact]:
    facts: dict[FactId, Fact] = {}
    for name, raw in reader.yaml(path).items() if path.exists() else ():
        fact = reader.build(path, lambda name=name, raw=raw: _build_fact(FactId(name), raw))  # type: ignore[misc]
        if fact:
            facts[fact.id] = fact
    return facts


def _build_fact(fact: FactId, raw: dict[str, Any]) -> Fact:
    if raw["kind"] == "date":
        _date(raw["value"])
    return Fact(
        id=fact,
        kind=raw["kind"],
        value=raw["value"],
        source=str(raw["source"]),
        stated=str(raw["stated"]),
        checked=_date(raw["checked"]),
        confidence=Confidence(raw["confidence"]),
        unit=raw.get("unit", ""),
        note=raw.get("note", ""),
    )


def _service(reader: _Reader, path: Path) -> Service | None:
    raw = reader.yaml(path)
    return reader.build(path, lambda: _build_service(ServiceId(path.stem), raw)) if raw else None


def _build_service(service: ServiceId, raw: dict[str, Any]) -> Service:
    hours_confidence = raw.get("hours_confidence")
    return Service(
        id=service,
        name=raw["name"],
        what=raw["what"],
        confidence=Confidence(raw["confidence"]),
        checked=_date(raw["checked"]),
        review_by=_date(raw["review_by"]),
        address=_address(raw.get("address")),
        directions=raw.get("directions") or {},
        position=_position(raw.get("position")),
        phone=raw.get("phone"),
        mail=raw.get("mail"),
        web=raw.get("web"),
        hours=parse_hours(raw.get("hours")),
        hours_note=raw.get("hours_note") or {},
        hours_confidence=Confidence(hours_confidence) if hours_confidence else None,
    )


def _address(raw: dict[str, Any] | None) -> Address | None:
    return Address(raw["street"], str(raw["postcode"]), raw["town"]) if raw else None


def _position(raw: dict[str, Any] | None) -> Position | None:
    return Position(float(raw["latitude"]), float(raw["longitude"]), raw["source"]) if raw else None


def parse_hours(raw: dict[str, Any] | None) -> Hours | None:
    """Hours from their YAML form: {always: true}, or a list of "09:00-12:30" for each weekday."""
    if not raw:
        return None
    if raw.get("always"):
        return Hours(always=True)
    return Hours(
        weekdays=tuple(tuple(_interval(text) for text in raw.get(day) or ()) for day in WEEKDAYS),
        public_holidays=raw.get("public_holidays", "closed"),
        closures=tuple((_date(item["from"]), _date(item["to"])) for item in raw.get("closures") or ()),
    )


def _interval(text: str) -> tuple[time, time]:
    opens, dash, closes = text.partition("-")
    if not dash:
        raise ValueError(f"{text!r} must be like 09:00-12:30")
    start, end = time.fromisoformat(opens), time.fromisoformat(closes)
    if start >= end:
        raise ValueError(f"{text!r} closes before it opens")
    return start, end


def _date(raw: object) -> date:
    return raw if isinstance(raw, date) else date.fromisoformat(str(raw))
