"""Which sentences are kept out of training? Those of `nlu/tests/` (never looked at) and `nlu/calibration/`.

Format of `nlu/tests/<tag>/<area>.yml`:

    procedure/dublin:
      - {style: plain, text: "they took my fingers in italy"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

OUT_OF_SCOPE = "chat/out-of-scope"
SAFETY = "safety/"
_TOPIC_LINE = re.compile(r"^([a-z]+/[a-z0-9-]+):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A sentence that somebody might send, with the one topic that is right. `style`: plain, typo, ..."""

    text: str
    topic: str
    language: str
    style: str

    @property
    def is_in_scope(self) -> bool:
        """Whether there is an answer at all."""
        return self.topic != OUT_OF_SCOPE

    @property
    def is_safety(self) -> bool:
        """Whether a person may be in danger."""
        return self.topic.startswith(SAFETY)


def read_held_out(folder: Path) -> list[HeldOut]:
    """All sentences under `folder`, in a stable order; none if there is no such folder."""
    return [sentence for path in sorted(folder.glob("*/*.yml")) for sentence in _read_file(path)]


def read_calibration(data: Path) -> list[HeldOut]:
    """The sentences of `calibration/` beside `data`, of languages and topics that there is something to learn for.

    A language that is still being written would otherwise make the model look unsure of all others.
    """
    learnt = {
        (path.parent.name, match[1])
        for path in data.glob("*/*.yml")
        for match in _TOPIC_LINE.finditer(path.read_text(encoding="utf-8"))
    }
    found = read_held_out(data.parent / "calibration")
    return [sentence for sentence in found if (sentence.language, sentence.topic) in learnt]


def _read_file(path: Path) -> Iterator[HeldOut]:
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
    for topic, sentences in content.items():
        for sentence in sentences:
            yield HeldOut(sentence["text"], topic, path.parent.name, sentence["style"])
