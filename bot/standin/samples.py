"""A photo, a voice message, a document and a sticker to send when there is none at hand."""

from __future__ import annotations

import math
import struct
import zlib

VOICE_S = 4
_OGG_POLYNOMIAL = 0x04C11DB7
# A 20 ms Opus packet without sound (RFC 6716: TOC byte of a mono CELT frame, then an empty frame).
_SILENT_PACKET = b"\xf8\xff\xfe"
_PACKETS_PER_S = 50
_NEAR_GREEN, _FAR_GREEN, _SUN = bytes((38, 70, 83)), bytes((68, 110, 120)), bytes((255, 236, 179))
_SAMPLES_PER_PACKET = 960


def sample_photo(width: int = 640, height: int = 480) -> bytes:
    """A PNG: an evening sky over hills."""
    columns = [(_far_hill(x / width), _near_hill(x / width), (x / width - 0.7) ** 2 * 1.78) for x in range(width)]
    rows = bytearray()
    for y in range(height):
        down = y / height
        sky, sun_height = _sky(down), (down - 0.42) ** 2
        rows.append(0)
        for far, near, sun_width in columns:
            if down > near:
                rows += _NEAR_GREEN
            elif down > far:
                rows += _FAR_GREEN
            else:
                rows += _SUN if sun_width + sun_height < 0.006 else sky
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(bytes(rows), 1)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _far_hill(x: float) -> float:
    return 0.62 + 0.05 * math.sin(7 * x + 1) + 0.03 * math.sin(17 * x)


def _near_hill(x: float) -> float:
    return 0.78 + 0.06 * math.sin(4 * x + 4) + 0.02 * math.sin(23 * x)


def _sky(y: float) -> bytes:
    return bytes((int(250 - 90 * (1 - y) ** 2), int(170 + 30 * (1 - y)), int(120 + 110 * (1 - y))))


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def sample_voice(seconds: int = VOICE_S) -> bytes:
    """An OGG file with Opus audio: silence."""
    head = b"OpusHead" + struct.pack("<BBHIHB", 1, 1, 0, 48000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 7) + b"standin" + struct.pack("<I", 0)
    pages = [_ogg_page([head], 0, 0, 2), _ogg_page([tags], 0, 1, 0)]
    for second in range(seconds):
        position = (second + 1) * _PACKETS_PER_S * _SAMPLES_PER_PACKET
        last = 4 if second == seconds - 1 else 0
        pages.append(_ogg_page([_SILENT_PACKET] * _PACKETS_PER_S, position, second + 2, last))
    return b"".join(pages)


def _ogg_page(packets: list[bytes], position: int, number: int, flags: int) -> bytes:
    lacing = b"".join(b"\xff" * (len(p) // 255) + bytes([len(p) % 255]) for p in packets)
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, position, 1, number, 0)
    page = head + bytes([len(lacing)]) + lacing + b"".join(packets)
    return page[:22] + struct.pack("<I", _ogg_checksum(page)) + page[26:]


def _ogg_checksum(page: bytes) -> int:
    checksum = 0
    for byte in page:
        checksum ^= byte << 24
        for _ in range(8):
            checksum = (checksum << 1) ^ (_OGG_POLYNOMIAL if checksum & 0x80000000 else 0)
        checksum &= 0xFFFFFFFF
    return checksum


def sample_document() -> bytes:
    """A PDF of one empty page."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>",
    )
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj" % number + content + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return body + b"xref\n0 4\n0000000000 65535 f \n" + table + trailer


def sample_sticker() -> bytes:
    """A 1 x 1 WebP image; the page shows the sticker's emoji."""
    return bytes.fromhex("524946461a000000574542505650384c0d0000002f00000010071011118888fe0700")
