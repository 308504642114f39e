"""What follows from an input while somebody waits for a volunteer, talks to one, or has just done so?"""

from __future__ import annotations

import msgspec

from bot.conversation.decide import Decision, Known, spoken
from bot.conversation.effects import CommentHuman, Effect, Keyboard, PassOn, PassOnEdit, Say, SendAnswer
from bot.conversation.inputs import Attachment, AttachmentKind, Edit, Input, Text
from bot.conversation.state import Conversation, Owner

MAX_COMMENT = 1000
"""Characters of a sentence about a volunteer that are kept."""


def passed_on(received: Input, *, danger: bool = False) -> PassOn | PassOnEdit | None:
    """What of an input goes to the volunteers; None for what does not: commands, buttons, phone numbers."""
    match received:
        case Text(text) if text.strip():
            return PassOn(text, danger=danger)
        case Attachment(kind, caption) if kind is not AttachmentKind.CONTACT:
            return PassOn(caption, kind.value, danger)
        case Edit(text) if text.strip():
            return PassOnEdit(text)
        case _:
            return None


def while_owned(state: Conversation, received: Input, *, danger: bool) -> Decision | None:
    """While a volunteer answers, the bot is silent; None for what is meant for the bot."""
    passing = passed_on(received, danger=danger) if state.owner is Owner.VOLUNTEER else None
    return Decision(state, (passing,)) if passing else None


def while_queued(decision: Decision, received: Input, known: Known, *, danger: bool) -> Decision:
    """While a request waits, what is written is kept for the volunteer; a question the bot knows is answered too."""
    passing = passed_on(received, danger=danger)
    if passing is None:
        return decision
    if any(isinstance(each, SendAnswer) for each in decision.effects):
        return Decision(decision.state, (passing, *decision.effects))
    state = msgspec.structs.replace(decision.state, misses=0)
    if isinstance(passing, PassOnEdit):
        return Decision(state, (passing,))
    return Decision(state, (passing, Say("human-added", spoken(state, known), Keyboard.QUEUED)))


def with_comment(decision: Decision, received: Input, known: Known) -> Decision:
    """The sentence after a thumb is kept; should it be a question the bot knows, it is answered too."""
    request = decision.state.commenting
    if request is None or not isinstance(received, Text):
        return decision
    state = msgspec.structs.replace(decision.state, commenting=None, misses=0)
    comment = CommentHuman(request, received.text[:MAX_COMMENT])
    answers: tuple[Effect, ...] = tuple(each for each in decision.effects if isinstance(each, SendAnswer))
    return Decision(state, (comment, *(answers or (Say("feedback-thanks", spoken(state, known), Keyboard.MENU),))))
