"""Which calls did the bot make?"""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass

from bot.standin.model import Json

KEPT_CALLS = 200_000


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method; `status` is the HTTP status of its answer (0: none was given)."""

    number: int
    method: str
    chat_id: int | None
    thread_id: int | None
    status: int
    at: float


class CallLog:
    """The latest calls and counts of all; getUpdates is counted only."""

    def __init__(self) -> None:
        self._calls: deque[Call] = deque(maxlen=KEPT_CALLS)
        self._number = 0
        self.latest_at = 0.0
        self.counts: Counter[str] = Counter()

    def add(self, method: str, chat_id: int | None, thread_id: int | None, status: int, at: float) -> None:
        """Note one call."""
        self.counts[f"{method} {status}"] += 1
        self.latest_at = at
        if method != "getUpdates":
            self._number += 1
            self._calls.append(Call(self._number, method, chat_id, thread_id, status, at))

    def after(self, number: int, method: str | None, chat_id: int | None, status: int | None) -> list[Json]:
        """Calls later than `number`, oldest first, that match what is given."""
        return [
            {
                "number": call.number,
                "method": call.method,
                "chat_id": call.chat_id,
                "message_thread_id": call.thread_id,
                "status": call.status,
                "at": call.at,
            }
            for call in self._calls
            if call.number > number
            and (method is None or call.method == method)
            and (chat_id is None or call.chat_id == chat_id)
            and (status is None or call.status == status)
        ]

    def clear(self) -> None:
        """Start anew; numbers go on."""
        self._calls.clear()
        self.counts.clear()
