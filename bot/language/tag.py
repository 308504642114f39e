"""Which language of ours does a language code mean, however it is written?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.content.model import Tag

_SEPARATORS = re.compile("[-_]")
_ENCODING = re.compile("[.@].*", re.DOTALL)
_SUBTAG = re.compile("[a-z0-9]{1,8}")
_MAX_LENGTH = 40


def match(code: str | None, known: Mapping[str, Tag]) -> Tag | None:
    """The language that `code` means ("ar-EG", "pt_BR", "FA"); None for what is not ours and for junk.

    known: lower-case codes with hyphens. Subtags are taken away from the end until a code is known.
    """
    subtags = _subtags(code) if code else []
    while subtags:
        tag = known.get("-".join(subtags))
        if tag:
            return tag
        subtags.pop()
    return None


def _subtags(code: str) -> list[str]:
    if len(code) > _MAX_LENGTH:
        return []
    subtags = _SEPARATORS.split(_ENCODING.sub("", code.strip().lower()))
    return subtags if all(_SUBTAG.fullmatch(subtag) for subtag in subtags) else []
