"""Which rule family does an input belong to? The one `match` over all inputs."""

from __future__ import annotations

import msgspec

from bot.conversation.choices import choose
from bot.conversation.commands import obey
from bot.conversation.decide import Decision, Known, Understanding, spoken
from bot.conversation.effects import Keyboard, Say
from bot.conversation.handed import while_owned, while_queued, with_comment
from bot.conversation.inputs import Attachment, AttachmentKind, Choice, Command, Departure, Edit, Input, Text
from bot.conversation.questions import ask
from bot.conversation.state import Conversation, Owner

_ATTACHMENT_TEXTS = {
    AttachmentKind.VOICE: ("got-voice", Keyboard.CONFIRM_HUMAN),
    AttachmentKind.PHOTO: ("got-photo", Keyboard.CONFIRM_HUMAN),
    AttachmentKind.VIDEO: ("got-photo", Keyboard.CONFIRM_HUMAN),
    AttachmentKind.DOCUMENT: ("got-document", Keyboard.CONFIRM_HUMAN),
    AttachmentKind.LOCATION: ("got-location", Keyboard.MENU),
    AttachmentKind.CONTACT: ("got-contact", Keyboard.MENU),
    AttachmentKind.STICKER: ("got-sticker", Keyboard.MENU),
    AttachmentKind.OTHER: ("got-other", Keyboard.MENU),
}


def question_in(received: Input) -> str | None:
    """The text that must be understood before `respond` can be called; None when there is none."""
    match received:
        case Text(text) if text.strip():
            return text
        case Attachment(caption=caption) if caption.strip():
            return caption
        case Edit(text, fresh=True) if text.strip():
            return text
        case _:
            return None


def respond(state: Conversation, received: Input, understanding: Understanding | None, known: Known) -> Decision:
    """The decision about one input. understanding: of `question_in(received)`, None when that is None."""
    danger = bool(understanding and understanding.safety)
    owned = while_owned(state, received, danger=danger)
    if owned:
        return owned
    decision = _by_bot(state, received, understanding, known)
    if state.owner is Owner.QUEUE:
        return while_queued(decision, received, known, danger=danger)
    return with_comment(decision, received, known)


def _by_bot(state: Conversation, received: Input, understanding: Understanding | None, known: Known) -> Decision:
    question = question_in(received)
    if question is not None and understanding is not None:
        return ask(state, question, understanding, known)
    tag = spoken(state, known)
    match received:
        case Command():
            return obey(state, received, known)
        case Choice():
            return choose(state, received, known)
        case Attachment(kind):
            message, keyboard = _ATTACHMENT_TEXTS[kind]
            return Decision(state, (Say(message, tag, keyboard),))
        case Departure(gone):
            return Decision(msgspec.structs.replace(state, reachable=not gone))
        case Text():
            return Decision(state, (Say("empty-text", tag, Keyboard.MENU),))
        case Edit():
            return Decision(state)
