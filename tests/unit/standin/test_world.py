"""Chats, people and topics without a server around them."""

from __future__ import annotations

import json

import pytest

from bot.standin.clock import Clock
from bot.standin.parts import Options, Standin
from bot.standin.snapshot import dump, load_file, restore, save_file
from bot.standin.world import World

START = 1_800_000_000.0


def make_world(clock: Clock) -> World:
    return Standin(Options(), clock).world


def test_ids_of_a_later_run_are_new() -> None:
    clock = Clock(lambda: START)
    earlier = make_world(clock)
    people = [earlier.add_person("A").id for _ in range(50)]
    topics = [earlier.open_topic(earlier.group, earlier.bot, "t", None).id for _ in range(10)]

    clock.advance(5.0)
    later = make_world(clock)

    assert later.add_person("B").id > max(people)
    assert later.open_topic(later.group, later.bot, "t", None).id > max(topics)


def test_message_ids_fit_32_bits() -> None:
    world = make_world(Clock(lambda: START))
    person = world.add_person("A")

    message = world.post(world.chats[person.id], world.bot, {"text": "x"})

    assert 0 < message.id < 2**31


def test_message_in_a_topic_answers_the_one_that_opened_it() -> None:
    world = make_world(Clock(lambda: START))
    topic = world.open_topic(world.group, world.bot, "Blue heron", None)

    payload = world.post(world.group, world.bot, {"text": "x"}, thread_id=topic.id).payload

    assert payload["is_topic_message"] is True
    assert payload["reply_to_message"]["message_id"] == topic.id
    assert payload["reply_to_message"]["forum_topic_created"]["name"] == "Blue heron"


def test_deleting_a_topic_takes_its_messages_along() -> None:
    world = make_world(Clock(lambda: START))
    topic = world.open_topic(world.group, world.bot, "t", None)
    world.post(world.group, world.bot, {"text": "x"}, thread_id=topic.id)
    kept = world.post(world.group, world.bot, {"text": "general"})

    world.delete_topic(world.group, topic)

    assert list(world.group.messages) == [kept.id]
    assert not world.group.topics


def test_edit_keeps_what_others_have_seen() -> None:
    world = make_world(Clock(lambda: START))
    message = world.post(world.group, world.bot, {"text": "one"})
    seen = message.payload

    world.replace(world.group, message, {"text": "two"})

    assert (seen["text"], message.payload["text"]) == ("one", "two")
    assert message.payload["edit_date"] == int(START)


@pytest.fixture
def used() -> Standin:
    """A stand-in where something has happened."""
    standin = Standin(Options(), Clock(lambda: START))
    person = standin.world.add_person("Selam", "ti", has_started=True)
    standin.world.post(standin.world.chats[person.id], person.as_user(), {"text": "ሰላም"})
    standin.world.open_topic(standin.world.group, standin.bot, "t", None)
    standin.files.add("photo", "p.png", "image/png", b"\x89PNG", {"duration": 1})
    standin.profile.commands[("{}", "fr")] = [{"command": "start", "description": "Commencer"}]
    standin.updates.add("message", {"text": "waiting"})
    return standin


def test_state_outlives_a_restart(used: Standin) -> None:
    saved = dump(used)
    later = Standin(Options(), Clock(lambda: START))

    restore(later, json.loads(json.dumps(saved)))

    assert dump(later) == saved


def test_ids_go_on_after_a_restored_state(used: Standin) -> None:
    later = Standin(Options(), Clock(lambda: START))

    restore(later, dump(used))

    assert later.world.add_person("B").id > max(used.world.people)
    assert later.world.open_topic(later.world.group, later.bot, "t", None).id > max(used.world.group.messages)


def test_state_file_is_written_and_read(used: Standin, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("state") / "state.json"

    save_file(used, path)
    later = Standin(Options(), Clock(lambda: START))
    load_file(later, path)

    assert dump(later) == dump(used)
    assert path.stat().st_mode & 0o077 == 0


def test_file_of_another_kind_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("state") / "state.json"
    path.write_text("[]", encoding="utf-8")

    with pytest.raises(ValueError, match="no state"):
        load_file(Standin(Options()), path)
