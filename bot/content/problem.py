"""What does a check tell an editor? Where, which rule, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """Errors refuse, warnings only tell."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. path: relative to `content/`; line: from 1; sentence: what is wrong and what to do."""

    path: str
    line: int
    code: str
    sentence: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code}: {self.sentence}"
