"""Which text answers this topic in this language? An immutable snapshot of the content, references filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.content.load import Content
from bot.content.model import (
    SOURCE_TAG,
    Answer,
    FactId,
    Service,
    ServiceId,
    Tag,
    Topic,
    TopicId,
    Urgency,
)
from bot.content.references import resolve
from bot.language.normalise import normalise


@dataclass(frozen=True, slots=True)
class Found:
    """An answer ready to show: its body has no references left. `answer.tag` tells the language it is really in."""

    topic: Topic
    answer: Answer
    body: str
    services: tuple[Service, ...]


class Catalogue:
    """Looks answers up. Made once from loaded content; a change of content makes a new one."""

    def __init__(self, content: Content) -> None:
        self._topics = content.topics
        self._services = content.services
        self._facts = content.facts
        self._bodies: dict[tuple[TopicId, Tag], str] = {
            (topic.id, tag): resolve(answer.body, tag, content.facts, content.services)
            for topic in content.topics.values()
            for tag, answer in topic.answers.items()
        }
        self._by_title: dict[tuple[Tag, str], TopicId] = {
            (tag, normalise(answer.title)): topic.id
            for topic in content.topics.values()
            for tag, answer in topic.answers.items()
        }

    @property
    def topics(self) -> Mapping[TopicId, Topic]:
        """All topics with a curated answer."""
        return self._topics

    def has(self, topic: str) -> bool:
        """Whether `topic` has a curated answer."""
        return topic in self._topics

    def answer_for(self, topic: TopicId, tag: Tag) -> Found | None:
        """The answer in `tag`, else in the source language; None for a topic without any."""
        found = self._topics.get(topic)
        answer = found and (found.answers.get(tag) or found.answers.get(SOURCE_TAG))
        if not found or not answer:
            return None
        services = tuple(self._services[each] for each in found.services if each in self._services)
        return Found(found, answer, self._bodies[topic, answer.tag], services)

    def title(self, topic: TopicId, tag: Tag) -> str:
        """The short title for buttons; the id itself for a topic without an answer."""
        found = self.answer_for(topic, tag)
        return found.answer.title if found else str(topic)

    def titled(self, text: str, tag: Tag) -> TopicId | None:
        """The topic whose title `text` is, however it is spelt: works without the nlu service."""
        return self._by_title.get((tag, normalise(text)))

    def in_area(self, area: str) -> tuple[TopicId, ...]:
        """The topics of one area, in the order of the menu."""
        return tuple(each for each in self._topics if self._topics[each].area == area)

    def areas(self) -> tuple[str, ...]:
        """The areas that hold at least one topic, in the order of the menu."""
        return tuple(dict.fromkeys(topic.area for topic in self._topics.values()))

    def urgency(self, topic: TopicId) -> Urgency:
        """How much the topic presses; normal for one without an answer."""
        found = self._topics.get(topic)
        return found.urgency if found else Urgency.NORMAL

    def fact(self, fact: FactId) -> str:
        """The value of a fact, for what the bot itself says. Raises KeyError for one that is not there."""
        return str(self._facts[fact].value)

    def service(self, service: str) -> Service | None:
        """A service by its id."""
        return self._services.get(ServiceId(service))
