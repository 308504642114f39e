"""Which text and entities does a message get, and is it allowed?"""

from __future__ import annotations

import re
from typing import Any

from bot.standin.errors import bad_request
from bot.standin.markup import parse_html, utf16_length
from bot.standin.model import Json

# Bot API: "1-4096 characters after entities parsing", "0-1024 characters after entities parsing".
MAX_TEXT_CHARACTERS = 4096
MAX_CAPTION_CHARACTERS = 1024

# What Telegram marks by itself in every text.
_FOUND = (
    (
        "url",
        re.compile(
            r"(?:https?://[^\s<>\"]+|\b(?:[a-z0-9-]+\.)+(?:be|com|org|eu|net|info|int|io|me|nl|fr|de|uk)\b"
            r"(?:/[^\s<>\"]*)?)(?<![.,;:!?)])",
            re.IGNORECASE,
        ),
    ),
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/@])")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z]\w{3,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d(?:[ ()/.-]{0,2}\d){7,14}(?!\w)")),
)
_SIGNS = re.compile(r"[/@#+.]")


def formatted(
    text: str, parse_mode: str | None, given: list[Json] | None, *, limit: int, too_long: str
) -> tuple[str, list[Json]]:
    """Text and entities as they are stored: parsed, trimmed, with what Telegram finds by itself.

    `limit` counts characters after entity parsing; `too_long` is the refusal beyond it. Empty texts pass.
    """
    if parse_mode is not None and parse_mode.lower() not in ("", "html"):
        raise bad_request("unsupported parse_mode")
    if parse_mode:
        text, entities = parse_html(text)
    else:
        entities = [_checked(entity, text) for entity in given or []]
    text, entities = _trimmed(text, entities)
    if len(text) > limit:
        raise bad_request(too_long)
    entities = entities + _automatic(text, entities)
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return text, entities


def _checked(entity: Any, text: str) -> Json:
    if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
        raise bad_request("can't parse entities: Expected an Object")
    try:
        offset, length = int(entity["offset"]), int(entity["length"])
    except (KeyError, TypeError, ValueError):
        raise bad_request("can't parse entities: Can't parse MessageEntity") from None
    length = min(length, utf16_length(text) - offset)
    if offset < 0 or length <= 0:
        raise bad_request(f"can't parse entities: Receive an entity with incorrect offset {offset}")
    return {**entity, "offset": offset, "length": length}


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Without white space at both ends; entities shrink or go with it."""
    stripped = text.strip(" \t\r\n\x00")
    if len(stripped) == len(text):
        return text, entities
    shift = utf16_length(text[: text.find(stripped)]) if stripped else 0
    end = utf16_length(stripped)
    kept = []
    for entity in entities:
        first = max(0, entity["offset"] - shift)
        last = min(end, entity["offset"] + entity["length"] - shift)
        if last > first:
            kept.append({**entity, "offset": first, "length": last - first})
    return stripped, kept


def _automatic(text: str, entities: list[Json]) -> list[Json]:
    """Links, addresses, commands and numbers that no other link, code or find already covers."""
    if not _SIGNS.search(text):
        return []
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in entities
        if entity["type"] in ("code", "pre", "text_link")
    ]
    found: list[Json] = []
    for kind, pattern in sorted(_FOUND, key=lambda row: row[0] != "email"):
        for match in pattern.finditer(text):
            offset = utf16_length(text[: match.start()])
            length = utf16_length(match.group())
            if any(offset < last and first < offset + length for first, last in taken):
                continue
            taken.append((offset, offset + length))
            found.append({"type": kind, "offset": offset, "length": length})
    return found
