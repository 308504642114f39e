"""Are the Belgian terms named in every translation, and by the name that the glossary of the language gives them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.content.checks.scope import Scope, in_answer
from bot.content.model import SOURCE_TAG, Answer, Term
from bot.content.problem import Problem
from bot.content.references import REFERENCE

_LINK_TARGET = re.compile(r"\]\([^)]*\)")


def check(scope: Scope) -> Iterator[Problem]:
    """`missing-term` (in a glossary), `term-not-used` (in a translation)."""
    source = scope.content.glossary.get(SOURCE_TAG, {})
    for tag in scope.registry.full:
        for term in sorted(source.keys() - scope.content.glossary.get(tag, {}).keys()):
            yield Problem(f"glossary/{tag}.yml", 1, "missing-term", f"{term} is missing. Add it.")
    for topic, answer in scope.answers():
        terms = scope.content.glossary.get(answer.tag, {})
        if answer.tag != SOURCE_TAG and SOURCE_TAG in topic.answers:
            yield from _compare(topic.answers[SOURCE_TAG], answer, source, terms)


def _compare(
    source: Answer, answer: Answer, source_terms: Mapping[str, Term], terms: Mapping[str, Term]
) -> Iterator[Problem]:
    for name, wanted in source_terms.items():
        if name in terms and _names(source, wanted) and not _names(answer, terms[name]):
            forms = ", ".join(terms[name].find)
            yield in_answer(
                answer,
                "term-not-used",
                f"does not name {wanted.term}: use one of {forms}, or add the form to the glossary.",
            )


def _names(answer: Answer, term: Term) -> bool:
    text = _LINK_TARGET.sub("]", REFERENCE.sub("", f"{answer.title}\n{answer.body}"))
    return any(_occurs(form, text) for form in term.find)


def _occurs(form: str, text: str) -> bool:
    """Abbreviations count only in capitals ("CALL" is a court, "call" is not); all else in any case."""
    return bool(re.search(re.escape(form), text, re.NOFLAG if form.isupper() else re.IGNORECASE))
