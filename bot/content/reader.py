"""How is a file of `content/` read so that an editor learns of everything wrong in it at once?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml

from bot.content.problem import Problem

_T = TypeVar("_T")


@dataclass(slots=True)
class Reader:
    """Reads files under `root`; what is wrong in them becomes problems, never an exception."""

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def yaml(self, path: Path) -> dict[str, Any]:
        """The keys and values of a file; none if it cannot be read."""
        try:
            loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            self.refuse(path, "unreadable", f"cannot be read: {_first_line(error)}. Mend the YAML at that line.")
            return {}
        if not isinstance(loaded, dict):
            self.refuse(path, "unreadable", "must hold keys and values. Begin with `key: value` lines.")
            return {}
        return loaded

    def refuse(self, path: Path, code: str, sentence: str) -> None:
        """Notes what is wrong in a file."""
        self.problems.append(Problem(str(path.relative_to(self.root)), 1, code, sentence))

    def build(self, path: Path, make: Callable[[], _T]) -> _T | None:
        """What `make` returns; None and a problem when a key is missing or holds what it must not."""
        try:
            return make()
        except KeyError as error:
            self.refuse(path, "missing-key", f"the key {error} is missing. Add it.")
        except (ValueError, TypeError, AttributeError) as error:
            self.refuse(path, "bad-value", f"{_first_line(error)}. Correct that value.")
        return None


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())


def as_date(raw: object) -> date:
    """A date as YAML or ISO text gives it. ValueError otherwise."""
    return raw if isinstance(raw, date) else date.fromisoformat(str(raw))
