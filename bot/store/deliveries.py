"""What lies in the outbox? A delivery and the chat it goes to, encrypted as one piece."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from bot.conversation.effects import Acknowledge, Delivery, Say, SendAnswer, Suggest
from bot.handoff.effects import DeskBoard, DeskCard, DeskDelivery, DeskToast, ToPerson
from bot.privacy.cipher import ChatKey, Cipher
from bot.store.outbox import Outgoing

URGENT, NORMAL = 0, 1

AnyDelivery = Delivery | DeskDelivery


class Addressed(msgspec.Struct, frozen=True):
    """A delivery and its chat: of a person, or a group of volunteers."""

    chat_id: int
    delivery: AnyDelivery


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Addressed)


def outgoing(deliveries: Iterable[AnyDelivery], chat_id: int, chat_key: ChatKey, cipher: Cipher) -> list[Outgoing]:
    """Rows for the outbox, in order."""
    return [
        Outgoing(
            lane=_lane(each, chat_key),
            chat_key=chat_key,
            priority=URGENT if _is_urgent(each) else NORMAL,
            payload=cipher.encrypt(_ENCODER.encode(Addressed(chat_id, each))),
        )
        for each in deliveries
    ]


def addressed(message: Outgoing, cipher: Cipher) -> Addressed:
    """The delivery in a row of the outbox."""
    return _DECODER.decode(cipher.decrypt(message.payload))


def _lane(delivery: AnyDelivery, chat_key: ChatKey) -> str:
    """What goes out one after the other: all messages to a person; all into the topic of a request.

    The end of a button's waiting sign does not queue behind messages, nor one topic of a group behind another.
    """
    match delivery:
        case Acknowledge() | DeskToast():
            return f"{chat_key}:tap"
        case ToPerson():
            return chat_key
        case DeskBoard():
            return f"{chat_key}:board"
    request = getattr(delivery, "request", None)
    return f"desk:{request}" if request is not None else chat_key


def _is_urgent(delivery: AnyDelivery) -> bool:
    return isinstance(delivery, Say | SendAnswer | Suggest | DeskCard) and delivery.urgent
