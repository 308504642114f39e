"""Many people write to the bot through the stand-in: at a steady pace, or as fast as it goes."""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.standin_client import Person, Standin

_PATIENCE_S = 120.0
_WRITERS = 16


@dataclass(frozen=True, slots=True)
class Latencies:
    """Seconds from each update to the first sendMessage that answers it, and how long the whole run took."""

    seconds: tuple[float, ...]
    took_s: float

    @property
    def per_s(self) -> float:
        """Updates answered a second."""
        return len(self.seconds) / self.took_s

    def row(self) -> str:
        """Cells of the report."""
        cuts = statistics.quantiles(self.seconds, n=100)
        p50, p95, p99 = (1000 * cuts[cut - 1] for cut in (50, 95, 99))
        return f"{len(self.seconds)} | {self.per_s:.0f} | {p50:.0f} | {p95:.0f} | {p99:.0f}"


class Crowd:
    """People who each write in the language of their phone, so that no chat changes language all the time."""

    def __init__(self, people: Sequence[tuple[Person, Sequence[str]]]) -> None:
        self._turns = itertools.cycle(
            [
                (person, itertools.cycle(texts[number % len(texts) :] or texts))
                for number, (person, texts) in enumerate(people)
            ]
        )

    @classmethod
    async def of(cls, standin: Standin, texts: Mapping[str, Sequence[str]], chats: int) -> Crowd:
        """`chats` new people, spread over the languages of `texts`."""
        tags = sorted(texts)
        return cls(
            [
                (await standin.person(f"Person {number}", tags[number % len(tags)]), texts[tags[number % len(tags)]])
                for number in range(chats)
            ]
        )

    def next(self) -> tuple[Person, str]:
        """Who writes next, and what."""
        person, texts = next(self._turns)
        return person, next(texts)


async def drive(crowd: Crowd, standin: Standin, per_s: float, lasts_s: float) -> Latencies:
    """Write at a steady pace, in turn from each chat."""
    began = time.time()
    sent: dict[int, list[float]] = defaultdict(list)
    tasks: list[asyncio.Task[None]] = []
    for number in range(round(per_s * lasts_s)):
        await asyncio.sleep(max(0.0, began + number / per_s - time.time()))
        tasks.append(asyncio.create_task(_write(*crowd.next(), sent)))
    await asyncio.gather(*tasks)
    return await _answered(standin, sent, began)


async def flood(crowd: Crowd, standin: Standin, updates: int) -> Latencies:
    """Write as fast as the stand-in takes it."""
    began = time.time()
    sent: dict[int, list[float]] = defaultdict(list)
    turns = iter(range(updates))

    async def writer() -> None:
        for _ in turns:
            await _write(*crowd.next(), sent)

    await asyncio.gather(*(writer() for _ in range(_WRITERS)))
    return await _answered(standin, sent, began)


async def _write(person: Person, text: str, sent: dict[int, list[float]]) -> None:
    sent[person.id].append(time.time())
    await person.says(text)


async def _answered(standin: Standin, sent: dict[int, list[float]], began: float) -> Latencies:
    """Wait until every text is answered: the first message of the chat after it that answers no earlier text."""
    deadline = time.time() + _PATIENCE_S
    while True:
        calls = [each for each in await standin.calls("sendMessage") if each["chat_id"] in sent and each["at"] >= began]
        answers: dict[int, list[float]] = defaultdict(list)
        for call in calls:
            answers[call["chat_id"]].append(call["at"])
        waits = [_waits(moments, sorted(answers[chat])) for chat, moments in sent.items()]
        if all(each is not None for each in waits):
            break
        if time.time() > deadline:
            raise SystemExit(f"{sum(each is None for each in waits)} chats wait for an answer")
        await asyncio.sleep(0.5)
    seconds = tuple(itertools.chain.from_iterable(each for each in waits if each))
    return Latencies(seconds, max(map(max, answers.values())) - began)


def _waits(asked: Sequence[float], answered: Sequence[float]) -> list[float] | None:
    """Seconds from each text to its answer; None while one has none."""
    later = iter(answered)
    waits: list[float] = []
    for moment in asked:
        answer = next((at for at in later if at >= moment), None)
        if answer is None:
            return None
        waits.append(answer - moment)
    return waits
