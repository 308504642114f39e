"""Files through python-telegram-bot: sent, described, downloaded, passed on by file_id."""

from __future__ import annotations

import pytest
from telegram import Bot
from telegram.error import BadRequest

from bot.standin.samples import sample_photo, sample_voice
from tests.standin_client import Person, Standin

PICTURE = sample_photo(640, 480)


async def test_picture_has_its_sizes_and_can_be_downloaded(bot: Bot, person: Person) -> None:
    sent = await bot.send_photo(person.id, PICTURE, caption="<b>sky</b>", parse_mode="HTML")

    assert [(size.width, size.height) for size in sent.photo] == [(320, 240), (640, 480)]
    assert (sent.caption, sent.caption_entities[0].type) == ("sky", "bold")
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == PICTURE


async def test_voice_audio_video_and_document_keep_what_describes_them(bot: Bot, person: Person) -> None:
    voice = await bot.send_voice(person.id, sample_voice(), duration=4)
    audio = await bot.send_audio(person.id, b"sound", duration=9, title="Your rights", performer="Startpunt")
    video = await bot.send_video(person.id, b"film", duration=8)
    document = await bot.send_document(person.id, b"%PDF-", filename="annex 26.pdf")

    assert voice.voice is not None
    assert (voice.voice.to_dict()["duration"], voice.voice.mime_type) == (4, "audio/ogg")
    assert audio.audio is not None
    assert (audio.audio.title, audio.audio.performer) == ("Your rights", "Startpunt")
    assert video.video is not None
    assert video.video.file_size == 4
    assert document.document is not None
    assert (document.document.file_name, document.document.mime_type) == ("annex 26.pdf", "application/pdf")


async def test_sticker_goes_by_its_id(bot: Bot, person: Person) -> None:
    got = await person.sends("sticker")

    sent = await bot.send_sticker(person.id, got.payload["sticker"]["file_id"])

    assert sent.sticker is not None
    assert sent.sticker.emoji == "\N{WAVING HAND SIGN}"


async def test_voice_goes_on_by_its_id(bot: Bot, standin: Standin, person: Person) -> None:
    said = await person.sends("voice")

    sent = await bot.send_voice(standin.group_id, said.payload["voice"]["file_id"])

    assert sent.voice is not None
    assert sent.voice.file_unique_id == said.payload["voice"]["file_unique_id"]
    assert sent.voice.to_dict()["duration"] == 4


@pytest.mark.parametrize("kind", ["photo", "voice", "document", "sticker", "location", "venue", "contact"])
async def test_people_send_samples(person: Person, kind: str) -> None:
    assert kind in (await person.sends(kind)).payload


async def test_people_send_their_own_files(bot: Bot, person: Person) -> None:
    sent = await person.sends("document", content=b"letter", file_name="letter.txt", mime_type="text/plain", text="see")

    assert sent.text == "see"
    file = await bot.get_file(sent.payload["document"]["file_id"])
    assert bytes(await file.download_as_bytearray()) == b"letter"


async def test_caption_has_its_limit(bot: Bot, person: Person) -> None:
    await bot.send_photo(person.id, PICTURE, caption="x" * 1024)

    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(person.id, PICTURE, caption="x" * 1025)


async def test_files_that_are_refused(bot: Bot, person: Person) -> None:
    picture = (await person.sends("photo")).payload["photo"][-1]["file_id"]

    with pytest.raises(BadRequest, match=r"(?i)wrong file identifier"):
        await bot.send_photo(person.id, "nosuchfile")
    with pytest.raises(BadRequest, match=r"(?i)type of file mismatch"):
        await bot.send_voice(person.id, picture)
    with pytest.raises(BadRequest, match=r"(?i)failed to get http url content"):
        await bot.send_photo(person.id, "https://fedasil.be/x.png")
    with pytest.raises(BadRequest, match=r"(?i)file must be non-empty"):
        await bot.send_document(person.id, b"")
    with pytest.raises(BadRequest, match=r"(?i)wrong file identifier"):
        await bot.get_file("nosuchfile")


async def test_large_file_cannot_be_downloaded(bot: Bot, standin: Standin, person: Person) -> None:
    assert standin.parts is not None
    stored = standin.parts.files.add("document", "big.bin", "application/octet-stream", b"x" * (20 * 1024 * 1024 + 1))

    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await bot.get_file(stored.file_id)
