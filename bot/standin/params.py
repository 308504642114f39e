"""What did the caller of a method pass? Query, form, multipart and JSON bodies read the same way."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.standin.errors import bad_request
from bot.standin.model import Json


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart body."""

    name: str
    mime_type: str
    content: bytes


@dataclass(slots=True)
class Params:
    """Named values; numbers, flags and objects may come as text, as forms have nothing else."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """A string; objects of a JSON body are not strings."""
        value = self.values.get(name)
        if value is None:
            return default
        return value if isinstance(value, str) else json.dumps(value)

    def optional_text(self, name: str) -> str | None:
        """A string, or None when it was not passed."""
        return self.text(name) if self.values.get(name) is not None else None

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; text that is none counts as not passed."""
        number = self.optional_integer(name)
        return default if number is None else number

    def optional_integer(self, name: str) -> int | None:
        """A whole number, or None."""
        value = self.values.get(name)
        try:
            return None if value is None else int(value)
        except (TypeError, ValueError):
            return None

    def number(self, name: str) -> float | None:
        """A number with fractions, or None."""
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        """A boolean: true, "true", "True", 1, "1", "yes"."""
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes", "t", "y")

    def optional_object(self, name: str, what: str) -> Json | None:
        """A JSON object, or None. `what` names it in the refusal."""
        value = self._json(name, what)
        if value is None or isinstance(value, dict):
            return value
        raise bad_request(f"can't parse {what} JSON object")

    def optional_list(self, name: str, what: str) -> list[Any] | None:
        """A JSON array, or None. `what` names it in the refusal."""
        value = self._json(name, what)
        if value is None or isinstance(value, list):
            return value
        raise bad_request(f"can't parse {what} JSON object")

    def _json(self, name: str, what: str) -> Any:
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None


async def read_params(request: web.Request) -> Params:
    """All parameters of a request; the body outweighs the query."""
    params = Params(dict(request.query))
    if request.method != "POST" or not request.can_read_body:
        return params
    if request.content_type == "multipart/form-data":
        await _read_multipart(request, params)
        return params
    body = await request.read()
    if request.content_type == "application/json":
        params.values.update(_json_object(body))
    else:
        params.values.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return params


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise bad_request("object expected as request body")
    return values


async def _read_multipart(request: web.Request, params: Params) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            params.values[part.name] = content.decode("utf-8", "replace")
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            params.uploads[part.name] = Upload(part.filename, mime_type, content)
