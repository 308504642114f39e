"""What follows from a tapped button?"""

from __future__ import annotations

import msgspec

from bot.conversation import buttons
from bot.conversation.decide import Decision, Known, answer_with, is_urgent, spoken
from bot.conversation.effects import (
    Acknowledge,
    AskLanguage,
    CountFeedback,
    Effect,
    Forget,
    Keyboard,
    RateHuman,
    RequestHuman,
    Say,
    SendAnswer,
    SendPlace,
    ShowMenu,
    StillThere,
    WithdrawRequest,
)
from bot.conversation.inputs import Choice
from bot.conversation.state import Conversation, Owner


def choose(state: Conversation, choice: Choice, known: Known) -> Decision:
    """Carry out a button; the first effect always ends its waiting sign."""
    button = buttons.parse(choice.data)
    decision = _carry_out(state, button, choice, known) if button else None
    tag = spoken(state, known)
    if decision is None:
        return Decision(state, (Acknowledge(choice.callback_id, tag, "old-button"), ShowMenu(tag)))
    if decision.effects and isinstance(decision.effects[0], Acknowledge):
        return decision
    return Decision(decision.state, (Acknowledge(choice.callback_id, tag), *decision.effects))


def _carry_out(state: Conversation, button: buttons.Button, choice: Choice, known: Known) -> Decision | None:
    tag = spoken(state, known)
    match button:
        case buttons.ShowTopic(topic) if known.catalogue.has(topic):
            return answer_with(state, topic, tag, known)
        case buttons.ShowTopicIn(topic, other) if known.catalogue.has(topic) and other in known.registry.full:
            return Decision(state, (SendAnswer(topic, other, feedback=False),))
        case buttons.OpenMenu(area, in_place) if area is None or area in known.catalogue.areas():
            return Decision(state, (ShowMenu(tag, area, choice.message_id if in_place else None),))
        case buttons.PickLanguage(other) if other in known.registry.full:
            return _pick_language(state, other, known)
        case buttons.ListLanguages():
            return Decision(state, (AskLanguage((), tag),))
        case buttons.ShowPlace(service) if known.catalogue.service(service):
            return Decision(state, (SendPlace(service, tag),))
        case buttons.AskHuman():
            return Decision(state, (Say("human-offer", tag, Keyboard.CONFIRM_HUMAN),))
        case buttons.ConfirmHuman(yes):
            return _request(state, known) if yes else _stay(state, known)
        case buttons.BackToBot():
            return _stay(state, known)
        case buttons.StillHere():
            return Decision(state, (StillThere(),))
        case buttons.RateVolunteer():
            return _rate_volunteer(state, button, known)
        case buttons.ConfirmForget(yes):
            effects = (Forget(), Say("forgotten", tag)) if yes else (Say("forget-cancelled", tag, Keyboard.MENU),)
            return Decision(Conversation(phone=state.phone) if yes else state, effects)
        case buttons.Rate(topic, answered, helpful) if known.catalogue.has(topic):
            return _rate(state, CountFeedback(topic, answered, helpful), choice, known)
        case _:
            return None


def _pick_language(state: Conversation, tag: str, known: Known) -> Decision:
    pending = state.pending
    state = msgspec.structs.replace(state, language=tag, chosen=True, pending=None)
    picked = Say("language-picked", tag, Keyboard.MENU, {"language": known.registry[tag].endonym})
    if pending is None or not known.catalogue.has(pending):
        return Decision(state, (picked,))
    answered = answer_with(state, pending, tag, known)
    return Decision(answered.state, (picked, *answered.effects))


def _request(state: Conversation, known: Known) -> Decision:
    topic = state.recent[0] if state.recent else None
    wanted = RequestHuman(topic, state.unspoken or spoken(state, known), is_urgent(state, known), state.recent)
    return Decision(msgspec.structs.replace(state, misses=0), (wanted,))


def _stay(state: Conversation, known: Known) -> Decision:
    """No volunteer, or no longer: what that changes is said by whoever closes the request."""
    if state.owner is Owner.BOT:
        return Decision(state, (Say("human-declined", spoken(state, known), Keyboard.MENU),))
    return Decision(state, (WithdrawRequest(),))


def _rate_volunteer(state: Conversation, rated: buttons.RateVolunteer, known: Known) -> Decision:
    state = msgspec.structs.replace(state, commenting=rated.request)
    asked = Say("human-rate-sentence", spoken(state, known), Keyboard.MENU)
    return Decision(state, (RateHuman(rated.request, rated.helpful), asked))


def _rate(state: Conversation, feedback: CountFeedback, choice: Choice, known: Known) -> Decision:
    tag = spoken(state, known)
    if feedback.helpful:
        return Decision(state, (Acknowledge(choice.callback_id, tag, "feedback-thanks"), feedback))
    effects: tuple[Effect, ...] = (
        Acknowledge(choice.callback_id, tag, "feedback-sorry"),
        feedback,
        Say("human-offer-after-misses", tag, Keyboard.CONFIRM_HUMAN),
    )
    return Decision(state, effects)
