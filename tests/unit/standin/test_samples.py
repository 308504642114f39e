"""Built-in samples, and what is read from the head of a picture."""

from __future__ import annotations

import struct
import zlib

import pytest

from bot.standin.files import image_size
from bot.standin.samples import sample_document, sample_photo, sample_sticker, sample_voice

JPEG = (
    b"\xff\xd8"
    + b"\xff\xe0"
    + struct.pack(">H", 4)
    + b"xx"
    + b"\xff\xc0"
    + struct.pack(">HBHH", 11, 8, 30, 40)
    + b"\0" * 6
)


@pytest.mark.parametrize(
    "content, size",
    [
        (sample_photo(20, 10), (20, 10)),
        (b"GIF89a" + struct.pack("<HH", 7, 9), (7, 9)),
        (JPEG, (40, 30)),
        (b"not a picture", (0, 0)),
        (b"", (0, 0)),
    ],
    ids=["png", "gif", "jpeg", "other", "empty"],
)
def test_size_of_a_picture(content: bytes, size: tuple[int, int]) -> None:
    assert image_size(content) == size


def test_photo_is_a_whole_png() -> None:
    content = sample_photo(4, 3)

    start = content.index(b"IDAT") + 4
    length = struct.unpack(">I", content[start - 8 : start - 4])[0]
    assert len(zlib.decompress(content[start : start + length])) == 3 * (1 + 4 * 3)


def test_voice_is_an_ogg_with_opus() -> None:
    content = sample_voice(2)

    assert content.startswith(b"OggS")
    assert content.count(b"OggS") == 4
    assert b"OpusHead" in content


def test_document_and_sticker_have_their_signatures() -> None:
    assert sample_document().startswith(b"%PDF-1.4")
    assert sample_sticker()[8:12] == b"WEBP"
