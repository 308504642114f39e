"""What is a person called towards volunteers? A tree and a number: neutral, short, and it leads back to nobody."""

from __future__ import annotations

from typing import Final

from bot.handoff.model import RequestId

_TREES: Final = (
    "Alder", "Ash", "Aspen", "Beech", "Birch", "Cedar", "Cherry", "Chestnut", "Cypress", "Elder", "Elm", "Fig",
    "Fir", "Hazel", "Holly", "Juniper", "Larch", "Laurel", "Lime", "Maple", "Mulberry", "Myrtle", "Oak", "Olive",
    "Palm", "Pear", "Pine", "Plane", "Plum", "Poplar", "Quince", "Rowan", "Spruce", "Sycamore", "Walnut", "Willow",
)  # fmt: skip
_FIRST_NUMBER: Final = 10


def pseudonym(request: RequestId) -> str:
    """ "Cedar 10": another name for each request, so that two conversations of a person are not joined by it."""
    return f"{_TREES[request % len(_TREES)]} {_FIRST_NUMBER + request // len(_TREES)}"
