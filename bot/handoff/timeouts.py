"""What is due because time has passed? Nobody waits longer than the rules allow without a word."""

from __future__ import annotations

from enum import Enum

from bot.handoff.model import Request, RequestState, Rules


class Due(Enum):
    """What must be done now."""

    PING_VOLUNTEERS = "ping_volunteers"
    TELL_WAITING = "tell_waiting"
    REMIND_OWNER = "remind_owner"
    RETURN_TO_QUEUE = "return_to_queue"
    ASK_PERSON = "ask_person"
    CLOSE = "close"


def due(request: Request, now: float, rules: Rules, staffed_since: float | None) -> tuple[Due, ...]:
    """What is due for a request. staffed_since: since when somebody who could take it is there, None if nobody is."""
    if request.state is RequestState.QUEUED:
        return _queued(request, now, rules, staffed_since)
    if request.state is RequestState.OWNED:
        return _owned(request, now, rules)
    return ()


def _queued(request: Request, now: float, rules: Rules, staffed_since: float | None) -> tuple[Due, ...]:
    found = []
    if staffed_since is not None:
        waited_since = max(request.waiting_since, staffed_since, request.pinged_at or 0.0)
        if now - waited_since >= rules.ping_after_s:
            found.append(Due.PING_VOLUNTEERS)
    if now - request.told_at >= rules.word_every_s:
        found.append(Due.TELL_WAITING)
    return tuple(found)


def _owned(request: Request, now: float, rules: Rules) -> tuple[Due, ...]:
    if request.unanswered_since is not None:
        silent_for = now - request.unanswered_since
        if silent_for >= rules.return_after_s:
            return (Due.RETURN_TO_QUEUE,)
        if silent_for >= rules.remind_after_s and request.reminded_at is None:
            return (Due.REMIND_OWNER,)
        return ()
    if request.asked_at is not None:
        return (Due.CLOSE,) if now - request.asked_at >= rules.close_after_s else ()
    last_word = max(request.person_at or 0.0, request.volunteer_at or 0.0)
    return (Due.ASK_PERSON,) if now - last_word >= rules.ask_after_s else ()
