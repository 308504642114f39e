"""sendPhoto, sendVoice, sendDocument, sendAudio, sendVideo, sendSticker, getFile."""

from __future__ import annotations

from bot.standin.errors import bad_request
from bot.standin.files import MAX_DOWNLOAD_BYTES, StoredFile
from bot.standin.media import media_content
from bot.standin.methods.messages import caption_content
from bot.standin.methods.sending import deliver, find_target
from bot.standin.model import Json
from bot.standin.params import Params
from bot.standin.parts import Standin

_DEFAULT_MIME_TYPES = {"photo": "image/jpeg", "voice": "audio/ogg", "audio": "audio/mpeg", "video": "video/mp4"}


def send_photo(standin: Standin, params: Params) -> Json:
    """A picture."""
    return _send(standin, params, "photo")


def send_voice(standin: Standin, params: Params) -> Json:
    """A voice message."""
    return _send(standin, params, "voice")


def send_document(standin: Standin, params: Params) -> Json:
    """A file of any kind."""
    return _send(standin, params, "document")


def send_audio(standin: Standin, params: Params) -> Json:
    """Music, or a recording with a title."""
    return _send(standin, params, "audio")


def send_video(standin: Standin, params: Params) -> Json:
    """A film."""
    return _send(standin, params, "video")


def send_sticker(standin: Standin, params: Params) -> Json:
    """A sticker; it has no caption."""
    return _send(standin, params, "sticker")


def get_file(standin: Standin, params: Params) -> Json:
    """The path under which a file can be downloaded."""
    if not params.text("file_id"):
        raise bad_request("file_id not specified")
    stored = standin.files.by_id(params.text("file_id"))
    if len(stored.content) > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {**stored.as_json(), "file_path": stored.path}


def _send(standin: Standin, params: Params, kind: str) -> Json:
    target = find_target(standin, params)
    content = media_content(standin.files, _file(standin, params, kind))
    if kind != "sticker":
        content.update(caption_content(params))
    return deliver(standin, params, content, target)


def _file(standin: Standin, params: Params, kind: str) -> StoredFile:
    """The file of a request: uploaded under its own name or by attach://, or known by its file_id."""
    given = params.text(kind)
    upload = params.uploads.get(given.removeprefix("attach://") if given.startswith("attach://") else kind)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        mime_type = upload.mime_type
        if mime_type == "application/octet-stream":
            mime_type = _DEFAULT_MIME_TYPES.get(kind, mime_type)
        details: Json = {name: params.text(name) for name in ("title", "performer", "emoji")}
        details["duration"] = params.integer("duration")
        return standin.files.add(kind, upload.name, mime_type, upload.content, details)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = standin.files.by_id(given)
    if stored.kind != kind:
        raise bad_request("type of file mismatch")
    return stored
