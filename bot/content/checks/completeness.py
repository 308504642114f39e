"""Is there an answer to every topic, in every language that we say we speak?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.checks.scope import Scope, in_topic
from bot.content.model import CHAT_AREA, TopicId
from bot.content.problem import Problem


def check(scope: Scope) -> Iterator[Problem]:
    """`unknown-topic`, `missing-topic`, `missing-language`, `unknown-language`."""
    wanted = {topic for topic in scope.content.catalogue if not topic.startswith(f"{CHAT_AREA}/")}
    for topic in sorted(scope.content.topics.keys() - wanted):
        yield in_topic(topic, "unknown-topic", "is not in topics.yml. Add it there, or rename the folder.")
    for topic in sorted(wanted - scope.content.topics.keys()):
        yield in_topic(topic, "missing-topic", "is in topics.yml but has no folder. Write its topic.yml and en.md.")
    for topic in scope.content.topics:
        yield from _languages(scope, topic)


def _languages(scope: Scope, topic: TopicId) -> Iterator[Problem]:
    there = scope.content.topics[topic].answers.keys()
    for tag in (each for each in scope.registry.full if each not in there):
        yield in_topic(topic, "missing-language", f"has no {tag}.md. Translate en.md.")
    for tag in sorted(there - scope.registry.all.keys()):
        yield in_topic(topic, "unknown-language", f"{tag}.md is in no language of languages.yml. Rename it.")
