"""What time is it, and may a test move it?"""

from __future__ import annotations

import time
from collections.abc import Callable


class Clock:
    """Wall clock in seconds since 1970 that can be put forward.

    `source` is read anew at every call; a frozen source makes a clock that moves only by `advance`.
    """

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._offset_s = 0.0

    def now(self) -> float:
        """Seconds since 1970, with fractions."""
        return self._source() + self._offset_s

    def advance(self, seconds: float) -> None:
        """Put the clock forward; it never goes back."""
        if seconds < 0:
            raise ValueError("the clock only goes forward")
        self._offset_s += seconds
