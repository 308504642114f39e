"""How does Telegram read a text with HTML tags?"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from bot.standin.errors import ApiError, bad_request
from bot.standin.model import Json

ENTITY_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
_CHARACTER = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACE = " \t\r\n"
_PLAIN = re.compile(r"[^<&]+")
_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")
_BARE_VALUE = re.compile(r"[A-Za-z0-9.\-]*")
# Telegram makes no link of other schemes (tel:, mailto:, javascript:): the text stays, without the entity.
_LINK = re.compile(r"(?:(?:https?|tg)://\S+|[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?)\Z", re.IGNORECASE)


@dataclass(slots=True)
class _OpenTag:
    name: str
    attributes: dict[str, str]
    start: int  # in UTF-16 units
    text_start: int  # in characters


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, the measure of entity offsets."""
    return len(text) if text.isascii() else len(text) + len(_TWO_UNITS.findall(text))


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities of a text with parse_mode HTML. Raises ApiError in Telegram's words."""
    if "<" not in source and "&" not in source:
        return source, []
    return _HtmlReader(source).read()


class _HtmlReader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text: list[str] = []
        self._characters = 0
        self._units = 0
        self._open: list[_OpenTag] = []
        self._entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self._at < len(self._source):
            character = self._source[self._at]
            if character == "&":
                self._read_character()
            elif character != "<":
                self._read_plain()
            elif self._source.startswith("</", self._at):
                self._read_end_tag()
            else:
                self._read_start_tag()
        if self._open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self._text), self._entities

    def _append(self, text: str) -> None:
        self._text.append(text)
        self._characters += len(text)
        self._units += utf16_length(text)

    def _read_plain(self) -> None:
        match = _PLAIN.match(self._source, self._at)
        assert match is not None
        self._at = match.end()
        self._append(match.group())

    def _read_character(self) -> None:
        match = _CHARACTER.match(self._source, self._at)
        self._append(_decoded(match) if match else "&")
        self._at = match.end() if match else self._at + 1

    def _read_start_tag(self) -> None:
        begin = self._at
        self._at += 1
        name = self._take_until(_SPACE + ">").lower()
        if self._at >= len(self._source):
            raise self._error("Unclosed start tag", begin)
        if name not in ENTITY_OF_TAG:
            raise self._error(f'Unsupported start tag "{name}"', begin)
        attributes = self._read_attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self._at += 1
        self._open.append(_OpenTag(name, attributes, self._units, self._characters))

    def _read_attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip_space()
            if self._at >= len(self._source):
                raise self._error("Unclosed start tag", begin)
            if self._source[self._at] == ">":
                return attributes
            name = self._take_until(_SPACE + "=>").lower()
            if not name:
                raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
            self._skip_space()
            if not self._source.startswith("=", self._at):
                if tag == "blockquote" and name == "expandable":
                    attributes[name] = ""
                    continue
                raise self._error(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
            self._at += 1
            attributes[name] = self._read_value(begin)

    def _read_value(self, begin: int) -> str:
        self._skip_space()
        quote = self._source[self._at : self._at + 1]
        if quote not in ("'", '"'):
            match = _BARE_VALUE.match(self._source, self._at)
            assert match is not None
            token_begin, self._at = self._at, match.end()
            if self._at < len(self._source) and self._source[self._at] not in _SPACE + ">":
                raise self._error("Unexpected end of name token", token_begin)
            return match.group().lower()
        end = self._source.find(quote, self._at + 1)
        if not quote or end < 0:
            raise self._error("Unclosed start tag", begin)
        value = self._source[self._at + 1 : end]
        self._at = end + 1
        return _CHARACTER.sub(_decoded, value)

    def _read_end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise self._error("Unexpected end tag", begin)
        self._at += 2
        name = self._take_until(_SPACE + ">").lower()
        self._skip_space()
        if not self._source.startswith(">", self._at):
            raise self._error("Unclosed end tag", begin)
        self._at += 1
        tag = self._open.pop()
        if name and name != tag.name:
            raise self._error("Unmatched end tag", begin, f', expected "</{tag.name}>", found "</{name}>"')
        self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        length = self._units - tag.start
        if not length:
            return
        entity: Json = {"type": ENTITY_OF_TAG[tag.name], "offset": tag.start, "length": length}
        if tag.name == "a":
            entity["url"] = _link(tag.attributes.get("href") or "".join(self._text)[tag.text_start :])
            if not entity["url"]:
                return
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        if entity["type"] in ("code", "pre") and self._inside_code(tag, entity):
            return
        self._entities.append(entity)

    def _inside_code(self, tag: _OpenTag, entity: Json) -> bool:
        """Code holds no other entities; `<pre><code class="language-x">` is one block with its language."""
        language = tag.attributes.get("class", "")
        outer = self._open[-1] if self._open else None
        if tag.name == "code" and outer is not None and outer.name == "pre":
            if language.startswith("language-") and outer.start == tag.start:
                outer.attributes.setdefault("language", language.removeprefix("language-"))
            return True
        self._entities = [kept for kept in self._entities if kept["offset"] < tag.start]
        if "language" in tag.attributes:
            entity["language"] = tag.attributes["language"]
        return False

    def _take_until(self, ends: str) -> str:
        start = self._at
        while self._at < len(self._source) and self._source[self._at] not in ends:
            self._at += 1
        return self._source[start : self._at]

    def _skip_space(self) -> None:
        while self._at < len(self._source) and self._source[self._at] in _SPACE:
            self._at += 1

    def _error(self, what: str, at: int, more: str = "") -> ApiError:
        offset = len(self._source[:at].encode())
        return _unparsable(f"{what} at byte offset {offset}{more}")


def _unparsable(what: str) -> ApiError:
    return bad_request(f"can't parse entities: {what}")


def _decoded(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return match.group()
    return chr(code)


def _link(url: str) -> str:
    """The address that Telegram makes of an href; empty when it makes no link of it."""
    url = html.unescape(url).strip()
    if not _LINK.match(url):
        return ""
    if "://" not in url:
        url = f"http://{url}"
    scheme, _, rest = url.partition("://")
    return url if "/" in rest or scheme.lower() == "tg" else f"{url}/"
