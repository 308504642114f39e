"""What does a trained model make of a sentence? The same path through Rasa as in the server, without HTTP."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.understanding.intents import intent_to_topic

if TYPE_CHECKING:
    from rasa.core.agent import Agent

Ranking = tuple[tuple[str, float], ...]
"""Topics and their confidences, the likeliest first; empty if nothing in the sentence is known."""


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded model."""

    agent: Agent

    @staticmethod
    def load(model: Path) -> Parser:
        """Loads Rasa's archive. Call `nlu.quiet.quiet_process` before."""
        from nlu.agent import load_agent

        return Parser(load_agent(model))

    def parse(self, text: str) -> dict[str, Any]:
        """What the server would answer."""
        return asyncio.run(self.agent.parse_message(text))

    def ranking(self, text: str) -> Ranking:
        """The topics that come into question."""
        return tuple(
            (intent_to_topic(entry["name"]), entry["confidence"]) for entry in self.parse(text)["intent_ranking"]
        )
