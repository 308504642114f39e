"""What can the Bot API refuse, and in which words?"""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """A refusal as the Bot API answers it: HTTP status, description and optional parameters."""

    def __init__(self, status: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def as_json(self) -> dict[str, Any]:
        """The body of the answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters is not None:
            body["parameters"] = self.parameters
        return body


class ControlError(Exception):
    """A refusal of the control API: what a person cannot do on their phone."""

    def __init__(self, status: int, description: str) -> None:
        super().__init__(description)
        self.status = status
        self.description = description


def bad_request(what: str) -> ApiError:
    """400, worded as Telegram words it: `Bad Request: <what>`."""
    return ApiError(400, f"Bad Request: {what}")


def forbidden(what: str) -> ApiError:
    """403: the bot may not do this in the chat."""
    return ApiError(403, f"Forbidden: {what}")


def conflict(what: str) -> ApiError:
    """409: two ways of fetching updates at the same time."""
    return ApiError(409, f"Conflict: {what}")


def too_many_requests(retry_after_s: int) -> ApiError:
    """429 with the number of seconds to wait."""
    description = f"Too Many Requests: retry after {retry_after_s}"
    return ApiError(429, description, {"retry_after": retry_after_s})


def not_found() -> ApiError:
    """404: no such method."""
    return ApiError(404, "Not Found")


def unauthorized() -> ApiError:
    """401: the token is not the one of this bot."""
    return ApiError(401, "Unauthorized")
