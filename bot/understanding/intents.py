"""Which intent stands for which topic?

Rasa reads `/` in an intent name as "retrieval intent / response key" and trains only on the part before it.
So the topic `procedure/dublin` is the intent `procedure.dublin`, here and nowhere else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from bot.content.model import TopicId

_TOPIC_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")


def topic_to_intent(topic_id: str) -> str:
    """The intent name of a topic: `procedure/dublin` gives `procedure.dublin`. ValueError: not a topic id."""
    if not _TOPIC_ID.fullmatch(topic_id):
        raise ValueError(f"not a topic id: {topic_id!r}")
    return topic_id.replace("/", ".")


def intent_to_topic(intent: str) -> TopicId:
    """The topic id of an intent: `procedure.dublin` gives `procedure/dublin`. ValueError: not one of ours."""
    topic_id = intent.replace(".", "/")
    if "/" in intent or not _TOPIC_ID.fullmatch(topic_id):
        raise ValueError(f"not an intent of a topic: {intent!r}")
    return cast("TopicId", topic_id)
