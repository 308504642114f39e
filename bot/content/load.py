"""How do the files under `content/` become values?

`docs/content-format.md` explains every key. Everything wrong is reported at once, as problems that name file and field.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.content.model import (
    SOURCE_TAG,
    Answer,
    Confidence,
    Fact,
    FactId,
    Service,
    ServiceId,
    Source,
    Tag,
    Term,
    Topic,
    TopicId,
    TranslationState,
    Urgency,
)
from bot.content.problem import Problem
from bot.content.reader import Reader, as_date
from bot.content.services import read_services

_HASH_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Content:
    """All that `content/` holds, with what could not be read."""

    topics: Mapping[TopicId, Topic]
    services: Mapping[ServiceId, Service]
    facts: Mapping[FactId, Fact]
    catalogue: Mapping[TopicId, str]
    """Every topic id in the order of the menu, `chat` included, with what belongs to it."""
    glossary: Mapping[Tag, Mapping[str, Term]] = field(default_factory=dict)
    """The Belgian terms by language and name."""
    problems: tuple[Problem, ...] = ()


def load(root: Path) -> Content:
    """Read the whole folder; what is broken is left out and listed in `problems`."""
    reader = Reader(root)
    facts = _facts(reader, root / "facts.yml")
    catalogue = _catalogue(reader, root / "topics.yml")
    topics = {topic.id: topic for path in root.glob("*/*/topic.yml") if (topic := _topic(reader, path))}
    return Content(
        {topic: topics[topic] for topic in (*catalogue, *sorted(topics.keys() - catalogue)) if topic in topics},
        read_services(reader, root),
        facts,
        catalogue,
        {path.stem: _glossary(reader, path) for path in sorted((root / "glossary").glob("*.yml"))},
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


def _topic(reader: Reader, path: Path) -> Topic | None:
    raw = reader.yaml(path)
    topic = TopicId(f"{path.parent.parent.name}/{path.parent.name}")
    answers: dict[Tag, Answer] = {}
    for file in sorted(path.parent.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        answer = reader.build(file, lambda file=file, text=text: parse_answer(topic, file.stem, text))  # type: ignore[misc]
        if answer and answer.state is not TranslationState.UNTRANSLATED:
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
        checked=as_date(raw["checked"]),
        review_by=as_date(raw["review_by"]),
        urgency=Urgency(raw["urgency"]),
        related=tuple(TopicId(item) for item in raw["related"]),
        services=tuple(ServiceId(item) for item in raw["services"]),
        answers=answers,
        unconfirmed=raw.get("unconfirmed") or "",
    )


def _catalogue(reader: Reader, path: Path) -> dict[TopicId, str]:
    return {
        TopicId(f"{area}/{slug}"): str(meaning)
        for area, slugs in reader.yaml(path).items()
        for slug, meaning in slugs.items()
    }


def _facts(reader: Reader, path: Path) -> dict[FactId, Fact]:
    facts: dict[FactId, Fact] = {}
    for name, raw in reader.yaml(path).items() if path.exists() else ():
        fact = reader.build(path, lambda name=name, raw=raw: _build_fact(FactId(name), raw))  # type: ignore[misc]
        if fact:
            facts[fact.id] = fact
    return facts


def _build_fact(fact: FactId, raw: dict[str, Any]) -> Fact:
    if raw["kind"] == "date":
        as_date(raw["value"])
    return Fact(
        id=fact,
        kind=raw["kind"],
        value=raw["value"],
        source=str(raw["source"]),
        stated=str(raw["stated"]),
        checked=as_date(raw["checked"]),
        confidence=Confidence(raw["confidence"]),
        unit=raw.get("unit", ""),
        note=raw.get("note", ""),
    )


def _glossary(reader: Reader, path: Path) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for name, raw in reader.yaml(path).items():
        term = reader.build(path, lambda raw=raw: _build_term(raw))  # type: ignore[misc]
        if term:
            terms[name] = term
    return terms


def _build_term(raw: dict[str, Any]) -> Term:
    return Term(raw["term"], raw["explanation"], tuple(raw["find"]))
