"""Who is next, and who may take whom?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from bot.content.model import Tag
from bot.handoff.model import Request, RequestId, RequestState, Volunteer


class Fit(Enum):
    """How a volunteer and a person can talk."""

    FLUENT = "fluent"
    BRIDGE = "bridge"


def in_order(requests: Iterable[Request]) -> list[Request]:
    """Those who wait: urgent first, then by waiting time."""
    waiting = [each for each in requests if each.state is RequestState.QUEUED]
    return sorted(waiting, key=lambda each: (not each.urgent, each.waiting_since, each.id))


def place(request: RequestId, requests: Iterable[Request]) -> int:
    """The place in the queue of those with the same language, from 1; 0 if the request does not wait."""
    waiting = in_order(requests)
    language = next((each.language for each in waiting if each.id == request), None)
    same = [each.id for each in waiting if each.language == language]
    return same.index(request) + 1 if request in same else 0


def fit(volunteer: Volunteer, language: Tag, bridges: Sequence[Tag]) -> tuple[Fit, Tag] | None:
    """How a volunteer can help somebody who writes `language`: in it, or in a bridge language; None if not at all.

    bridges: languages that people of that language often read, best first.
    """
    if volunteer.disabled:
        return None
    if volunteer.speaks(language):
        return Fit.FLUENT, language
    common = next((tag for tag in bridges if tag in volunteer.languages), None)
    return (Fit.BRIDGE, common) if common else None


def may_see(volunteer: Volunteer, language: Tag, volunteers: Iterable[Volunteer], bridges: Sequence[Tag]) -> bool:
    """Whether the queue of a language is shown to a volunteer: theirs, or one that nobody speaks and they bridge."""
    found = fit(volunteer, language, bridges)
    if found is None or found[0] is Fit.FLUENT:
        return found is not None
    return not any(each.speaks(language) for each in volunteers if not each.disabled)


def counts(requests: Iterable[Request]) -> Mapping[Tag, int]:
    """How many wait, by language."""
    found: dict[Tag, int] = {}
    for each in in_order(requests):
        found[each.language] = found.get(each.language, 0) + 1
    return found
