"""Do topics and intents map onto each other, all of them, both ways?"""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.understanding.intents import intent_to_topic, topic_to_intent
from nlu.expand import Sampling, read_training_set
from tests.nlu.conftest import PROJECT


def test_every_topic_comes_back_from_its_intent() -> None:
    read = read_training_set(PROJECT / "nlu" / "data", Sampling(per_template=1))
    topics = {utterance.topic for utterance in read.utterances}

    assert topics
    assert {intent_to_topic(topic_to_intent(topic)) for topic in topics} == topics


def test_rasa_takes_an_intent_as_it_is() -> None:
    intent = topic_to_intent("procedure/dublin")

    assert Message.separate_intent_response_key(intent) == (intent, None)


@pytest.mark.parametrize("topic", ["", "procedure", "procedure.dublin", "a/b/c", "Area/slug", "a/b ", "a/-b", "/x"])
def test_what_is_no_topic_is_refused(topic: str) -> None:
    with pytest.raises(ValueError, match="not a topic id"):
        topic_to_intent(topic)


@pytest.mark.parametrize("intent", ["", "greet", "procedure/dublin", "a.b.c", "nlu_fallback"])
def test_what_is_no_intent_of_ours_is_refused(intent: str) -> None:
    with pytest.raises(ValueError, match="not an intent"):
        intent_to_topic(intent)
