"""The intent classifier of the pipeline: a linear model over words and letters, fast enough to be forgotten."""

from __future__ import annotations

import logging
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, METADATA, METADATA_EXAMPLE, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.linear_model import LinearModel, fit, fit_temperature

logger = logging.getLogger(__name__)

MODEL_FILE = "linear.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearClassifier(IntentClassifier, GraphComponent):
    """Normalises the text itself, so it needs no tokeniser and no featuriser before it."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What `nlu/config.yml` may set; the reasons stand there."""
        return {
            "penalty": 1.0,
            "min_texts": 2,
            "seed": 1,
            "ranking_length": 10,
            "ranking_floor": 0.001,
        }

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        model: LinearModel | None = None,
    ) -> None:
        """`model`: None until it is trained or loaded."""
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LinearClassifier:
        """An untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LinearClassifier:
        """The component with the model that training stored."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearModel.read(folder / MODEL_FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Learns all sentences but those marked `held_out`, which only set the temperature."""
        learnt = [message for message in training_data.intent_examples if not _example(message).get("held_out")]
        held_out = [message for message in training_data.intent_examples if _example(message).get("held_out")]
        model = fit(
            [message.get(TEXT) for message in learnt],
            [message.get(INTENT) for message in learnt],
            [_example(message).get("weight", 1.0) for message in learnt],
            penalty=self._config["penalty"],
            min_texts=self._config["min_texts"],
            seed=self._config["seed"],
        )
        if held_out:
            temperature = fit_temperature(
                model, [message.get(TEXT) for message in held_out], [message.get(INTENT) for message in held_out]
            )
            model = LinearModel(model.vocabulary, model.intents, model.weights, model.bias, temperature)
        self._model = model
        with self._model_storage.write_to(self._resource) as folder:
            model.write(folder / MODEL_FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets intent and ranking; no intent and an empty ranking if nothing in the text is known."""
        for message in messages:
            ranking = self._rank(message.get(TEXT) or "")
            best = ranking[0] if ranking else {"name": None, "confidence": 0.0}
            message.set(INTENT, best, add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing that a later component would need."""
        return training_data

    def _rank(self, text: str) -> list[dict[str, Any]]:
        confidences = self._model.confidences(text) if self._model else None
        if self._model is None or confidences is None:
            return []
        shown = int(max(self._config["ranking_length"], (confidences >= self._config["ranking_floor"]).sum()))
        best_first = (-confidences).argsort(kind="stable")[:shown]
        return [{"name": self._model.intents[place], "confidence": float(confidences[place])} for place in best_first]


def _example(message: Message) -> dict[str, Any]:
    return (message.get(METADATA) or {}).get(METADATA_EXAMPLE) or {}
