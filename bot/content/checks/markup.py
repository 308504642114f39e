"""Does a text use only the Markdown that Telegram can show?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.content.checks.scope import Scope, in_answer
from bot.content.model import Answer
from bot.content.problem import Problem

_ALLOWED = {"paragraph", "bullet_list", "list_item", "inline", "text", "softbreak", "strong", "link"}
_NAMES = {
    "heading": "a heading",
    "ordered_list": "a numbered list",
    "blockquote": "a quotation",
    "fence": "code",
    "code_block": "code (a line that begins with spaces)",
    "code_inline": "code",
    "html_block": "HTML",
    "html_inline": "HTML",
    "em": "italics",
    "image": "a picture",
    "hr": "a line",
    "hardbreak": "a forced line break",
}
_LINK = re.compile(r"https://\S+|tel:\+?\d+|mailto:\S+@\S+")
_MAX_DEPTH = 1


def check(scope: Scope) -> Iterator[Problem]:
    """`markup`, `nested-list`, `bad-link`."""
    parser = MarkdownIt("commonmark")
    for _, answer in scope.answers():
        yield from _tokens(answer, parser.parse(answer.body))


def _tokens(answer: Answer, tokens: list[Token]) -> Iterator[Problem]:
    depth = 0
    for token in tokens:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        depth += token.nesting if kind == "bullet_list" else 0
        if depth > _MAX_DEPTH and token.type == "bullet_list_open":
            yield in_answer(answer, "nested-list", "has a list in a list. Make it one list.")
        if kind not in _ALLOWED and token.nesting >= 0:
            yield in_answer(
                answer, "markup", f"uses {_NAMES.get(kind, kind)}, which Telegram does not show. Remove it."
            )
        if token.type == "link_open" and not _LINK.fullmatch(str(token.attrs["href"])):
            yield in_answer(answer, "bad-link", f"links to {token.attrs['href']}. Links begin with https://.")
        yield from _tokens(answer, token.children or [])
