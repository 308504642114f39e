"""Faults that a test asks for."""

from __future__ import annotations

import pytest

from bot.standin.errors import ControlError
from bot.standin.faults import Fault, FaultKind, Faults


def test_fault_is_used_up_by_its_count() -> None:
    faults = Faults()
    faults.waiting.append(Fault("sendMessage", FaultKind.SERVER_ERROR, 2))

    hits = [faults.take("sendMessage", 1) is not None for _ in range(3)]

    assert hits == [True, True, False]


def test_fault_meets_only_its_method_and_chat() -> None:
    faults = Faults()
    faults.waiting.append(Fault("sendMessage", FaultKind.SERVER_ERROR, 1, chat_id=7))

    assert faults.take("editMessageText", 7) is None
    assert faults.take("sendMessage", 8) is None
    assert faults.take("sendMessage", 7) is not None


def test_fault_of_all_methods_spares_polling() -> None:
    faults = Faults()
    faults.waiting.append(Fault("*", FaultKind.SERVER_ERROR, 1))

    assert faults.take("getUpdates", None) is None
    assert faults.take("getMe", None) is not None


@pytest.mark.parametrize(
    "kind, status", [("429", 429), ("500", 500), ("error", 418)], ids=["too many", "server", "chosen"]
)
def test_some_faults_are_proper_refusals(kind: str, status: int) -> None:
    refusal = Fault.from_json({"kind": kind, "status": 418, "retry_after": 9}).refusal()

    assert refusal is not None
    assert refusal.status == status
    assert refusal.parameters == ({"retry_after": 9} if status == 429 else None)


def test_unknown_kind_is_refused() -> None:
    with pytest.raises(ControlError, match="not a fault"):
        Fault.from_json({"kind": "earthquake"})
