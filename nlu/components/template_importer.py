"""How do our training sentences reach Rasa? An importer that reads `nlu/data/`, templates expanded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.exceptions import RasaException
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import read_config_file

from bot.understanding.intents import topic_to_intent
from nlu.expand import PER_TEMPLATE, TEMPLATE_WEIGHT, Sampling, read_training_set
from nlu.held_out import read_calibration


class TemplateImporter(TrainingDataImporter):
    """Sentences to learn, and those for calibration marked `held_out` in their metadata."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        per_template: int = PER_TEMPLATE,
        template_weight: float = TEMPLATE_WEIGHT,
        **kwargs: Any,
    ) -> None:
        """`per_template` and `template_weight` are set under `importers` in `nlu/config.yml`."""
        self._config_file = config_file
        paths = [training_data_paths] if isinstance(training_data_paths, str) else training_data_paths or []
        self._folders = [Path(path) for path in paths]
        self._sampling = Sampling(per_template, template_weight)

    def get_domain(self) -> Domain:
        """No domain: there is no dialogue model."""
        return Domain.empty()

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """No stories: there is no dialogue model."""
        return StoryGraph([])

    def get_config(self) -> dict[str, Any]:
        """The pipeline."""
        return dict(read_config_file(self._config_file)) if self._config_file else {}

    def get_config_file_for_auto_config(self) -> str | None:
        """None, so that Rasa never writes defaults into our configuration."""
        return None

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """All languages, whatever `language` says: they are learnt together. RasaException: the data is wrong."""
        messages: list[Message] = []
        for folder in self._folders:
            read = read_training_set(folder, self._sampling)
            if read.problems:
                raise RasaException("\n".join(str(problem) for problem in read.problems))
            messages.extend(
                Message.build(
                    utterance.text,
                    topic_to_intent(utterance.topic),
                    example_metadata={"language": utterance.language, "weight": round(utterance.weight, 4)},
                )
                for utterance in read.utterances
            )
            messages.extend(
                Message.build(
                    sentence.text,
                    topic_to_intent(sentence.topic),
                    example_metadata={"language": sentence.language, "held_out": True},
                )
                for sentence in read_calibration(folder)
            )
        return TrainingData(messages)
