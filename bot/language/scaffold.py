"""What does a translator fill in for a new language, and what of it is still missing?

Files are made from the English ones, with every line to translate turned into a comment or marked `untranslated`:
nothing half done is ever shown to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import yaml
from fluent.syntax import FluentParser, ast

from bot.content.load import format_answer, parse_answer
from bot.content.model import SOURCE_TAG, Answer, Tag, TopicId, TranslationState
from bot.errors import StartpuntError
from bot.language.registry import Registry
from bot.language.script import SCRIPTS

MIN_SENTENCES: Final = 20
"""Really different training sentences a topic; accuracy still climbs steeply below."""

MIN_HELD_OUT: Final = 3
_TAG: Final = re.compile(r"[a-z]{2,3}")
_COPIED: Final = ("glossary", "service-texts", "urgent")


class ScaffoldError(StartpuntError):
    """`language.exists`, `language.bad_tag`, `language.bad_script`, `language.bad_fallback`, `language.unknown`."""


@dataclass(frozen=True, slots=True)
class NewLanguage:
    """What must be known of a language before anybody translates. Fields as in `content/languages.yml`."""

    tag: Tag
    endonym: str
    english: str
    script: str
    direction: Literal["ltr", "rtl"]
    fallbacks: tuple[Tag, ...]


def add(project: Path, language: NewLanguage) -> list[Path]:
    """Write the files that a translator fills in; those that exist are left alone. Returns what was written.

    The language is recognised from then on, and spoken once its level is raised. Raises ScaffoldError.
    """
    registry = Registry.load(project / "content" / "languages.yml")
    _refuse_bad(language, registry)
    with (project / "content" / "languages.yml").open("a", encoding="utf-8") as file:
        file.write(_entry(language))
    return [path for path, text in _files(project, language) if _write_new(path, text)]


def missing(project: Path, tag: Tag) -> list[str]:
    """What a language lacks before it can be spoken: one sentence each, with the file. Raises ScaffoldError."""
    if tag not in Registry.load(project / "content" / "languages.yml").all:
        raise ScaffoldError("language.unknown", tag=tag)
    return [*_missing_messages(project, tag), *_missing_content(project, tag), *_missing_sentences(project, tag)]


def _refuse_bad(language: NewLanguage, registry: Registry) -> None:
    if not _TAG.fullmatch(language.tag):
        raise ScaffoldError("language.bad_tag", tag=language.tag)
    if language.tag in registry.all:
        raise ScaffoldError("language.exists", tag=language.tag)
    if language.script not in SCRIPTS:
        raise ScaffoldError("language.bad_script", script=language.script, scripts=", ".join(sorted(SCRIPTS)))
    for fallback in language.fallbacks:
        if fallback not in registry.full:
            raise ScaffoldError("language.bad_fallback", tag=fallback)


def _entry(language: NewLanguage) -> str:
    labels = [language.tag] if language.script == "Latin" else [language.tag, f"{language.tag}-Latn"]
    fields: dict[str, Any] = {
        "endonym": language.endonym,
        "english": language.english,
        "direction": language.direction,
        "script": language.script,
        "level": "detected",
        "fallbacks": list(language.fallbacks),
        "phone_codes": [language.tag],
        "labels": labels,
        "lid_labels": [language.tag],
        "letters": "",
    }
    return yaml.safe_dump({language.tag: fields}, allow_unicode=True, sort_keys=False)


def _files(project: Path, language: NewLanguage) -> Iterator[tuple[Path, str]]:
    tag, english = language.tag, language.english
    locale, content, nlu = project / "bot" / "locale", project / "content", project / "nlu"
    yield locale / "detected" / f"{tag}.ftl", f"# Said to who writes in {english}: translate both.\n\n{_GREETING}"
    yield locale / f"{tag}.ftl", _commented(locale / f"{SOURCE_TAG}.ftl", english)
    for folder in _COPIED:
        yield content / folder / f"{tag}.yml", _commented(content / folder / f"{SOURCE_TAG}.yml", english)
    for source in sorted(content.glob(f"*/*/{SOURCE_TAG}.md")):
        yield source.with_name(f"{tag}.md"), _untranslated(source, tag)
    yield (
        nlu / "language" / f"{tag}.txt",
        f"# Everyday messages in {english}, one a line: greetings, thanks, one word.\n",
    )
    for area, slugs in _catalogue(project).items():
        topics = "".join(f"# {area}/{slug}: {meaning}\n" for slug, meaning in slugs.items())
        for kind in ("data", "calibration", "tests"):
            yield nlu / kind / tag / f"{area}.yml", f"# {_KINDS[kind]} in {english}, {area}.\n{topics}"


_GREETING: Final = (
    "not-spoken = Hello. I am Startpunt. I do not speak your language yet. Choose another, or ask for a person.\n"
    "button-human = 🙋 A person\n"
)
_KINDS: Final = {
    "data": "Training sentences: `templates` and `examples` a topic, see docs/adding-a-language.md",
    "calibration": "Sentences kept out of training that set the thresholds, by another hand",
    "tests": "Sentences kept out of training that measure, by another hand",
}


def _commented(source: Path, english: str) -> str:
    lines = source.read_text(encoding="utf-8").splitlines()
    body = "".join(f"{line}\n" if not line or line.startswith("#") else f"# {line}\n" for line in lines)
    return f"# {english}: translate each line and take away its mark.\n\n{body}"


def _untranslated(source: Path, tag: Tag) -> str:
    topic = TopicId(f"{source.parent.parent.name}/{source.parent.name}")
    english = parse_answer(topic, SOURCE_TAG, source.read_text(encoding="utf-8"))
    return format_answer(Answer(topic, tag, english.title, english.body, TranslationState.UNTRANSLATED))


def _write_new(path: Path, text: str) -> bool:
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def _missing_messages(project: Path, tag: Tag) -> Iterator[str]:
    folder = project / "bot" / "locale"
    there = _messages(folder / f"{tag}.ftl")
    for name in _messages(folder / f"{SOURCE_TAG}.ftl"):
        if name not in there:
            yield f"bot/locale/{tag}.ftl: {name} is missing."


def _messages(path: Path) -> list[str]:
    entries = FluentParser().parse(path.read_text(encoding="utf-8")).body if path.exists() else []
    return [entry.id.name for entry in entries if isinstance(entry, ast.Message)]


def _missing_content(project: Path, tag: Tag) -> Iterator[str]:
    content = project / "content"
    for folder in _COPIED:
        there = _keys(content / folder / f"{tag}.yml")
        for key in _keys(content / folder / f"{SOURCE_TAG}.yml"):
            if key not in there:
                yield f"content/{folder}/{tag}.yml: {key} is missing."
    for source in sorted(content.glob(f"*/*/{SOURCE_TAG}.md")):
        path = source.with_name(f"{tag}.md")
        if not path.exists() or _is_untranslated(path):
            yield f"{path.relative_to(project)}: is not translated."


def _is_untranslated(path: Path) -> bool:
    front_matter = path.read_text(encoding="utf-8").partition("\n# ")[0]
    return TranslationState.UNTRANSLATED.value in front_matter


def _missing_sentences(project: Path, tag: Tag) -> Iterator[str]:
    for area, slugs in _catalogue(project).items():
        data, tests = (_read(project / "nlu" / kind / tag / f"{area}.yml") for kind in ("data", "tests"))
        for slug in slugs:
            topic = f"{area}/{slug}"
            examples = len((data.get(topic) or {}).get("examples") or ())
            if examples < MIN_SENTENCES:
                yield f"nlu/data/{tag}/{area}.yml: {topic} has {examples} examples, {MIN_SENTENCES} are wanted."
            held_out = len(tests.get(topic) or ())
            if held_out < MIN_HELD_OUT:
                yield f"nlu/tests/{tag}/{area}.yml: {topic} has {held_out} sentences, {MIN_HELD_OUT} are wanted."


def _keys(path: Path) -> list[str]:
    return list(_read(path))


def _catalogue(project: Path) -> dict[str, dict[str, str]]:
    return _read(project / "content" / "topics.yml")


def _read(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = (yaml.safe_load(path.read_text(encoding="utf-8")) or {}) if path.exists() else {}
    return read
