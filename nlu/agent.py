"""Rasa's agent, made for one task: what does a message mean? Text is only ever text, and nothing is kept.

Left out of what Rasa does with a message before it answers `/model/parse`: a conversation tracker, a domain
and a log line that holds the text.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.engine import loader
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.trackers import DialogueStateTracker

from nlu.runner import SequentialRunner

_NOTHING = {"text": "", "intent": {"name": None, "confidence": 0.0}, "entities": []}


class ParseOnlyProcessor(MessageProcessor):
    """Rasa's processor, its graph run in sequence."""

    @staticmethod
    def _load_model(model_path: str | Path) -> tuple[str, ModelMetadata, GraphRunner]:
        with tempfile.TemporaryDirectory() as folder:
            metadata, runner = loader.load_predict_graph_runner(
                Path(folder), Path(model_path), LocalModelStorage, SequentialRunner
            )
        return Path(model_path).name, metadata, runner

    async def parse_message(
        self,
        message: UserMessage,
        tracker: DialogueStateTracker | None = None,
        only_output_properties: bool = True,
    ) -> dict[str, Any]:
        """Text, intent, entities and ranking, as Rasa gives them."""
        return {**_NOTHING, **self._parse_message_with_graph(message, None, only_output_properties)}


class ParseOnlyAgent(Agent):
    """Rasa's agent for that processor."""

    def load_model(self, model_path: str | Path, fingerprint: str | None = None) -> None:
        """Loads Rasa's archive."""
        self.processor = ParseOnlyProcessor(
            model_path, self.tracker_store, self.lock_store, self.nlg, http_interpreter=None
        )
        self.domain = self.processor.domain
        self._set_fingerprint(fingerprint)

    async def parse_message(self, message_data: str) -> dict[str, Any]:
        """The parsed message; anything but a text is parsed as an empty one.

        Rasa takes text that begins with `/` for an intent with confidence 1, and logs it if it cannot read it.
        """
        text = message_data if isinstance(message_data, str) else ""
        return await super().parse_message(text.lstrip("/ \t\r\n"))


def load_agent(model: Path) -> ParseOnlyAgent:
    """The agent with the model of Rasa's archive `model`."""
    agent = ParseOnlyAgent()
    agent.load_model(str(model))
    return agent
