"""What lies in the outbox? A delivery and the chat it goes to, encrypted as one piece."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from bot.conversation.effects import Acknowledge, Delivery, Say, SendAnswer, Suggest
from bot.privacy.cipher import ChatKey, Cipher
from bot.store.outbox import Outgoing

URGENT, NORMAL = 0, 1


class Addressed(msgspec.Struct, frozen=True):
    """A delivery and its chat."""

    chat_id: int
    delivery: Delivery


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Addressed)


def outgoing(deliveries: Iterable[Delivery], chat_id: int, chat_key: ChatKey, cipher: Cipher) -> list[Outgoing]:
    """Rows for the outbox, in order. The end of a button's waiting sign does not queue behind messages."""
    return [
        Outgoing(
            lane=f"{chat_key}:tap" if isinstance(each, Acknowledge) else chat_key,
            chat_key=chat_key,
            priority=URGENT if _is_urgent(each) else NORMAL,
            payload=cipher.encrypt(_ENCODER.encode(Addressed(chat_id, each))),
        )
        for each in deliveries
    ]


def addressed(message: Outgoing, cipher: Cipher) -> Addressed:
    """The delivery in a row of the outbox."""
    return _DECODER.decode(cipher.decrypt(message.payload))


def _is_urgent(delivery: Delivery) -> bool:
    return isinstance(delivery, Say | SendAnswer | Suggest) and delivery.urgent
