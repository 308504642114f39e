"""Who is next, who is there, and what is due: the rules of the hand-off, without any clock or database."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.hours import BRUSSELS
from bot.handoff.model import (
    Absence,
    Block,
    Level,
    Request,
    RequestId,
    RequestState,
    Roster,
    Rules,
    Volunteer,
    VolunteerId,
)
from bot.handoff.pseudonyms import pseudonym
from bot.handoff.queue import Fit, counts, fit, in_order, may_see, place
from bot.handoff.shifts import next_shift, on_duty, shift_began, speakers_on_duty
from bot.handoff.timeouts import Due, due

NOOR = Volunteer(VolunteerId(1), "Noor", {"ti": Level.FLUENT, "en": Level.BRIDGE})
PIET = Volunteer(VolunteerId(2), "Piet", {"nl": Level.FLUENT, "en": Level.FLUENT})
MONDAY = Block(NOOR.id, 0, time(9), time(12, 30))
RULES = Rules()
HOUR = 3600.0


def at(day: int, hour: int, minute: int = 0) -> float:
    """A moment in Brussels; 23 November 2026 is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=BRUSSELS).timestamp()


def request(number: int = 1, *, urgent: bool = False, since: float = 0.0, language: str = "ti") -> Request:
    return Request(RequestId(number), RequestState.QUEUED, language, None, urgent, since, since)


def owned(**times: float | None) -> Request:
    return dataclasses.replace(request(), state=RequestState.OWNED, owner=NOOR.id, **times)  # type: ignore[arg-type]


def test_urgent_requests_come_first_then_those_that_wait_longest() -> None:
    waiting = [request(1, since=5), request(2, since=3), request(3, urgent=True, since=9), owned()]

    assert [each.id for each in in_order(waiting)] == [3, 2, 1]


def test_a_place_counts_those_of_the_same_language() -> None:
    waiting = [request(1, since=1), request(2, since=2, language="am"), request(3, since=3)]

    assert [place(each.id, waiting) for each in waiting] == [1, 1, 2]
    assert place(RequestId(9), waiting) == 0
    assert counts(waiting) == {"ti": 2, "am": 1}


@pytest.mark.parametrize(
    ("volunteer", "language", "found"),
    [
        (NOOR, "ti", (Fit.FLUENT, "ti")),
        (NOOR, "am", (Fit.BRIDGE, "en")),
        (PIET, "ti", (Fit.BRIDGE, "en")),
        (dataclasses.replace(NOOR, disabled=True), "ti", None),
        (dataclasses.replace(NOOR, languages={"fr": Level.FLUENT}), "ti", None),
    ],
)
def test_who_can_talk_to_whom(volunteer: Volunteer, language: str, found: object) -> None:
    assert fit(volunteer, language, ("en",)) == found


def test_a_queue_is_shown_to_those_who_speak_it_and_to_others_only_when_nobody_does() -> None:
    assert may_see(NOOR, "ti", [NOOR, PIET], ("en",))
    assert not may_see(PIET, "ti", [NOOR, PIET], ("en",))
    assert may_see(PIET, "am", [NOOR, PIET], ("en",))


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        (at(23, 9), ["Noor"]),
        (at(23, 12, 29), ["Noor"]),
        (at(23, 12, 30), []),
        (at(24, 10), []),
        (at(30, 10), []),
    ],
)
def test_who_is_there(moment: float, there: list[str]) -> None:
    roster = Roster((NOOR, PIET), (MONDAY,), (Absence(NOOR.id, date(2026, 11, 30), date(2026, 12, 6)),))

    assert [each.alias for each in on_duty(roster, moment)] == there
    assert [each.alias for each in speakers_on_duty(roster, "ti", moment)] == there


def test_who_says_here_is_there_until_then() -> None:
    roster = Roster((NOOR,), here_until={NOOR.id: at(23, 20)})

    assert on_duty(roster, at(23, 19)) == [NOOR]
    assert on_duty(roster, at(23, 21)) == []
    assert shift_began(roster, "ti", at(23, 19)) == 0.0


def test_the_next_shift_skips_days_away() -> None:
    roster = Roster((NOOR,), (MONDAY,), (Absence(NOOR.id, date(2026, 11, 30), date(2026, 11, 30)),))

    assert next_shift(roster, "ti", at(22, 12)) == datetime(2026, 11, 23, 9, tzinfo=BRUSSELS)
    assert next_shift(roster, "ti", at(23, 10)) == datetime(2026, 12, 7, 9, tzinfo=BRUSSELS)
    assert next_shift(roster, "nl", at(23, 10)) is None
    assert shift_began(roster, "ti", at(23, 10)) == at(23, 9)
    assert shift_began(roster, "ti", at(23, 13)) is None


@pytest.mark.parametrize(
    ("found", "now", "staffed", "wanted"),
    [
        (request(), 599, 0.0, ()),
        (request(), 600, 0.0, (Due.PING_VOLUNTEERS,)),
        (request(), 600, None, ()),
        (request(), 600, 300.0, ()),
        (dataclasses.replace(request(), pinged_at=600.0), 1199, 0.0, ()),
        (request(), 4 * HOUR, None, (Due.TELL_WAITING,)),
        (owned(unanswered_since=0.0), 599, None, ()),
        (owned(unanswered_since=0.0), 600, None, (Due.REMIND_OWNER,)),
        (owned(unanswered_since=0.0, reminded_at=600.0), 1199, None, ()),
        (owned(unanswered_since=0.0, reminded_at=600.0), 1200, None, (Due.RETURN_TO_QUEUE,)),
        (owned(volunteer_at=0.0), 24 * HOUR, None, (Due.ASK_PERSON,)),
        (owned(volunteer_at=0.0, asked_at=24 * HOUR), 30 * HOUR, None, ()),
        (owned(volunteer_at=0.0, asked_at=24 * HOUR), 36 * HOUR, None, (Due.CLOSE,)),
        (dataclasses.replace(request(), state=RequestState.ENDED), 99 * HOUR, 0.0, ()),
    ],
)
def test_what_is_due(found: Request, now: float, staffed: float | None, wanted: tuple[Due, ...]) -> None:
    assert due(found, now, RULES, staffed) == wanted


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.one_of(st.none(), st.floats(0, 1e6)))
def test_nobody_waits_longer_than_allowed_without_something_being_due(
    told_at: float, waited_s: float, staffed: float | None
) -> None:
    waiting = dataclasses.replace(request(), told_at=told_at)
    if waited_s > RULES.word_every_s:
        assert Due.TELL_WAITING in due(waiting, told_at + waited_s + 1, RULES, staffed)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_pseudonyms_differ(first: int, second: int) -> None:
    if first != second:
        assert pseudonym(RequestId(first)) != pseudonym(RequestId(second))


def test_moments_are_told_in_brussels() -> None:
    assert datetime.fromtimestamp(at(23, 9), UTC).hour == 8
