"""What does a message with a file look like?"""

from __future__ import annotations

from bot.standin.files import FileStore, StoredFile, image_size
from bot.standin.model import Json

THUMBNAIL_PIXELS = 320
DEFAULT_SIZE = (800, 600)
STICKER_SIZE = (512, 512)


def media_content(files: FileStore, stored: StoredFile) -> Json:
    """The fields of a message that holds the file; its details may have duration, title, performer, emoji."""
    described, details, kind = stored.as_json(), stored.details, stored.kind
    match kind:
        case "photo":
            return {"photo": _sizes(files, stored)}
        case "voice":
            return {"voice": {**described, "duration": details.get("duration", 0), "mime_type": stored.mime_type}}
        case "audio":
            named = {name: details[name] for name in ("title", "performer") if details.get(name)}
            body = {**described, "duration": details.get("duration", 0), "mime_type": stored.mime_type, **named}
            return {"audio": {**body, "file_name": stored.name}}
        case "video":
            width, height = DEFAULT_SIZE
            body = {**described, "width": width, "height": height, "duration": details.get("duration", 0)}
            return {"video": {**body, "mime_type": stored.mime_type, "file_name": stored.name}}
        case "sticker":
            width, height = STICKER_SIZE
            body = {**described, "type": "regular", "width": width, "height": height}
            flags = {"is_animated": False, "is_video": False, "emoji": details.get("emoji") or "\N{WAVING HAND SIGN}"}
            return {"sticker": {**body, **flags}}
        case _:
            return {"document": {**described, "file_name": stored.name, "mime_type": stored.mime_type}}


def _sizes(files: FileStore, stored: StoredFile) -> list[Json]:
    """A small and the full size, as Telegram gives; the small one is described, not scaled."""
    width, height = image_size(stored.content)
    if not width or not height:
        width, height = DEFAULT_SIZE
    full = {**stored.as_json(), "width": width, "height": height}
    scale = THUMBNAIL_PIXELS / max(width, height)
    if scale >= 1:
        return [full]
    small = files.add("photo", stored.name, stored.mime_type, stored.content).as_json()
    small["file_unique_id"] += "s"
    return [{**small, "width": round(width * scale), "height": round(height * scale)}, full]
