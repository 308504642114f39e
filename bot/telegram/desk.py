"""What follows from an act in a volunteers' group? Checks who it is, then asks the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.content.hours import BRUSSELS
from bot.content.model import Tag, TopicId
from bot.desk.service import Desk
from bot.handoff.effects import DeskDelivery, DeskLine, DeskReply, DeskToast
from bot.handoff.model import EventKind, RequestId, RequestState, Role, Volunteer
from bot.language.cldr import time_text
from bot.privacy.cipher import ChatKey
from bot.store import groups, requests, volunteers
from bot.store.groups import Group
from bot.store.transcripts import Written
from bot.telegram.desk_inputs import Changed, GroupIncoming, Ordered, Removed, Tapped, Wrote

NOTE = "//"
_HERE_S = 2 * 3600.0
_CANNED = 12
_VERDICTS = {"f": None, "w": EventKind.ANSWER_WRONG, "m": EventKind.ANSWER_MISSING}


@dataclass(frozen=True, slots=True)
class DeskHand:
    """Carries out what volunteers do in groups, within the transaction of its caller."""

    desk: Desk
    chat_key: Callable[[int], ChatKey]
    default_tag: Tag

    async def handle(self, connection: AsyncConnection, incoming: GroupIncoming, now: float) -> None:
        """Do what one act asks for; whoever may not is told why."""
        key = self.chat_key(incoming.chat_id)
        found = await groups.all_groups(connection, self.desk.post.cipher)
        group = next((each for each in found if each.key == key), None)
        if isinstance(incoming.act, Removed):
            await groups.remove(connection, key)
            return
        volunteer = await volunteers.by_telegram(connection, self.chat_key(incoming.user_id))
        visit = _Visit(self, connection, incoming, group or Group(key, incoming.chat_id, (), self.default_tag), now)
        if isinstance(incoming.act, Ordered):
            await visit.order(incoming.act, volunteer)
        elif group is None:
            return  # a group that is none of ours
        elif volunteer is None:
            await visit.refuse("desk-unknown-account")
        else:
            await visit.act(volunteer)


@dataclass(frozen=True, slots=True)
class _Visit:
    hand: DeskHand
    connection: AsyncConnection
    incoming: GroupIncoming
    group: Group
    now: float

    async def act(self, volunteer: Volunteer) -> None:
        match self.incoming.act:
            case Wrote():
                await self._wrote(self.incoming.act, volunteer)
            case Changed(text, message_id):
                request = await self._request()
                if request is not None:
                    await self.hand.desk.edited_by_volunteer(
                        self.connection, request, volunteer, text, message_id, self.now
                    )
            case Tapped():
                await self._tapped(self.incoming.act, volunteer)

    async def refuse(self, text: str, **arguments: str | int) -> None:
        """Say why something was not done: as a toast after a tap, as an answer after a message."""
        await self._post(self._reply(text, **arguments))

    def _reply(self, text: str, **arguments: str | int) -> DeskDelivery:
        act, tag = self.incoming.act, self.group.spoken
        if isinstance(act, Tapped):
            return DeskToast(tag, act.callback_id, text, arguments)
        assert isinstance(act, Wrote | Changed | Ordered)
        return DeskReply(tag, text, self.incoming.thread, act.message_id, arguments)

    async def _post(self, *deliveries: DeskDelivery) -> None:
        await self.hand.desk.post.desk(self.connection, self.group, deliveries, self.now)

    async def _request(self) -> RequestId | None:
        if self.incoming.thread is None:
            return None
        return await requests.in_thread(self.connection, self.group.key, self.incoming.thread)

    # What they write

    async def _wrote(self, wrote: Wrote, volunteer: Volunteer) -> None:
        request = await self._request()
        if request is None:
            return  # volunteers talking among themselves
        desk = self.hand.desk
        if wrote.kind == "text" and wrote.text.startswith(NOTE):
            note = wrote.text.removeprefix(NOTE).strip()
            await desk.note(self.connection, request, volunteer, note, self.now, wrote.message_id)
            return
        copied = wrote.kind != "text"
        source = (self.incoming.chat_id, wrote.message_id) if copied else (None, None)
        written = Written(wrote.text, wrote.kind, *source)
        if not await desk.from_volunteer(
            self.connection, request, volunteer, written, self.now, desk_message_id=wrote.message_id
        ):
            await self._not_sent(request)

    async def _not_sent(self, request: RequestId) -> None:
        found = await requests.get(self.connection, request)
        if found is None or not found.is_open:
            await self.refuse("desk-over")
        elif found.owner is None:
            await self.refuse("desk-claim-first")
        else:
            owner = await volunteers.by_id(self.connection, found.owner)
            await self.refuse("desk-not-yours", alias=owner.alias if owner else "")

    # What they tap

    async def _tapped(self, tapped: Tapped, volunteer: Volunteer) -> None:
        verb, _, rest = tapped.data.partition(":")
        number, _, more = rest.partition(":")
        if not number.isdecimal():
            await self.refuse("desk-over")
            return
        request = RequestId(int(number))
        match verb:
            case "c":
                await self._claim(request, volunteer)
            case "r":
                await self._done(await self.hand.desk.release(self.connection, request, volunteer, self.now), request)
            case "e":
                await self._done(await self.hand.desk.end(self.connection, request, volunteer, self.now), request)
            case "t":
                await self._transfer(request, volunteer, more)
            case "a":
                await self._canned(request, volunteer, more)
            case "v" if more in _VERDICTS:
                kind = _VERDICTS[more]
                if kind is not None:
                    await requests.record(self.connection, request, kind, self.now, volunteer.id)
                await self.refuse("desk-thanks")
            case _:
                await self.refuse("desk-over")

    async def _claim(self, request: RequestId, volunteer: Volunteer) -> None:
        if await self.hand.desk.claim(self.connection, request, volunteer, self.now):
            await self.refuse("desk-claimed")
            return
        found = await requests.get(self.connection, request)
        owner = await volunteers.by_id(self.connection, found.owner) if found and found.owner is not None else None
        if owner is None:
            await self.refuse("desk-over")
        else:
            await self.refuse("desk-taken", alias=owner.alias)

    async def _done(self, happened: bool, request: RequestId) -> None:
        if happened:
            await self._post(DeskToast(self.group.spoken, self._callback()))
        else:
            await self._not_sent(request)

    def _callback(self) -> str:
        act = self.incoming.act
        return act.callback_id if isinstance(act, Tapped) else ""

    async def _transfer(self, request: RequestId, volunteer: Volunteer, to: str) -> None:
        if to.isdecimal():
            target = next((each for each in await self._others(request, volunteer) if str(each.id) == to), None)
            handed = target is not None and await self.hand.desk.transfer(
                self.connection, request, volunteer, target, self.now
            )
            await self._done(handed, request)
            return
        others = await self._others(request, volunteer)
        if not others:
            await self.refuse("desk-nobody-else")
            return
        choices = tuple((f"={each.alias}", f"t:{request}:{each.id}") for each in others)
        tag = self.group.spoken
        await self._post(
            DeskToast(tag, self._callback()), DeskLine(tag, request, "desk-choose-volunteer", choices=choices)
        )

    async def _others(self, request: RequestId, volunteer: Volunteer) -> list[Volunteer]:
        """Who could take it over: those who speak the language, then those who know it a little."""
        found = await requests.get(self.connection, request)
        roster = await volunteers.roster(self.connection)
        able = [
            each
            for each in roster.volunteers
            if found and each.id != volunteer.id and not each.disabled and found.language in each.languages
        ]
        return sorted(able, key=lambda each: not each.speaks(found.language if found else ""))

    async def _canned(self, request: RequestId, volunteer: Volunteer, topic: str) -> None:
        found, known = await requests.get(self.connection, request), self.hand.desk.post.known()
        if found is None or found.state is not RequestState.OWNED or found.owner != volunteer.id:
            await self._not_sent(request)
            return
        key = await requests.chat_of(self.connection, request)
        tag = await self.hand.desk.post.tag_of(self.connection, key) if key else self.group.spoken
        if topic:
            await self._insert(request, volunteer, TopicId(topic), tag)
            return
        asked = await requests.topics_of(self.connection, request)
        near = [each for one in asked if one in known.catalogue.topics for each in known.catalogue.topics[one].related]
        offered = list(dict.fromkeys(each for each in (*asked, *near) if known.catalogue.has(each)))[:_CANNED]
        offered = offered or list(known.catalogue.in_area("startpunt"))
        choices = tuple(
            (f"={known.catalogue.title(each, self.group.spoken)}", f"a:{request}:{each}") for each in offered
        )
        line = DeskLine(
            self.group.spoken, request, "desk-choose-answer", {"language": known.registry[tag].endonym}, choices
        )
        await self._post(DeskToast(self.group.spoken, self._callback()), line)

    async def _insert(self, request: RequestId, volunteer: Volunteer, topic: TopicId, tag: Tag) -> None:
        """Send the curated answer in the person's language; it appears in the topic too, as the person gets it."""
        found = self.hand.desk.post.known().catalogue.answer_for(topic, tag)
        if found is None:
            await self.refuse("desk-over")
            return
        written = Written(f"{found.answer.title}\n\n{found.body}".replace("**", ""))
        sent = await self.hand.desk.from_volunteer(self.connection, request, volunteer, written, self.now)
        await self._done(sent, request)

    # What they order

    async def order(self, ordered: Ordered, volunteer: Volunteer | None) -> None:
        if volunteer is None:
            # A stranger's group, or a stranger in ours: the bot answers nobody it does not know twice.
            if ordered.name in _ORDERS:
                await self.refuse("desk-unknown-account")
            return
        match ordered.name:
            case "desk":
                await self._register(ordered, volunteer)
            case "here":
                until = self.now + _HERE_S
                await volunteers.change(self.connection, volunteer.id, here_until=until)
                local = datetime.fromtimestamp(until, UTC).astimezone(BRUSSELS)
                await self.refuse("desk-here", time=time_text(local))
            case "away":
                await volunteers.change(self.connection, volunteer.id, here_until=0.0)
                await self.refuse("desk-away")
            case "delete" if ordered.reply_to is not None:
                await self._take_back(ordered.reply_to, volunteer)
            case "help":
                await self.refuse("desk-help")

    async def _take_back(self, message_id: int, volunteer: Volunteer) -> None:
        request = await self._request()
        taken = request is not None and await self.hand.desk.edited_by_volunteer(
            self.connection, request, volunteer, None, message_id, self.now
        )
        if not taken:
            await self.refuse("desk-over")

    async def _register(self, ordered: Ordered, volunteer: Volunteer) -> None:
        registry = self.hand.desk.post.known().registry
        if Role.COORDINATOR not in volunteer.roles:
            await self.refuse("desk-not-allowed")
            return
        if not self.incoming.is_forum:
            await self.refuse("desk-needs-topics")
            return
        tags = [tag.strip(",").lower() for tag in ordered.arguments if tag.strip(",")]
        unknown = next((tag for tag in tags if tag not in registry.all), None)
        if unknown is not None:
            await self.refuse("desk-unknown-language", tag=unknown)
            return
        group = Group(self.group.key, self.incoming.chat_id, tuple(tags), self.group.spoken)
        await groups.save(self.connection, self.hand.desk.post.cipher, group)
        await self.refuse(
            "desk-registered" if tags else "desk-registered-rest",
            languages=", ".join(registry[tag].endonym for tag in tags),
        )
        await self.hand.desk.adopt(self.connection, group, self.now)


_ORDERS = {"desk", "here", "away", "delete", "help"}
