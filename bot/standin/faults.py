"""Which calls shall go wrong, and how?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.standin.errors import ApiError, ControlError, too_many_requests
from bot.standin.model import Json


class FaultKind(Enum):
    """What happens to a call. Only `drop_response` lets it have its effect."""

    TOO_MANY_REQUESTS = "429"
    SERVER_ERROR = "500"
    ERROR = "error"
    TIMEOUT = "timeout"
    DROP_RESPONSE = "drop_response"
    GARBAGE = "garbage"


@dataclass(slots=True)
class Fault:
    """`method` "*" means every method but getUpdates; `chat_id` None means every chat."""

    method: str
    kind: FaultKind
    count: int
    chat_id: int | None = None
    retry_after_s: int = 1
    delay_s: float = 30.0
    status: int = 400
    description: str = "Bad Request"

    @classmethod
    def from_json(cls, body: Json) -> Fault:
        """Read {"method", "kind", "count", ...}; raises ControlError for an unknown kind."""
        try:
            return cls(
                method=str(body.get("method", "*")),
                kind=FaultKind(str(body.get("kind"))),
                count=int(body.get("count", 1)),
                chat_id=None if body.get("chat_id") is None else int(body["chat_id"]),
                retry_after_s=int(body.get("retry_after", 1)),
                delay_s=float(body.get("delay_s", 30.0)),
                status=int(body.get("status", 400)),
                description=str(body.get("description", "Bad Request")),
            )
        except (TypeError, ValueError) as error:
            raise ControlError(400, f"not a fault: {error}") from error

    def as_json(self) -> Json:
        """What is left of the fault."""
        return {"method": self.method, "kind": self.kind.value, "count": self.count, "chat_id": self.chat_id}

    def refusal(self) -> ApiError | None:
        """The answer, for the kinds that have a proper one."""
        match self.kind:
            case FaultKind.TOO_MANY_REQUESTS:
                return too_many_requests(self.retry_after_s)
            case FaultKind.SERVER_ERROR:
                return ApiError(500, "Internal Server Error")
            case FaultKind.ERROR:
                return ApiError(self.status, self.description)
            case _:
                return None


class Faults:
    """Faults that wait for a matching call, in the order they were added."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that this call meets; it is used up by one."""
        if not self.waiting:
            return None
        for fault in self.waiting:
            named = fault.method == method or (fault.method == "*" and method != "getUpdates")
            if named and fault.chat_id in (None, chat_id):
                fault.count -= 1
                if fault.count <= 0:
                    self.waiting.remove(fault)
                return fault
        return None
