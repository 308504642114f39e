"""What does the bot itself say, in each language? The Fluent messages of `<tag>.ftl`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.content.model import Tag
from bot.errors import StartpuntError

FOLDER = Path(__file__).parent


class TextError(StartpuntError):
    """`locale.missing_message`: a message is missing in a language. `locale.broken_message`: it cannot be formatted."""


class Texts:
    """Formats system texts. A missing message is an error, never a silent fallback."""

    def __init__(self, bundles: Mapping[Tag, FluentBundle]) -> None:
        self._bundles = bundles
        self._plain: dict[tuple[Tag, str], str] = {}

    @classmethod
    def load(cls, tags: Iterable[Tag], folder: Path = FOLDER) -> Texts:
        """Read the files of `tags`, and the few words for each language that is only recognised."""
        detected = {path.stem: _bundle(path) for path in (folder / "detected").glob("*.ftl")}
        return cls(detected | {tag: _bundle(folder / f"{tag}.ftl") for tag in tags})

    def say(self, tag: Tag, message: str, **arguments: str | int) -> str:
        """A message in a language; what it inserts is isolated by Unicode marks.

        Raises TextError: which texts there are is known when the software is built, so a test finds it.
        """
        if not arguments and (tag, message) in self._plain:
            return self._plain[tag, message]
        bundle = self._bundles[tag]
        pattern = bundle.get_message(message).value if bundle.has_message(message) else None
        if pattern is None:
            raise TextError("locale.missing_message", message=message, language=tag)
        text, errors = bundle.format_pattern(pattern, arguments)
        if errors:
            raise TextError("locale.broken_message", message=message, language=tag)
        if not arguments:
            self._plain[tag, message] = str(text)
        return str(text)


def _bundle(path: Path) -> FluentBundle:
    bundle = FluentBundle([path.stem])
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
