"""What can be done with a request? Each act changes it at most once, and tells everybody whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation.effects import Keyboard, PassOn, RequestHuman, Say
from bot.desk import words
from bot.desk.post import Post
from bot.handoff.effects import CloseTopic, DeskDelivery, DeskLine, DropTopic, ToDesk, ToPerson
from bot.handoff.model import EventKind, Request, RequestId, RequestState, Volunteer
from bot.handoff.queue import Fit, fit, place
from bot.privacy.cipher import ChatKey
from bot.store import groups, requests, transcripts, volunteers
from bot.store.groups import Group
from bot.store.transcripts import Author, DeliveryState, Written

VERDICTS = (("desk-verdict-fine", "f"), ("desk-verdict-wrong", "w"), ("desk-verdict-missing", "m"))
"""Was the bot's answer wrong or missing? The labels of the buttons and what they stand for."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The acts of persons and volunteers. Every method writes within the transaction of `connection`."""

    post: Post

    async def ask(self, connection: AsyncConnection, key: ChatKey, wanted: RequestHuman, now: float) -> None:
        """A person asks for a volunteer; who asked already hears where they stand."""
        made = await requests.open_request(connection, key, wanted, now)
        if made is None:
            request = (await requests.open_of(connection, [key])).get(key)
            if request and request.state is RequestState.QUEUED:
                await self.tell_waiting(connection, request, now)
            return
        group = await groups.for_language(connection, self.post.cipher, wanted.tag)
        if group is not None:
            await requests.touch(connection, made, group_key=group.key)
        number = place(made, await requests.all_open(connection))
        tag = await self.post.tag_of(connection, key)
        roster = await volunteers.roster(connection)
        said = [words.queued(tag, number, wanted.urgent), words.shift(roster, wanted.tag, tag, now)]
        await self.post.tell(connection, key, said, now)
        await self.post.refresh(connection, made, now, aloud=True)

    async def tell_waiting(self, connection: AsyncConnection, request: Request, now: float) -> bool:
        """A word to somebody who waits; False when they got one meanwhile."""
        key = await requests.chat_of(connection, request.id)
        if key is None or not await requests.mark(connection, request.id, "told_at", request.told_at, now):
            return False
        tag = await self.post.tag_of(connection, key)
        number = place(request.id, await requests.all_open(connection))
        roster = await volunteers.roster(connection)
        said = [words.still_waiting(tag, number), words.shift(roster, request.language, tag, now)]
        await self.post.tell(connection, key, said, now)
        return True

    async def claim(self, connection: AsyncConnection, request: RequestId, volunteer: Volunteer, now: float) -> bool:
        """A volunteer takes a request; False when somebody was faster, or it is over."""
        if not await requests.claim(connection, request, volunteer.id, now):
            return False
        await self._introduce(connection, request, volunteer, now)
        await self.post.refresh(connection, request, now)
        return True

    async def release(self, connection: AsyncConnection, request: RequestId, owner: Volunteer, now: float) -> bool:
        """The owner gives a request back to the queue."""
        return await self.give_back(connection, request, owner, now, EventKind.RELEASED)

    async def give_back(
        self, connection: AsyncConnection, request: RequestId, owner: Volunteer, now: float, kind: EventKind
    ) -> bool:
        """A request returns to the queue, before those that came later, and the person is told."""
        if not await requests.release(connection, request, owner.id, now, kind):
            return False
        key = await requests.chat_of(connection, request)
        if key is not None:
            tag = await self.post.tag_of(connection, key)
            said = Say("human-returned", tag, Keyboard.QUEUED, {"alias": owner.alias})
            await self.post.tell(connection, key, [said], now)
        await self.post.refresh(connection, request, now, aloud=True)
        return True

    async def transfer(
        self, connection: AsyncConnection, request: RequestId, owner: Volunteer, to: Volunteer, now: float
    ) -> bool:
        """The owner hands a request to another volunteer."""
        if to.disabled or not await requests.transfer(connection, request, owner.id, to.id, now):
            return False
        key = await requests.chat_of(connection, request)
        if key is not None:
            tag = await self.post.tag_of(connection, key)
            await self.post.tell(connection, key, [Say("human-transferred", tag)], now)
        await self._introduce(connection, request, to, now)
        group = await self.post.refresh(connection, request, now)
        if group is not None:
            line = DeskLine(group.spoken, request, "desk-transferred", {"alias": owner.alias, "to": to.alias})
            await self.post.desk(connection, group, [line], now)
        return True

    async def end(self, connection: AsyncConnection, request: RequestId, owner: Volunteer, now: float) -> bool:
        """The owner ends a conversation."""
        if not await requests.end(connection, request, owner.id, now, EventKind.ENDED):
            return False
        await self.ended(connection, request, now, "human-ended", "desk-ended", {"alias": owner.alias})
        return True

    async def leave(self, connection: AsyncConnection, key: ChatKey, now: float) -> None:
        """The person goes back to the bot: out of the queue, or out of a conversation."""
        request = (await requests.open_of(connection, [key], lock=True)).get(key)
        if request is None:
            return
        if request.owner is not None:
            if await requests.end(connection, request.id, request.owner, now, EventKind.ENDED, actor=False):
                await self.ended(connection, request.id, now, "human-ended", "desk-person-left", {})
        elif await requests.withdraw(connection, request.id, now):
            tag = await self.post.tag_of(connection, key)
            await self.post.tell(connection, key, [Say("human-withdrawn", tag, Keyboard.MENU)], now)
            group = await self.post.refresh(connection, request.id, now)
            if group is not None:
                await self.post.desk(connection, group, [CloseTopic(group.spoken, request.id)], now)

    async def ended(
        self,
        connection: AsyncConnection,
        request: RequestId,
        now: float,
        said: str,
        line: str,
        arguments: dict[str, str | int],
    ) -> None:
        """Tell everybody that a conversation is over: the person may rate it, the volunteer judge the bot's answer."""
        key = await requests.chat_of(connection, request)
        if key is not None:
            tag = await self.post.tag_of(connection, key)
            rate = Say("human-rate", tag, Keyboard.RATE_HUMAN, {"request": request})
            await self.post.tell(connection, key, [Say(said, tag), rate], now)
        group = await self.post.refresh(connection, request, now)
        if group is not None:
            verdicts = tuple((label, f"v:{request}:{verdict}") for label, verdict in VERDICTS)
            lines: list[DeskDelivery] = [
                DeskLine(group.spoken, request, line, arguments),
                DeskLine(group.spoken, request, "desk-verdict", choices=verdicts),
                CloseTopic(group.spoken, request),
            ]
            await self.post.desk(connection, group, lines, now)

    async def from_person(
        self,
        connection: AsyncConnection,
        key: ChatKey,
        passing: PassOn,
        source: tuple[int, int],
        now: float,
    ) -> bool:
        """Keep what a person wrote or sent, and bring it to the volunteers. source: chat and message ids.

        False when the chat has no open request any more.
        """
        request = (await requests.open_of(connection, [key], lock=True)).get(key)
        if request is None:
            return False
        chat_id, message_id = source
        copied = passing.kind != "text"
        written = Written(passing.text, passing.kind, chat_id if copied else None, message_id if copied else None)
        number = await transcripts.add(
            connection, self.post.cipher, request.id, Author.PERSON, written, now, person_message_id=message_id
        )
        await requests.person_wrote(connection, request.id, now)
        group = await self.post.group_of(connection, request.id)
        if group is not None:
            brought = ToDesk(group.spoken, request.id, number, *_fields(written))
            await self.post.desk(connection, group, [brought], now)
        if passing.danger:
            await self._danger(connection, request, now)
        return True

    async def from_volunteer(
        self,
        connection: AsyncConnection,
        request: RequestId,
        volunteer: Volunteer,
        written: Written,
        now: float,
        desk_message_id: int | None = None,
    ) -> bool:
        """Bring what the owner wrote to the person; False, with nothing sent, when they are not the owner (any more).

        desk_message_id: where it stands in the group; None when it was written in the console.
        """
        found = await requests.get(connection, request, lock=True)
        if found is None or found.state is not RequestState.OWNED or found.owner != volunteer.id:
            return False
        number = await transcripts.add(
            connection,
            self.post.cipher,
            request,
            Author.VOLUNTEER,
            written,
            now,
            volunteer=volunteer.id,
            desk_message_id=desk_message_id,
        )
        await requests.volunteer_wrote(connection, request, now)
        key, group = await requests.chat_of(connection, request), await self.post.group_of(connection, request)
        if key is not None:
            tag = await self.post.tag_of(connection, key)
            if not await self.post.tell(connection, key, [ToPerson(tag, number, *_fields(written))], now):
                await transcripts.set_delivery(connection, number, DeliveryState.BLOCKED)
                await self.undelivered(connection, number, "desk-blocked", now)
        if desk_message_id is None and group is not None:
            shown = ToDesk(group.spoken, request, number, *_fields(written), alias=volunteer.alias)
            await self.post.desk(connection, group, [shown], now)
        return True

    async def note(
        self,
        connection: AsyncConnection,
        request: RequestId,
        volunteer: Volunteer,
        text: str,
        now: float,
        desk_message_id: int | None = None,
    ) -> None:
        """Keep a note of a volunteer: the person never gets it."""
        written = Written(text)
        number = await transcripts.add(
            connection,
            self.post.cipher,
            request,
            Author.NOTE,
            written,
            now,
            volunteer=volunteer.id,
            desk_message_id=desk_message_id,
        )
        if desk_message_id is None:
            group = await self.post.group_of(connection, request)
            if group is not None:
                shown = ToDesk(group.spoken, request, number, text, alias=volunteer.alias, note=True)
                await self.post.desk(connection, group, [shown], now)

    async def edited_by_person(
        self, connection: AsyncConnection, key: ChatKey, text: str, message_id: int, now: float
    ) -> None:
        """A person changed a message: the copy of the volunteers follows."""
        request = (await requests.open_of(connection, [key])).get(key)
        cipher = self.post.cipher
        found = request and await transcripts.find(connection, cipher, request.id, person_message_id=message_id)
        if not request or not found or found.author is not Author.PERSON:
            return
        written = Written(text, found.written.kind, found.written.source_chat, found.written.source_message)
        await transcripts.rewrite(connection, cipher, found.id, written, now)
        group = await self.post.group_of(connection, request.id)
        if group is not None:
            changed = ToDesk(group.spoken, request.id, found.id, *_fields(written), edited=True)
            await self.post.desk(connection, group, [changed], now)

    async def edited_by_volunteer(
        self,
        connection: AsyncConnection,
        request: RequestId,
        volunteer: Volunteer,
        text: str | None,
        desk_message_id: int,
        now: float,
    ) -> bool:
        """A volunteer changed a message of theirs (text None: took it back); False when it is not theirs."""
        cipher = self.post.cipher
        found = await transcripts.find(connection, cipher, request, desk_message_id=desk_message_id)
        if found is None or found.volunteer != volunteer.id:
            return False
        before = found.written
        written = Written(text or "", before.kind, before.source_chat, before.source_message)
        await transcripts.rewrite(connection, cipher, found.id, written, now)
        key = await requests.chat_of(connection, request)
        if key is not None and found.author is Author.VOLUNTEER:
            tag = await self.post.tag_of(connection, key)
            await self.post.tell(connection, key, [ToPerson(tag, found.id, text, before.kind, edited=True)], now)
        return True

    async def rated(
        self, connection: AsyncConnection, key: ChatKey, request: RequestId, helpful: bool, now: float
    ) -> None:
        """Whether the volunteer helped; a forged or old button changes nothing."""
        await requests.rate(connection, request, key, helpful, now)

    async def commented(
        self, connection: AsyncConnection, key: ChatKey, request: RequestId, text: str, now: float
    ) -> None:
        """A person's sentence about a conversation that is over, kept as long as the conversation."""
        if request in await requests.of_chat(connection, key):
            await transcripts.add(connection, self.post.cipher, request, Author.COMMENT, Written(text), now)

    async def undelivered(self, connection: AsyncConnection, message: int, text: str, now: float) -> None:
        """Tell the volunteers that a message did not arrive; the person too, when it was theirs."""
        found = await transcripts.get(connection, self.post.cipher, message)
        if found is None:
            return
        if found.author is Author.PERSON:
            key = await requests.chat_of(connection, found.request)
            if key is not None:
                tag = await self.post.tag_of(connection, key)
                await self.post.tell(connection, key, [Say("human-not-passed-on", tag)], now)
            return
        group = await self.post.group_of(connection, found.request)
        if group is not None:
            await self.post.desk(connection, group, [DeskLine(group.spoken, found.request, text)], now)

    async def still_there(self, connection: AsyncConnection, key: ChatKey, now: float) -> None:
        """The person still needs the volunteer: the clock begins anew."""
        request = (await requests.open_of(connection, [key])).get(key)
        if request is not None and request.asked_at is not None:
            await requests.touch(connection, request.id, asked_at=None, person_at=now)

    async def adopt(self, connection: AsyncConnection, group: Group, now: float) -> None:
        """A group is new or has other languages: open requests without a group that it is for come into it."""
        for request in await requests.all_open(connection):
            place_now = await requests.place_of(connection, request.id)
            wanted = await groups.for_language(connection, self.post.cipher, request.language)
            if place_now.group_key is None and wanted is not None and wanted.key == group.key:
                await requests.touch(connection, request.id, group_key=group.key)
                await self.post.card(connection, request, group, now)
                for each in await transcripts.of_request(connection, self.post.cipher, request.id):
                    if each.author is Author.PERSON:
                        brought = ToDesk(group.spoken, request.id, each.id, *_fields(each.written))
                        await self.post.desk(connection, group, [brought], now)
        await self.post.board(connection, group, now, aloud=True)

    async def forget(self, connection: AsyncConnection, key: ChatKey, now: float) -> None:
        """Erase all that a person and volunteers wrote, and the volunteers' topics of it."""
        for request in await requests.of_chat(connection, key):
            group = await self.post.group_of(connection, request)
            if group is not None:
                where = await requests.place_of(connection, request)
                if where.thread_id is not None:
                    dropped = DropTopic(group.spoken, request, where.thread_id)
                    await self.post.desk(connection, group, [dropped], now)
                await self.post.board(connection, group, now)
        await transcripts.erase_chat(connection, key)

    async def _introduce(
        self, connection: AsyncConnection, request: RequestId, volunteer: Volunteer, now: float
    ) -> None:
        key, found = await requests.chat_of(connection, request), await requests.get(connection, request)
        if key is None or found is None:
            return
        tag = await self.post.tag_of(connection, key)
        said = [Say("human-joined", tag, arguments={"alias": volunteer.alias})]
        registry = self.post.known().registry
        fitting = fit(volunteer, found.language, registry.all[found.language].fallbacks)
        if fitting and fitting[0] is Fit.BRIDGE:
            said.append(Say("human-bridge", tag, arguments={"language": registry[fitting[1]].endonym}))
        await self.post.tell(connection, key, said, now)

    async def _danger(self, connection: AsyncConnection, request: Request, now: float) -> None:
        """Somebody may be in danger while a volunteer answers, or while they wait: everybody hears of it at once."""
        await requests.touch(connection, request.id, urgent=True)
        group = await self.post.refresh(connection, request.id, now, aloud=True)
        if group is not None:
            await self.post.desk(connection, group, [DeskLine(group.spoken, request.id, "desk-danger")], now)


def _fields(written: Written) -> tuple[str, str, int | None, int | None]:
    return written.text, written.kind, written.source_chat, written.source_message
