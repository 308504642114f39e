"""Which languages are there, and what is known of each? `content/languages.yml`, read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml

from bot.content.model import Tag
from bot.errors import StartpuntError
from bot.language.script import SCRIPTS
from bot.language.tag import match


class RegistryError(StartpuntError):
    """`language.registry`: the list of languages is not whole. `problems`: a sentence each."""


class Level(Enum):
    """What the bot does in a language: all, all but reading questions, or only recognise it and offer others."""

    FULL = "full"
    MENU = "menu"
    DETECTED = "detected"


@dataclass(frozen=True, slots=True)
class Language:
    """One language; the fields are explained on top of `content/languages.yml`."""

    tag: Tag
    endonym: str
    english: str
    direction: Literal["ltr", "rtl"]
    script: str
    fallbacks: tuple[Tag, ...]
    labels: tuple[str, ...]
    phone_codes: tuple[str, ...]
    level: Level
    lid_labels: tuple[str, ...] = ()
    letters: frozenset[str] = frozenset()


class Registry:
    """All languages, in the order of the file."""

    def __init__(self, languages: Iterable[Language]) -> None:
        self.all: Mapping[Tag, Language] = MappingProxyType({each.tag: each for each in languages})
        self.full: tuple[Tag, ...] = tuple(tag for tag, each in self.all.items() if each.level is not Level.DETECTED)
        """The languages that the bot speaks."""
        self._codes = {code.lower(): each.tag for each in self.all.values() for code in (*each.phone_codes, each.tag)}

    @classmethod
    def load(cls, path: Path) -> Registry:
        """Read `languages.yml`. Raises RegistryError with everything that is wrong in it."""
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        try:
            languages = [_language(tag, entry) for tag, entry in entries.items()]
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise RegistryError("language.registry", problems=[f"{path}: {error!r}"]) from error
        problems = list(_problems(languages))
        if problems:
            raise RegistryError("language.registry", problems=problems)
        return cls(languages)

    def __getitem__(self, tag: Tag) -> Language:
        return self.all[tag]

    def reads(self, tag: Tag) -> bool:
        """Whether the bot reads questions in a language, or has only its menu and texts."""
        return self.all[tag].level is Level.FULL

    def from_phone(self, code: str | None) -> Tag | None:
        """The language that a phone's language code means; None when it is none of ours."""
        return match(code, self._codes)

    def best_full(self, tag: Tag) -> Tag:
        """The language to speak to somebody whose language is `tag`: itself, or its first fallback we speak."""
        for candidate in (tag, *self.all[tag].fallbacks):
            if candidate in self.full:
                return candidate
        return self.full[0]


def _language(tag: Tag, entry: Mapping[str, Any]) -> Language:
    if entry["direction"] not in ("ltr", "rtl"):
        raise ValueError(f"{tag}: direction {entry['direction']}")
    return Language(
        tag=tag,
        endonym=entry["endonym"],
        english=entry["english"],
        direction=entry["direction"],
        script=entry["script"],
        fallbacks=tuple(entry["fallbacks"]),
        labels=tuple(entry["labels"]),
        phone_codes=tuple(entry["phone_codes"]),
        level=Level(entry["level"]),
        lid_labels=tuple(entry["lid_labels"]),
        letters=frozenset(entry["letters"]),
    )


def _problems(languages: list[Language]) -> Iterator[str]:
    tags = {each.tag: each.level for each in languages}
    codes: dict[str, Tag] = {}
    for language in languages:
        if language.script not in SCRIPTS:
            yield f"{language.tag}: unknown script {language.script}"
        for fallback in language.fallbacks:
            if fallback not in tags:
                yield f"{language.tag}: unknown fallback {fallback}"
        if language.level is not Level.FULL and tags.get((language.fallbacks or ("",))[-1]) is not Level.FULL:
            yield f"{language.tag}: the last fallback is not a language we speak"
        for code in language.phone_codes:
            if codes.setdefault(code, language.tag) != language.tag:
                yield f"{language.tag}: phone code {code} is also that of {codes[code]}"
    if Level.FULL not in tags.values():
        yield "no language has level full"
