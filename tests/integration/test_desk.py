"""A person, volunteers and their group on the stand-in: who talks to whom, on every path through a hand-off."""

from __future__ import annotations

import asyncio
import dataclasses
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.bootstrap import KEYS_FILE
from bot.handoff.model import Level, Role
from bot.locale.texts import FOLDER, Texts
from bot.privacy.cipher import Keys
from bot.settings import DESK_LANGUAGES, Settings
from bot.store import volunteers
from bot.store.engine import make_engine
from bot.store.upgrade import upgrade
from tests.bot_in_process import running_bot, settings_for
from tests.nlu_server import NluServer, running_nlu
from tests.standin_client import Person, Standin, Volunteer
from tests.standin_people import SeenMessage

WORDS = {"sleep": "reception/sleep-tonight"}
DESK = Texts.load(DESK_LANGUAGES, FOLDER / "desk")


def desk(message: str, **arguments: str | int) -> str:
    return DESK.say("en", message, **arguments)


@pytest_asyncio.fixture
async def nlu() -> AsyncIterator[NluServer]:
    async with running_nlu(WORDS) as server:
        yield server


@pytest.fixture
def settings(tmp_path: Path, nlu: NluServer) -> Settings:
    made = settings_for(tmp_path, nlu, desk_language="en", send_per_group_s=1000.0)
    Keys.load_or_create(tmp_path / KEYS_FILE)
    return made


async def invitations(settings: Settings) -> dict[str, str]:
    """Three volunteers in the database, and the tokens that link their accounts."""
    engine = make_engine(settings.database_url)
    await upgrade(engine)
    people = {
        "Noor": ({"en": Level.FLUENT, "ar": Level.FLUENT}, {Role.VOLUNTEER, Role.COORDINATOR}),
        "Piet": ({"en": Level.FLUENT, "nl": Level.FLUENT}, {Role.VOLUNTEER}),
        "Sara": ({"ti": Level.FLUENT}, {Role.VOLUNTEER}),
    }
    tokens = {}
    async with engine.begin() as connection:
        for alias, (languages, roles) in people.items():
            number = await volunteers.add(connection, alias, languages, frozenset(roles), time.time())
            tokens[alias] = await volunteers.invite(connection, number, time.time() + 60)
    await engine.dispose()
    return tokens


@dataclasses.dataclass
class Team:
    """The volunteers in their group."""

    noor: Volunteer
    piet: Volunteer
    stranger: Volunteer


@pytest_asyncio.fixture
async def team(settings: Settings, standin: Standin) -> AsyncIterator[Team]:
    tokens = await invitations(settings)
    async with running_bot(settings, standin):
        members = {}
        for alias in ("Noor", "Piet"):
            member = await standin.volunteer(alias)
            await standin.post(f"people/{member.id}/start", {"payload": f"join_{tokens[alias]}"})
            members[alias] = member
        noor = members["Noor"]
        await asyncio.sleep(0.3)
        await noor.writes("/desk")
        assert desk("desk-registered-rest") == (await noor.next_message()).text
        yield Team(noor, members["Piet"], await standin.volunteer("Stranger"))


@pytest_asyncio.fixture
async def selam(standin: Standin) -> Person:
    return await standin.person("Selam", "en")


async def asks_for_a_human(person: Person) -> SeenMessage:
    await person.says("/human")
    offer = await person.next_message()
    await person.taps_data(offer, "hc:y")
    saved = await person.next_message()
    await person.next_message()  # when somebody is there
    return saved


async def card_of(volunteer: Volunteer) -> tuple[int, SeenMessage]:
    topic = (await volunteer.next_topic())["message_thread_id"]
    card = await volunteer.next_message_in(topic)
    while not card.labels:  # that the topic was made is a message too
        card = await volunteer.next_message_in(topic)
    return topic, card


async def reads_in(volunteer: Volunteer, topic: int, text: str) -> None:
    """Wait until this stands in a topic, whatever else comes before it."""
    while text not in (await volunteer.next_message_in(topic)).text:
        pass


async def claimed(team: Team, person: Person) -> tuple[int, SeenMessage]:
    """Noor has taken the request of a person."""
    await asks_for_a_human(person)
    topic, card = await card_of(team.noor)
    await team.noor.taps(card, desk("desk-button-claim"))
    assert "Noor" in (await person.next_message()).text
    return topic, card


async def test_a_person_asks_a_volunteer_takes_it_and_they_talk(team: Team, selam: Person, texts: Texts) -> None:
    saved = await asks_for_a_human(selam)
    assert saved.text == texts.say("en", "human-requested", place=1)
    topic, card = await card_of(team.noor)
    assert "Selam" not in card.text

    await selam.says("my brother is in greece")
    assert texts.say("en", "human-added") == (await selam.next_message()).text
    assert (await team.noor.next_message_in(topic)).text == "my brother is in greece"

    await team.noor.taps(card, desk("desk-button-claim"))
    assert texts.say("en", "human-joined", alias="Noor") == (await selam.next_message()).text

    await team.noor.writes("hello, how can i help", topic)
    assert (await selam.next_message()).text == "hello, how can i help"
    await selam.says("where can i sleep")
    assert (await team.noor.next_message_in(topic)).text == "where can i sleep"
    await asyncio.sleep(0.5)
    assert [each.text for each in await selam.messages()][-2:] == ["hello, how can i help", "where can i sleep"]


async def test_while_waiting_the_bot_still_answers_what_it_knows(team: Team, selam: Person) -> None:
    await asks_for_a_human(selam)
    topic, _ = await card_of(team.noor)

    await selam.says("where can i sleep tonight")

    assert (await team.noor.next_message_in(topic)).text == "where can i sleep tonight"
    assert "Samusocial" in (await selam.next_message()).text


async def test_two_who_tap_at_once_get_one_owner(team: Team, selam: Person) -> None:
    await asks_for_a_human(selam)
    _, card = await card_of(team.noor)

    await asyncio.gather(
        team.noor.taps(card, desk("desk-button-claim")), team.piet.taps(card, desk("desk-button-claim"))
    )

    answers = {(await each.next_callback_answer()).text for each in (team.noor, team.piet)}
    winner = (await selam.next_message()).text.split(",")[0].strip("\u2068\u2069 ")
    assert answers == {desk("desk-claimed"), desk("desk-taken", alias=winner)}


async def test_who_is_not_the_owner_or_not_known_is_told_so_and_nothing_is_sent(team: Team, selam: Person) -> None:
    topic, _ = await claimed(team, selam)

    await team.piet.writes("me too", topic)
    await reads_in(team.piet, topic, desk("desk-not-yours", alias="Noor"))
    await team.stranger.writes("hi there", topic)
    await reads_in(team.stranger, topic, desk("desk-unknown-account"))
    await asyncio.sleep(0.3)
    assert not {"me too", "hi there"} & {each.text for each in await selam.messages()}


async def test_a_note_stays_with_the_volunteers(team: Team, selam: Person) -> None:
    topic, _ = await claimed(team, selam)

    await team.noor.writes("// sounds very young", topic)
    await team.noor.writes("how old are you", topic)

    assert (await selam.next_message()).text == "how old are you"
    assert not any("young" in each.text for each in await selam.messages())


@pytest.mark.parametrize("kind", ["photo", "voice", "document", "location", "sticker"])
async def test_media_pass_both_ways(team: Team, selam: Person, kind: str) -> None:
    topic, _ = await claimed(team, selam)

    await selam.sends(kind)
    assert kind in (await team.noor.next_message_in(topic)).payload
    await team.noor.sends(kind, message_thread_id=topic)
    assert kind in (await selam.next_message()).payload


async def test_edits_follow_and_a_message_can_be_taken_back(team: Team, selam: Person) -> None:
    topic, _ = await claimed(team, selam)

    asked = await selam.says("tomorow")
    await team.noor.next_message_in(topic)
    await selam.edits(asked, "tomorrow")
    while "tomorrow" not in (await team.noor.next_edit()).text:
        pass

    written = await team.noor.writes("at nine", topic)
    arrived = await selam.next_message()
    await team.noor.edits(written, "at ten")
    assert (await selam.next_edit()).text == "at ten"
    await team.noor.writes("/delete", topic, reply_to=written)
    assert await selam.next_deletion() == arrived.id


async def test_a_deleted_topic_is_made_again(team: Team, selam: Person) -> None:
    topic, _ = await claimed(team, selam)
    await team.noor.deletes_topic(topic)

    await selam.says("are you there")

    again = topic
    while again == topic:
        again = (await team.noor.next_topic())["message_thread_id"]
    wanted = {"are you there", desk("desk-state-owned", alias="Noor")}
    while wanted:  # the message and the card, in either order
        text = (await team.noor.next_message_in(again)).text
        wanted = {each for each in wanted if each not in text}


async def test_release_transfer_and_end(team: Team, selam: Person, texts: Texts) -> None:
    topic, card = await claimed(team, selam)

    await team.noor.taps_data(await _now(team.noor, card), "r:1")
    assert texts.say("en", "human-returned", alias="Noor") == (await selam.next_message()).text
    await team.piet.taps_data(await _now(team.piet, card), "c:1")
    assert texts.say("en", "human-joined", alias="Piet") == (await selam.next_message()).text

    await team.piet.taps_data(await _now(team.piet, card), "t:1")
    choice = await team.piet.next_message_in(topic)
    while "Noor" not in choice.labels:
        choice = await team.piet.next_message_in(topic)
    assert choice.labels == ["Noor"]
    await team.piet.taps(choice, "Noor")
    assert texts.say("en", "human-transferred") == (await selam.next_message()).text
    assert texts.say("en", "human-joined", alias="Noor") == (await selam.next_message()).text

    await team.noor.taps_data(await _now(team.noor, card), "e:1")
    assert texts.say("en", "human-ended") == (await selam.next_message()).text
    rate = await selam.next_message()
    await selam.taps(rate, texts.say("en", "button-helpful"))
    assert texts.say("en", "human-rate-sentence") == (await selam.next_message()).text
    await selam.says("she was kind")
    assert texts.say("en", "feedback-thanks") == (await selam.next_message()).text
    await selam.says("where can i sleep")
    assert "Samusocial" in (await selam.next_message()).text


async def _now(volunteer: Volunteer, message: SeenMessage) -> SeenMessage:
    """A message as it stands now, with the buttons it has now."""
    await asyncio.sleep(0.3)
    return next(each for each in await volunteer.messages() if each.id == message.id)


async def test_a_ready_answer_goes_to_the_person_in_their_language(
    team: Team, standin: Standin, catalogue: object
) -> None:
    amal = await standin.person("Amal", "ar")
    await amal.starts("reception_sleep-tonight")
    await amal.next_message()
    await amal.next_message()
    topic, card = await claimed(team, amal)

    await team.noor.taps_data(await _now(team.noor, card), "a:1")
    offered = await team.noor.next_message_in(topic)
    await team.noor.taps_data(offered, "a:1:reception/sleep-tonight")

    assert "Samusocial" in (await amal.next_message()).text
    assert "Noor" in (await team.noor.next_message_in(topic)).text


async def test_a_person_may_leave_the_queue_or_the_conversation(team: Team, selam: Person, texts: Texts) -> None:
    await selam.says("/human")
    await selam.taps_data(await selam.next_message(), "hc:y")
    await selam.next_message()
    waiting = await selam.next_message()
    await selam.taps(waiting, texts.say("en", "button-back-to-bot"))
    assert texts.say("en", "human-withdrawn") == (await selam.next_message()).text

    await selam.says("where can i sleep")
    assert "Samusocial" in (await selam.next_message()).text


async def test_a_person_who_blocks_the_bot_is_seen_by_the_volunteer(team: Team, selam: Person) -> None:
    topic, _ = await claimed(team, selam)
    await selam.blocks()

    await team.noor.writes("are you there", topic)

    said = await team.noor.next_message_in(topic)
    assert said.text == desk("desk-blocked")


async def test_who_wants_everything_erased_takes_the_volunteers_topic_along(
    team: Team, selam: Person, texts: Texts
) -> None:
    topic, _ = await claimed(team, selam)
    await selam.says("my name is a secret")
    await team.noor.next_message_in(topic)

    await selam.says("/forget")
    await selam.taps_data(await selam.next_message(), "fc:y")
    assert texts.say("en", "forgotten") == (await selam.next_message()).text
    await asyncio.sleep(0.5)

    assert not any("secret" in each.text for each in await team.noor.messages())


async def test_the_volunteer_is_reminded_then_the_person_returns_to_the_queue(
    settings: Settings, standin: Standin, selam: Person, texts: Texts
) -> None:
    tokens = await invitations(settings)
    hasty = dataclasses.replace(settings, remind_after_s=1.0, return_after_s=4.0)
    async with running_bot(hasty, standin):
        noor = await standin.volunteer("Noor")
        await standin.post(f"people/{noor.id}/start", {"payload": f"join_{tokens['Noor']}"})
        await asyncio.sleep(0.3)
        await noor.writes("/desk")
        await noor.next_message()
        await asks_for_a_human(selam)
        topic, card = await card_of(noor)
        await noor.taps(card, desk("desk-button-claim"))
        await selam.next_message()

        assert "Noor" in (await noor.next_message_in(topic, timeout_s=10)).text
        assert texts.say("en", "human-returned", alias="Noor") == (await selam.next_message(timeout_s=10)).text
