"""How do the desk's words reach people and groups? Into the outbox, in the transaction of whatever caused them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.content.model import Tag
from bot.conversation.decide import Known, spoken
from bot.conversation.effects import Say
from bot.conversation.state import Conversation
from bot.handoff.effects import DeskBoard, DeskCard, DeskDelivery, ToPerson
from bot.handoff.model import Request, RequestId, RequestState
from bot.handoff.pseudonyms import pseudonym
from bot.handoff.queue import counts, in_order
from bot.privacy.cipher import ChatKey, Cipher
from bot.store import conversations, groups, outbox, requests, volunteers
from bot.store.deliveries import outgoing
from bot.store.groups import Group

_CARD_TOPICS = 5


@dataclass(frozen=True, slots=True)
class Post:
    """Writes deliveries to the outbox. known: the present content and languages."""

    cipher: Cipher
    known: Callable[[], Known]

    async def tag_of(self, connection: AsyncConnection, key: ChatKey) -> Tag:
        """The language that the bot speaks in a chat."""
        state = (await conversations.load(connection, [key])).get(key, Conversation())
        return spoken(state, self.known())

    async def tell(self, connection: AsyncConnection, key: ChatKey, says: Sequence[Say | ToPerson], now: float) -> bool:
        """Words for a person; False, with nothing sent, when the chat is forgotten or cannot be reached."""
        chat_id = await conversations.chat_id(connection, key, self.cipher)
        if chat_id is not None:
            await outbox.add(connection, outgoing(says, chat_id, key, self.cipher), now)
        return chat_id is not None

    async def group_of(self, connection: AsyncConnection, request: RequestId) -> Group | None:
        """The volunteers' group of a request, if it has one that still exists."""
        place = await requests.place_of(connection, request)
        if place.group_key is None:
            return None
        found = await groups.all_groups(connection, self.cipher)
        return next((each for each in found if each.key == place.group_key), None)

    async def desk(
        self, connection: AsyncConnection, group: Group | None, deliveries: Sequence[DeskDelivery], now: float
    ) -> None:
        """Words for a group; nothing happens without one."""
        if group is not None:
            await outbox.add(connection, outgoing(deliveries, group.chat_id, group.key, self.cipher), now)

    async def card(self, connection: AsyncConnection, request: Request, group: Group | None, now: float) -> None:
        """Show the state of a request at the top of its topic."""
        if group is None:
            return
        owner = await volunteers.by_id(connection, request.owner) if request.owner is not None else None
        topics = await requests.topics_of(connection, request.id)
        card = DeskCard(
            group.spoken,
            request.id,
            pseudonym(request.id),
            request.language,
            topics[:_CARD_TOPICS],
            request.urgent,
            request.state.value,
            request.waiting_since,
            owner.alias if owner else None,
        )
        await self.desk(connection, group, [card], now)

    async def board(self, connection: AsyncConnection, group: Group | None, now: float, *, aloud: bool = False) -> None:
        """Show who waits in a group. aloud: so that phones ring."""
        if group is None:
            return
        waiting = [
            each
            for each in in_order(await requests.all_open(connection))
            if (await requests.place_of(connection, each.id)).group_key == group.key
        ]
        board = DeskBoard(group.spoken, dict(counts(waiting)), sum(each.urgent for each in waiting), aloud)
        await self.desk(connection, group, [board], now)

    async def refresh(
        self, connection: AsyncConnection, request: RequestId, now: float, *, aloud: bool = False
    ) -> Group | None:
        """Show a request's new state on its card and on the board; its group, for what else is to be said there."""
        group = await self.group_of(connection, request)
        found = await requests.get(connection, request)
        if found is not None and group is not None:
            await self.card(connection, found, group, now)
            await self.board(connection, group, now, aloud=aloud and found.state is RequestState.QUEUED)
        return group
