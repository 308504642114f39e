"""How much may a bot send before it is told to wait?"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, replace

from bot.standin.clock import Clock

GROUP_WINDOW_S = 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's published limits (Bot API FAQ, "My bot is hitting limits"), with our choices where it is vague.

    The FAQ asks for at most one message a second in a chat and says that short bursts may pass: here a chat
    holds `chat_burst` messages in hand, refilled at `chat_per_s`. Overall and group limits have no extra burst:
    `overall_per_s` in any second, `group_per_minute` in any minute, all topics of a group together. Edits and
    new topics count like messages. None switches a limit off.
    """

    chat_per_s: float | None = 1.0
    chat_burst: int = 3
    overall_per_s: int | None = 30
    group_per_minute: int | None = 20
    # Telegram does not publish how long a tap waits for its answer; refusals are seen from about this age on.
    callback_answer_s: float = 15.0

    @classmethod
    def off(cls) -> Limits:
        """Nothing is held back."""
        return cls(chat_per_s=None, overall_per_s=None, group_per_minute=None)

    def scaled(self, factor: float) -> Limits:
        """The same shape, `factor` times as generous (benchmarks)."""
        return replace(
            self,
            chat_per_s=None if self.chat_per_s is None else self.chat_per_s * factor,
            overall_per_s=None if self.overall_per_s is None else max(1, round(self.overall_per_s * factor)),
            group_per_minute=None if self.group_per_minute is None else max(1, round(self.group_per_minute * factor)),
        )

    @classmethod
    def named(cls, name: str) -> Limits:
        """`telegram`, `off`, or `x10`: ten times Telegram's. Raises ValueError for other names."""
        if name == "telegram":
            return cls()
        if name == "off":
            return cls.off()
        if name.startswith("x"):
            return cls().scaled(float(name[1:]))
        raise ValueError(f"no such limits: {name}")


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at: float


class Limiter:
    """Counts what was sent, and says how long the next message has to wait."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self.limits = limits
        self._clock = clock
        self._chats: dict[int, _Bucket] = {}
        self._groups: dict[int, deque[float]] = {}
        self._overall: deque[float] = deque()

    def wait_s(self, chat_id: int, *, is_group: bool) -> int:
        """Whole seconds until the chat may get its next message; 0 means now."""
        now = self._clock.now()
        waits = [self._chat_wait(chat_id, now), self._overall_wait(now)]
        if is_group:
            waits.append(self._group_wait(chat_id, now))
        longest = max(waits)
        return 0 if longest <= 0 else max(1, math.ceil(longest - 1e-6))

    def spend(self, chat_id: int, *, is_group: bool) -> None:
        """Count one message that was accepted."""
        now = self._clock.now()
        if self.limits.chat_per_s is not None:
            self._bucket(chat_id, now).tokens -= 1
        if self.limits.overall_per_s is not None:
            self._overall.append(now)
        if is_group and self.limits.group_per_minute is not None:
            self._groups.setdefault(chat_id, deque()).append(now)

    def _bucket(self, chat_id: int, now: float) -> _Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            bucket = self._chats[chat_id] = _Bucket(float(self.limits.chat_burst), now)
        rate = self.limits.chat_per_s or 0.0
        bucket.tokens = min(float(self.limits.chat_burst), bucket.tokens + (now - bucket.filled_at) * rate)
        bucket.filled_at = now
        return bucket

    def _chat_wait(self, chat_id: int, now: float) -> float:
        rate = self.limits.chat_per_s
        if rate is None:
            return 0.0
        return (1.0 - self._bucket(chat_id, now).tokens) / rate

    def _overall_wait(self, now: float) -> float:
        return _window_wait(self._overall, self.limits.overall_per_s, 1.0, now)

    def _group_wait(self, chat_id: int, now: float) -> float:
        sent = self._groups.setdefault(chat_id, deque())
        return _window_wait(sent, self.limits.group_per_minute, GROUP_WINDOW_S, now)


def _window_wait(sent: deque[float], most: int | None, window_s: float, now: float) -> float:
    if most is None:
        return 0.0
    while sent and sent[0] <= now - window_s:
        sent.popleft()
    return 0.0 if len(sent) < most else sent[len(sent) - most] + window_s - now
