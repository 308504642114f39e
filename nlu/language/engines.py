"""Our detector and the libraries it has to beat, behind one face. Runs in the bot's environment with its test packages.

Every library is asked for the languages of the registry that it knows, so that nothing it says of others counts
against it; for messages that are in none of ours it is asked freely.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.language.registry import Registry

OTHER: Final = "other"
Answer = tuple[str, float]
"""A language tag or `other`, and how sure the engine is, 0..1."""

# The libraries' codes of our languages, where they differ from the registry's tags.
_PY3LANGID: Final = {"ku": "kmr", "rw": "rn", "fuv": "ff", "ary": "ar", "arz": "ar"}
_CLD2: Final = {"ku": "kmr", "rw": "rn"}


@dataclass(frozen=True, slots=True)
class Engine:
    """`restricted` answers with one of our languages; `free` with whatever it finds."""

    restricted: Callable[[str], Answer]
    free: Callable[[str], Answer]


def ours(registry: Registry, model: Path) -> Engine:
    """The detector that ships, `other` always among its candidates."""
    from bot.language.detect import Detector

    detector = Detector.load(model, registry)

    def detect(text: str) -> Answer:
        found = detector.detect(text)
        return found.best or OTHER, found.confidence

    return Engine(detect, detect)


def lid_176(registry: Registry, model: Path) -> Engine:
    """fastText's lid.176 alone."""
    import fasttext

    from bot.language.detect import bundled_lid

    predict = fasttext.load_model(str(bundled_lid())).f.predict
    tags = {f"__label__{label}": tag for tag, each in registry.all.items() for label in each.lid_labels}

    def restricted(text: str) -> Answer:
        found = [(p, tags[label]) for p, label in predict(f"{_line(text)}\n", -1, 0.0, "strict") if label in tags]
        total = sum(p for p, _ in found) or 1.0
        p, tag = max(found, default=(0.0, OTHER))
        return tag, p / total

    def free(text: str) -> Answer:
        p, label = next(iter(predict(f"{_line(text)}\n", 1, 0.0, "strict")), (0.0, ""))
        return tags.get(label, OTHER), p

    return Engine(restricted, free)


def py3langid(registry: Registry, model: Path) -> Engine:
    """py3langid, its candidates set to ours."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    asked_freely = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    asked_for_ours = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = [label for label in asked_freely.labels if _PY3LANGID.get(label, label) in registry.all]
    asked_for_ours.set_languages(known)

    def answer(identifier: LanguageIdentifier, text: str) -> Answer:
        label, probability = identifier.classify(_line(text))
        tag = _PY3LANGID.get(label, label)
        return tag if tag in registry.all else OTHER, float(probability)

    return Engine(lambda text: answer(asked_for_ours, text), lambda text: answer(asked_freely, text))


def cld2(registry: Registry, model: Path) -> Engine:
    """cld2; it cannot be restricted, so the best of its three guesses that is ours counts."""
    import pycld2

    def guesses(text: str) -> tuple[bool, list[str]]:
        line = "".join(character for character in _line(text) if unicodedata.category(character) != "Cc")
        reliable, _, found = pycld2.detect(line, bestEffort=True)
        return reliable, [_CLD2.get(code, code) for _, code, _, _ in found]

    def restricted(text: str) -> Answer:
        reliable, codes = guesses(text)
        return next((code for code in codes if code in registry.all), OTHER), 1.0 if reliable else 0.0

    def free(text: str) -> Answer:
        reliable, codes = guesses(text)
        return codes[0] if codes[0] in registry.all else OTHER, 1.0 if reliable else 0.0

    return Engine(restricted, free)


def _line(text: str) -> str:
    return " ".join(text.split())


ENGINES: Final[dict[str, Callable[[Registry, Path], Engine]]] = {
    "ours": ours,
    "lid.176": lid_176,
    "py3langid": py3langid,
    "cld2": cld2,
}
