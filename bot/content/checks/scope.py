"""What does a check look at? The content, the languages, today's date, and short cuts to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.content.load import Content
from bot.content.model import Answer, Topic, TopicId
from bot.content.problem import Problem, Severity
from bot.language.registry import Registry


@dataclass(frozen=True, slots=True)
class Scope:
    """All that a check may ask."""

    content: Content
    registry: Registry
    today: date

    def answers(self) -> Iterator[tuple[Topic, Answer]]:
        """Every answer of every topic."""
        for topic in self.content.topics.values():
            for answer in topic.answers.values():
                yield topic, answer


def in_topic(topic: TopicId, code: str, sentence: str, severity: Severity = Severity.ERROR) -> Problem:
    """A problem in a topic's `topic.yml`."""
    return Problem(f"{topic}/topic.yml", 1, code, sentence, severity)


def in_answer(answer: Answer, code: str, sentence: str, severity: Severity = Severity.ERROR) -> Problem:
    """A problem in the text of an answer."""
    return Problem(f"{answer.topic}/{answer.tag}.md", 1, code, sentence, severity)
