"""Telegram's limits on a clock that a test moves."""

from __future__ import annotations

import pytest

from bot.standin.clock import Clock
from bot.standin.limits import Limiter, Limits

PERSON, GROUP = 7, -100


@pytest.fixture
def clock() -> Clock:
    return Clock(lambda: 1_800_000_000.0)


def send(limiter: Limiter, chat_id: int, *, is_group: bool = False) -> int:
    """Send one message if it may be sent; the seconds to wait otherwise."""
    wait_s = limiter.wait_s(chat_id, is_group=is_group)
    if not wait_s:
        limiter.spend(chat_id, is_group=is_group)
    return wait_s


def test_short_burst_passes_and_the_next_message_waits_a_second(clock: Clock) -> None:
    limiter = Limiter(Limits(), clock)

    assert [send(limiter, PERSON) for _ in range(4)] == [0, 0, 0, 1]


def test_one_message_a_second_always_passes(clock: Clock) -> None:
    limiter = Limiter(Limits(), clock)

    waits = []
    for _ in range(50):
        waits.append(send(limiter, PERSON))
        clock.advance(1.0)

    assert set(waits) == {0}


def test_burst_comes_back_with_silence(clock: Clock) -> None:
    limiter = Limiter(Limits(), clock)
    for _ in range(3):
        send(limiter, PERSON)

    clock.advance(60.0)

    assert [send(limiter, PERSON) for _ in range(4)] == [0, 0, 0, 1]


def test_chats_do_not_share_their_limit(clock: Clock) -> None:
    limiter = Limiter(Limits(), clock)
    for _ in range(3):
        send(limiter, PERSON)

    assert send(limiter, PERSON + 1) == 0


def test_thirty_messages_a_second_overall(clock: Clock) -> None:
    limiter = Limiter(Limits(), clock)

    waits = [send(limiter, chat_id) for chat_id in range(1, 32)]

    assert waits == [0] * 30 + [1]
    clock.advance(1.0)
    assert send(limiter, 99) == 0


def test_twenty_messages_a_minute_in_a_group(clock: Clock) -> None:
    limiter = Limiter(Limits(), clock)
    for _ in range(20):
        assert send(limiter, GROUP, is_group=True) == 0
        clock.advance(1.0)

    assert send(limiter, GROUP, is_group=True) == 40
    clock.advance(40.0)
    assert send(limiter, GROUP, is_group=True) == 0


def test_refused_message_is_not_counted(clock: Clock) -> None:
    limiter = Limiter(Limits(), clock)
    for _ in range(30):
        send(limiter, PERSON)

    clock.advance(1.0)

    assert send(limiter, PERSON) == 0


def test_switched_off_limits_hold_nothing_back(clock: Clock) -> None:
    limiter = Limiter(Limits.off(), clock)

    assert {send(limiter, GROUP, is_group=True) for _ in range(500)} == {0}


@pytest.mark.parametrize(
    "name, limits",
    [
        ("telegram", Limits()),
        ("off", Limits(chat_per_s=None, overall_per_s=None, group_per_minute=None)),
        ("x10", Limits(chat_per_s=10.0, overall_per_s=300, group_per_minute=200)),
    ],
)
def test_limits_have_names(name: str, limits: Limits) -> None:
    assert Limits.named(name) == limits


def test_unknown_limits_are_refused() -> None:
    with pytest.raises(ValueError, match="no such limits"):
        Limits.named("loose")


def test_clock_never_goes_back(clock: Clock) -> None:
    with pytest.raises(ValueError, match="forward"):
        clock.advance(-1.0)
