"""Is a text written in the script of its language, with no words left over from the source?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.checks.scope import Scope, in_answer
from bot.content.model import SOURCE_TAG, Answer
from bot.content.problem import Problem, Severity
from bot.content.references import REFERENCE
from bot.language.script import script_shares

_OTHER_SCRIPT_SHARE = 0.5
_LEFT_OVER = re.compile(r"\b(?:the|and|your|you|with|from|must|they)\b", re.IGNORECASE)
_LEFT_OVER_WORDS = 3
_CONTROLS = re.compile(
    "[\0-\b\v-\x1f\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH NO-BREAK SPACE}]"
)


def check(scope: Scope) -> Iterator[Problem]:
    """`wrong-script`, `left-over`, `control-character`."""
    for _, answer in scope.answers():
        language = scope.registry.all.get(answer.tag)
        if language is None:
            continue
        text = re.sub(r"\]\([^)]*\)", "]", REFERENCE.sub("", f"{answer.title}\n{answer.body}"))
        if script_shares(text).get(language.script, 0.0) < _OTHER_SCRIPT_SHARE:
            yield in_answer(answer, "wrong-script", f"is not written in {language.script} script. Translate it.")
        yield from _left_over(answer, text)
        if _CONTROLS.search(answer.title + answer.body):
            yield in_answer(answer, "control-character", "holds an invisible control character. Type the text anew.")


def _left_over(answer: Answer, text: str) -> Iterator[Problem]:
    words = _LEFT_OVER.findall(text) if answer.tag != SOURCE_TAG else []
    if len(words) >= _LEFT_OVER_WORDS:
        yield in_answer(
            answer,
            "left-over",
            f"seems to hold English words ({', '.join(words[:5])}). Translate them.",
            Severity.WARNING,
        )
