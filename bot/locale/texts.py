"""What does the bot itself say, in each language? The Fluent messages of `<tag>.ftl`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path

from babel import Locale as BabelLocale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_time, get_day_names
from fluent.runtime import FluentBundle, FluentResource

from bot.content.model import SOURCE_TAG, Tag
from bot.errors import StartpuntError

FOLDER = Path(__file__).parent
_BABEL_NAMES = {"kmr": "ku"}
"""Where CLDR calls a language otherwise than BCP 47 and this registry do."""


class TextError(StartpuntError):
    """`locale.missing_message`: a message is missing in a language. `locale.broken_message`: it cannot be formatted."""


class Texts:
    """Formats system texts, dates and times. A missing message is an error, never a silent fallback."""

    def __init__(self, bundles: Mapping[Tag, FluentBundle]) -> None:
        self._bundles = bundles
        self._plain: dict[tuple[Tag, str], str] = {}

    @classmethod
    def load(cls, tags: Iterable[Tag], folder: Path = FOLDER) -> Texts:
        """Read the files of `tags`."""
        bundles = {}
        for tag in tags:
            bundle = FluentBundle([tag])
            bundle.add_resource(FluentResource((folder / f"{tag}.ftl").read_text(encoding="utf-8")))
            bundles[tag] = bundle
        return cls(bundles)

    def say(self, tag: Tag, message: str, **arguments: str | int) -> str:
        """A message in a language; what it inserts is isolated by Unicode marks.

        Raises TextError: which texts there are is known when the software is built, so a test finds it.
        """
        if not arguments and (tag, message) in self._plain:
            return self._plain[tag, message]
        bundle = self._bundles[tag]
        pattern = bundle.get_message(message).value if bundle.has_message(message) else None
        if pattern is None:
            raise TextError("locale.missing_message", message=message, language=tag)
        text, errors = bundle.format_pattern(pattern, arguments)
        if errors:
            raise TextError("locale.broken_message", message=message, language=tag)
        if not arguments:
            self._plain[tag, message] = str(text)
        return str(text)


def babel_locale(tag: Tag) -> BabelLocale:
    """The CLDR locale of a language; English where CLDR has none."""
    try:
        return BabelLocale.parse(_BABEL_NAMES.get(tag, tag))
    except UnknownLocaleError:
        return BabelLocale.parse(SOURCE_TAG)


def day_text(day: date, tag: Tag) -> str:
    """A date in words, with Western digits: "23 November 2026"."""
    return _western(format_date(day, "d MMMM y", locale=babel_locale(tag)))


def weekday_text(day: date, tag: Tag) -> str:
    """The weekday's name inside a sentence."""
    return str(get_day_names("wide", locale=babel_locale(tag))[day.weekday()])


def time_text(moment: datetime) -> str:
    """A time of the day as every notice in Belgium writes it: "16:00"."""
    return format_time(moment, "HH:mm", locale="en")


def _western(text: str) -> str:
    """Offices write and phones dial Western digits, so the bot writes no others."""
    return "".join(str(int(each)) if each.isdecimal() else each for each in text)
