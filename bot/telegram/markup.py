"""How does the allowed Markdown of answers look in Telegram? The HTML that `parse_mode=HTML` reads."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = "zero"
_RULES = ("list", "link", "emphasis", "escape", "newline")


def parser() -> MarkdownIt:
    """A parser that knows the allowed Markdown and nothing else: paragraphs, lists, bold, links."""
    return MarkdownIt(_PARSER).enable(list(_RULES))


@lru_cache(maxsize=4096)
def to_html(markdown: str) -> str:
    """Telegram HTML of an answer's body; everything written by people is escaped."""
    lines: list[str] = []
    in_item = False
    for token in parser().parse(markdown):
        if token.type == "list_item_open":
            in_item = True
        elif token.type == "inline":
            lines.append(("• " if in_item else "") + _inline(token.children or []))
            in_item = False
        elif token.type in {"paragraph_close", "bullet_list_close"} and token.level == 0:
            lines.append("")
    return "\n".join(lines).strip()


def _inline(tokens: list[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type == "link_open":
            parts.append(f'<a href="{escape(str(token.attrs["href"]))}">')
        else:
            parts.append(_TAGS.get(token.type, escape(token.content, quote=False)))
    return "".join(parts)


_TAGS = {
    "link_close": "</a>",
    "strong_open": "<b>",
    "strong_close": "</b>",
    "em_open": "<i>",
    "em_close": "</i>",
    "softbreak": "\n",
    "hardbreak": "\n",
}
