"""How are dates, weekdays and numbers written in a language? By CLDR, with Western digits everywhere.

Offices write and phones dial Western digits, so the bot writes no others.
"""

from __future__ import annotations

from datetime import date, datetime

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_time, get_day_names
from babel.numbers import format_decimal

from bot.content.model import SOURCE_TAG, Tag

_NAMES = {"kmr": "ku"}
"""Where CLDR calls a language otherwise than BCP 47 and this registry do."""

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def locale_of(tag: Tag) -> Locale:
    """The CLDR locale of a language; English where CLDR has none."""
    try:
        return Locale.parse(_NAMES.get(tag, tag))
    except UnknownLocaleError:
        return Locale.parse(SOURCE_TAG)


def day_text(day: date, tag: Tag) -> str:
    """A date in words: "23 November 2026"."""
    return _western(format_date(day, "d MMMM y", locale=locale_of(tag)))


def weekday_text(day: date, tag: Tag) -> str:
    """The weekday's name inside a sentence."""
    return str(get_day_names("wide", locale=locale_of(tag))[day.weekday()])


def time_text(moment: datetime) -> str:
    """A time of the day as every notice in Belgium writes it: "16:00"."""
    return format_time(moment, "HH:mm", locale=SOURCE_TAG)


def number_text(number: int | float, tag: Tag) -> str:
    """A number with the decimal mark of the language: "2,5"; whole ones without a mark between thousands."""
    return _western(format_decimal(number, "0.##", locale=locale_of(tag), numbering_system="latn"))


def euro_text(amount: int | float) -> str:
    """An amount in euro: "€ 1 250", cents only where there are some."""
    pattern = "#,##0" if float(amount).is_integer() else "#,##0.00"
    return f"€{_NO_BREAK_SPACE}{format_decimal(amount, pattern, locale=SOURCE_TAG)}".replace(",", _NO_BREAK_SPACE)


def _western(text: str) -> str:
    return "".join(str(int(each)) if each.isdecimal() else each for each in text)
