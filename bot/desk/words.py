"""What does a waiting person hear? Their place, and when somebody who speaks their language is there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.content.hours import BRUSSELS
from bot.content.model import Tag
from bot.conversation.effects import Keyboard, Say
from bot.handoff.model import Roster
from bot.handoff.shifts import next_shift, speakers_on_duty
from bot.language.cldr import time_text, weekday_text


def queued(tag: Tag, place: int, urgent: bool) -> Say:
    """The request is saved."""
    message = "human-requested-urgent" if urgent else "human-requested"
    return Say(message, tag, arguments={"place": place}, urgent=urgent)


def still_waiting(tag: Tag, place: int) -> Say:
    """A word now and then."""
    return Say("human-still-waiting", tag, arguments={"place": place})


def shift(roster: Roster, wanted: Tag, tag: Tag, now: float) -> Say:
    """When somebody who speaks `wanted` is there, said in `tag`; with the way back to the bot."""
    if speakers_on_duty(roster, wanted, now):
        return Say("human-shift-now", tag, Keyboard.QUEUED)
    starts = next_shift(roster, wanted, now)
    if starts is None:
        return Say("human-shift-unknown", tag, Keyboard.QUEUED)
    today = datetime.fromtimestamp(now, UTC).astimezone(BRUSSELS).date()
    when: dict[str, str | int] = {"time": time_text(starts)}
    if starts.date() == today:
        return Say("human-shift-today", tag, Keyboard.QUEUED, when)
    if starts.date() == today + timedelta(days=1):
        return Say("human-shift-tomorrow", tag, Keyboard.QUEUED, when)
    return Say("human-shift-on", tag, Keyboard.QUEUED, {**when, "weekday": weekday_text(starts.date(), tag)})
