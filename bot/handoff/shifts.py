"""Who is there now, and when is somebody who speaks a language there next?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from bot.content.hours import BRUSSELS
from bot.content.model import Tag
from bot.handoff.model import Block, Roster, Volunteer, VolunteerId

_DAYS_AHEAD = 14


def on_duty(roster: Roster, now: float) -> list[Volunteer]:
    """The volunteers who are there: on shift and not absent, or because they said so."""
    local = _local(now)
    on_shift = {
        block.volunteer
        for block in roster.blocks
        if _runs(block, local) and not _absent(roster, block.volunteer, local.date())
    }
    here = {volunteer for volunteer, until in roster.here_until.items() if until > now}
    return [each for each in roster.volunteers if each.id in on_shift | here and not each.disabled]


def speakers_on_duty(roster: Roster, language: Tag, now: float) -> list[Volunteer]:
    """Those who are there and speak a language."""
    return [each for each in on_duty(roster, now) if each.speaks(language)]


def next_shift(roster: Roster, language: Tag, now: float) -> datetime | None:
    """When the next shift of somebody who speaks a language begins (Brussels time); None within two weeks."""
    speakers = {each.id for each in roster.volunteers if each.speaks(language) and not each.disabled}
    moment = _local(now)
    return min((start for start in _starts(roster, speakers, moment.date()) if start > moment), default=None)


def shift_began(roster: Roster, language: Tag, now: float) -> float | None:
    """Since when somebody who speaks the language has been there without a break; None if nobody is.

    Who said "I am here" has always been there: when they said so is not kept.
    """
    speakers = {each.id for each in speakers_on_duty(roster, language, now)}
    local = _local(now)
    began = [
        _at(local.date(), block).timestamp()
        for block in roster.blocks
        if block.volunteer in speakers
        and block.weekday == local.weekday()
        and block.starts <= local.time() < block.ends
    ]
    if began:
        return min(began)
    return 0.0 if speakers else None


def _starts(roster: Roster, volunteers: set[VolunteerId], first: date) -> Iterator[datetime]:
    for days in range(_DAYS_AHEAD + 1):
        day = first + timedelta(days=days)
        for block in roster.blocks:
            wanted = block.volunteer in volunteers and block.weekday == day.weekday()
            if wanted and not _absent(roster, block.volunteer, day):
                yield _at(day, block)


def _runs(block: Block, local: datetime) -> bool:
    return block.weekday == local.weekday() and block.starts <= local.time() < block.ends


def _at(day: date, block: Block) -> datetime:
    return datetime.combine(day, block.starts, BRUSSELS)


def _absent(roster: Roster, volunteer: VolunteerId, day: date) -> bool:
    return any(each.volunteer == volunteer and each.first <= day <= each.last for each in roster.absences)


def _local(now: float) -> datetime:
    return datetime.fromtimestamp(now, UTC).astimezone(BRUSSELS)
