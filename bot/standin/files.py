"""Where are the files that were sent, and how are they named?"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass

from bot.standin.errors import bad_request
from bot.standin.model import Json

# Bot API getFile: "bots can download files of up to 20MB in size"; sending: 50 MB.
MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
FOLDER_OF_KIND = {
    "photo": ("photos", "jpg"),
    "voice": ("voice", "oga"),
    "document": ("documents", "bin"),
    "audio": ("music", "mp3"),
    "video": ("videos", "mp4"),
    "sticker": ("stickers", "webp"),
}
_PREFIX_OF_KIND = {
    "photo": "AgAC",
    "voice": "AwAC",
    "document": "BQAC",
    "audio": "CQAC",
    "video": "BAAC",
    "sticker": "CAAC",
}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file; `kind` is the kind of message it came with."""

    file_id: str
    kind: str
    path: str
    name: str
    mime_type: str
    content: bytes
    details: Json

    def as_json(self) -> Json:
        """The fields that every file object of the Bot API has."""
        unique = hashlib.sha256(self.content + self.kind.encode()).hexdigest()[:16]
        return {"file_id": self.file_id, "file_unique_id": unique, "file_size": len(self.content)}


class FileStore:
    """All files, by file_id and by path."""

    def __init__(self, run_id: int) -> None:
        self._run_id = run_id
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, kind: str, name: str, mime_type: str, content: bytes, details: Json | None = None) -> StoredFile:
        """Store a file under a new file_id; `details` (duration, title, ...) go with it wherever it is sent."""
        number = len(self._by_id)
        folder, extension = FOLDER_OF_KIND[kind]
        suffix = name.rpartition(".")[2] if "." in name and kind == "document" else extension
        digest = hashlib.sha256(f"{self._run_id}/{number}".encode()).hexdigest()[:44]
        path = f"{folder}/file_{number}.{suffix}"
        stored = StoredFile(_PREFIX_OF_KIND[kind] + digest, kind, path, name, mime_type, content, details or {})
        self.put(stored)
        return stored

    def put(self, stored: StoredFile) -> None:
        """Take in a file that has its file_id and path."""
        self._by_id[stored.file_id] = self._by_path[stored.path] = stored

    def all(self) -> list[StoredFile]:
        """Every file, oldest first."""
        return list(self._by_id.values())

    def by_id(self, file_id: str) -> StoredFile:
        """Raises ApiError for an unknown file_id."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored

    def by_path(self, path: str) -> StoredFile | None:
        """The file that getFile gave this path for."""
        return self._by_path.get(path)


def image_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG, JPEG, GIF or WebP; 0, 0 when unknown."""
    if content.startswith(b"\x89PNG") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content.startswith(b"GIF8") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    if content[8:16] == b"WEBPVP8X" and len(content) >= 30:
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    return 0, 0


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0
