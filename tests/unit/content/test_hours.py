"""Opening hours on Brussels time, with public holidays and closures: one row a case in `cases/hours.yml`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content.hours import BRUSSELS, AlwaysOpen, Closed, Open, PerhapsClosed, Status, is_public_holiday, status
from bot.content.services import parse_hours

OFFICE: dict[str, Any] = {
    **{day: ["09:00-12:30", "13:30-16:00"] for day in ("monday", "tuesday", "thursday", "friday")},
    "public_holidays": "closed",
}
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "hours.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["description"] for case in CASES])
def test_hours(case: dict[str, Any]) -> None:
    hours = parse_hours(OFFICE | case.get("hours", {}))
    now = datetime.fromisoformat(case["now"]).replace(tzinfo=BRUSSELS)

    assert hours is not None
    assert in_words(status(hours, now.astimezone(UTC))) == case["expect"]


def in_words(found: Status) -> str:
    match found:
        case AlwaysOpen():
            return "always open"
        case Open(until):
            return f"open until {until:%H:%M}"
        case PerhapsClosed():
            return "perhaps closed"
        case Closed(opens=None):
            return "closed"
        case Closed(opens):
            assert opens is not None
            return f"opens {opens:%Y-%m-%dT%H:%M}"


@pytest.mark.parametrize("text", ["9-12", "12:00-09:00", "09:00", "25:00-26:00"])
def test_hours_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="."):
        parse_hours({"monday": [text]})


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25",
        "2026-07-21", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
    ],
)  # fmt: skip
def test_belgiums_ten_public_holidays_are_known(day: str) -> None:
    assert is_public_holiday(date.fromisoformat(day))


def test_an_ordinary_day_is_no_public_holiday() -> None:
    assert not is_public_holiday(date(2026, 11, 23))
