"""Does everything that a text refers to exist?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.checks.scope import Scope, in_answer, in_topic
from bot.content.model import CHAT_AREA, Confidence, FactId, Topic
from bot.content.problem import Problem, Severity
from bot.content.references import REFERENCE, lookup


def check(scope: Scope) -> Iterator[Problem]:
    """`unknown-reference`, `broken-reference`, `unconfirmed-fact`.

    And of `topic.yml`: `unknown-related`, `self-related`, `unknown-service`.
    """
    for topic in scope.content.topics.values():
        yield from _links(scope, topic)
    for _, answer in scope.answers():
        text = f"{answer.title}\n{answer.body}"
        for match in REFERENCE.finditer(text):
            if lookup(match[1], match[2], answer.tag, scope.content.facts, scope.content.services) is None:
                yield in_answer(
                    answer,
                    "unknown-reference",
                    f"{match[0]} leads nowhere. Correct the name, or add the fact.",
                )
            fact = scope.content.facts.get(FactId(match[1]))
            if fact and fact.confidence is Confidence.UNCONFIRMED:
                yield in_answer(
                    answer,
                    "unconfirmed-fact",
                    f"{match[0]} is not confirmed: the sentence must not state it as certain.",
                    Severity.WARNING,
                )
        if "{{" in REFERENCE.sub("", text) or "}}" in REFERENCE.sub("", text):
            yield in_answer(answer, "broken-reference", "has a {{ or }} that is no reference. Write {{fact-id}}.")


def _links(scope: Scope, topic: Topic) -> Iterator[Problem]:
    for related in topic.related:
        if related == topic.id:
            yield in_topic(topic.id, "self-related", "names itself under `related`. Remove it.")
        elif related not in scope.content.topics or related.startswith(f"{CHAT_AREA}/"):
            yield in_topic(topic.id, "unknown-related", f"names {related} under `related`, which has no answer.")
    for service in topic.services:
        if service not in scope.content.services:
            yield in_topic(topic.id, "unknown-service", f"names {service} under `services`, which has no file.")
