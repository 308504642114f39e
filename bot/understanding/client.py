"""How is the nlu service asked? HTTP to Rasa's own API; a service that is away is a value, not an error."""

from __future__ import annotations

import logging
from collections.abc import Callable

import aiohttp
import msgspec

from bot.understanding.intents import intent_to_topic
from bot.understanding.ranking import RankedTopic, Ranking

logger = logging.getLogger(__name__)

_FAILURES_BEFORE_PAUSE = 3
_PAUSE_S = 1.0


class _Intent(msgspec.Struct):
    name: str | None = None
    confidence: float = 0.0


class _Parsed(msgspec.Struct):
    intent_ranking: list[_Intent] = []


class NluClient:
    """Asks the nlu service for rankings.

    After three failures in a row it is left alone for a second, so that a dead service costs nobody a wait.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        url: str,
        *,
        timeout_s: float,
        clock: Callable[[], float],
        token: str | None = None,
    ) -> None:
        self._session = session
        self._address = f"{url}/model/parse" + (f"?token={token}" if token else "")
        self._timeout = aiohttp.ClientTimeout(total=timeout_s)
        self._clock = clock
        self._failures = 0
        self._paused_until = 0.0

    @property
    def is_away(self) -> bool:
        """Whether the last requests failed."""
        return self._failures >= _FAILURES_BEFORE_PAUSE

    async def rank(self, text: str) -> Ranking | None:
        """Topics by falling confidence, 0..1 and calibrated; None while the service is away."""
        if self._clock() < self._paused_until:
            return None
        try:
            ranking = await self._parse(text)
        except (TimeoutError, aiohttp.ClientError, msgspec.DecodeError) as error:
            self._failed(error)
            return None
        self._failures = 0
        return ranking

    async def _parse(self, text: str) -> Ranking:
        async with self._session.post(self._address, json={"text": text}, timeout=self._timeout) as response:
            response.raise_for_status()
            parsed = msgspec.json.decode(await response.read(), type=_Parsed)
        return tuple(
            RankedTopic(intent_to_topic(each.name), each.confidence) for each in parsed.intent_ranking if each.name
        )

    def _failed(self, error: Exception) -> None:
        self._failures += 1
        if self.is_away:
            self._paused_until = self._clock() + _PAUSE_S
        logger.warning("nlu.away", extra={"error": type(error).__name__, "failures": self._failures})
