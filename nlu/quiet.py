"""How is Rasa kept from telling what people wrote, and from calling home?

Rasa logs the text of a message at debug level, and also at warning level when it begins with `/`; its
telemetry is on by default. So nothing that Rasa or its libraries log is shown as they wrote it: of their
warnings and errors only the logger's name and the level remain. Our own loggers (`nlu.*`) log no text.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import MutableMapping

_OWN = "nlu"


class _NameOnly(logging.Formatter):
    """Our own lines in full; of any other the name and the level alone, for its words may be a person's."""

    def format(self, record: logging.LogRecord) -> str:
        if record.name.split(".")[0] == _OWN:
            return super().format(record)
        return f"{record.levelname} {record.name}: a line was logged; its text is withheld"


def prepare_environment(environment: MutableMapping[str, str]) -> None:
    """To be called before Rasa is imported: no telemetry, no TensorFlow chatter, one thread, nothing cached."""
    environment["RASA_TELEMETRY_ENABLED"] = "false"
    environment["LOG_LEVEL"] = "WARNING"
    environment["LOG_LEVEL_LIBRARIES"] = "ERROR"
    environment["TF_CPP_MIN_LOG_LEVEL"] = "3"
    environment["SQLALCHEMY_SILENCE_UBER_WARNING"] = "1"
    environment["RASA_MAX_CACHE_SIZE"] = "0"
    environment.setdefault("OMP_NUM_THREADS", "1")
    environment.setdefault("OPENBLAS_NUM_THREADS", "1")


def silence() -> None:
    """To be called after Rasa is imported and its server is made, since both set up logging themselves."""
    import structlog

    structlog.configure(
        processors=[_drop],
        wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL),
        logger_factory=structlog.ReturnLoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_NameOnly("%(levelname)s %(name)s: %(message)s"))
    logging.captureWarnings(True)
    warnings.simplefilter("ignore")
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        logger.handlers = []
        logger.propagate = True
        if name.split(".")[0] != _OWN:
            logger.setLevel(logging.WARNING)


def _drop(_logger: object, _method: str, _event: MutableMapping[str, object]) -> str:
    import structlog

    raise structlog.DropEvent


def quiet_process() -> None:
    """Both, for a program that starts: Rasa is imported here."""
    prepare_environment(os.environ)
    warnings.simplefilter("ignore")
    import rasa.core.agent  # noqa: F401

    silence()
