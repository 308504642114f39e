"""When is a place open, and when does it open next? Brussels time, Belgian public holidays included."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import holidays

from bot.content.model import Hours

BRUSSELS = ZoneInfo("Europe/Brussels")
_LOOK_AHEAD_DAYS = 21
_MIDNIGHT_CLOSING = time(23, 59)


class AlwaysOpen(NamedTuple):
    """Day and night, every day."""


class Open(NamedTuple):
    """Open now. until: Brussels time."""

    until: datetime


class Closed(NamedTuple):
    """Closed now. opens: Brussels time, or None when no opening is known within three weeks."""

    opens: datetime | None


class PerhapsClosed(NamedTuple):
    """A public holiday on which nobody told us whether the place is open."""


Status = AlwaysOpen | Open | Closed | PerhapsClosed


@cache
def _public_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("BE", years=year))


def is_public_holiday(day: date) -> bool:
    """Whether `day` is one of Belgium's ten public holidays."""
    return day in _public_holidays(day.year)


def status(hours: Hours, now: datetime) -> Status:
    """Whether a place with these hours is open at `now` (aware; any zone)."""
    if hours.always:
        return AlwaysOpen()
    local = now.astimezone(BRUSSELS)
    if is_public_holiday(local.date()) and hours.public_holidays == "unknown":
        return PerhapsClosed()
    for opens, closes in _intervals(hours, local.date()):
        if opens <= local < closes:
            return Open(closes)
    return Closed(_next_opening(hours, local))


def _next_opening(hours: Hours, local: datetime) -> datetime | None:
    for ahead in range(_LOOK_AHEAD_DAYS):
        day = local.date() + timedelta(days=ahead)
        for opens, _ in _intervals(hours, day):
            if opens > local:
                return opens
    return None


def _intervals(hours: Hours, day: date) -> list[tuple[datetime, datetime]]:
    if any(first <= day <= last for first, last in hours.closures):
        return []
    if is_public_holiday(day) and hours.public_holidays != "as_weekday":
        return []
    return [
        (datetime.combine(day, opens, BRUSSELS), _closing(day, closes))
        for opens, closes in (hours.weekdays[day.weekday()] if hours.weekdays else ())
    ]


def _closing(day: date, closes: time) -> datetime:
    """23:59 is written for midnight, since a day's text cannot say 24:00."""
    if closes == _MIDNIGHT_CLOSING:
        return datetime.combine(day + timedelta(days=1), time(0), BRUSSELS)
    return datetime.combine(day, closes, BRUSSELS)
