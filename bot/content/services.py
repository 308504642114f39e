"""How are the services read: what is the same in every language, and what their cards say in each?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Any

from bot.content.model import Address, Confidence, Hours, Position, Service, ServiceId, Tag
from bot.content.reader import Reader, as_date

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LINES = ("name", "what", "directions", "hours_note")
"""What a card says in words, in each language."""

Words = Mapping[Tag, Mapping[str, Mapping[str, str]]]
"""language -> service -> line -> text."""


def read_services(reader: Reader, root: Path) -> dict[ServiceId, Service]:
    """All services under `services/`, with their words from `service-texts/<tag>.yml`."""
    words = {path.stem: _words(reader, path) for path in sorted((root / "service-texts").glob("*.yml"))}
    found: dict[ServiceId, Service] = {}
    for path in sorted((root / "services").glob("*.yml")):
        raw = reader.yaml(path)
        make = lambda path=path, raw=raw: _build_service(ServiceId(path.stem), raw, words)  # noqa: E731
        service = reader.build(path, make) if raw else None
        if service:
            found[service.id] = service
    for tag, services in words.items():
        for name in sorted(services.keys() - {path.stem for path in (root / "services").glob("*.yml")}):
            reader.refuse(root / "service-texts" / f"{tag}.yml", "unknown-service", f"{name} is no service. Remove it.")
    return found


def _words(reader: Reader, path: Path) -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {}
    for service, lines in reader.yaml(path).items():
        if not isinstance(lines, dict) or not all(isinstance(line, str) for line in lines.values()):
            reader.refuse(path, "bad-value", f"{service} must hold lines of text. Correct it.")
            continue
        for line in sorted(lines.keys() - set(LINES)):
            reader.refuse(path, "bad-value", f"{service} has a line `{line}`; there are only {', '.join(LINES)}.")
        words[str(service)] = lines
    return words


def _in_languages(words: Words, service: ServiceId, line: str) -> dict[Tag, str]:
    return {tag: services[service][line] for tag, services in words.items() if services.get(service, {}).get(line)}


def _build_service(service: ServiceId, raw: dict[str, Any], words: Words) -> Service:
    hours_confidence = raw.get("hours_confidence")
    return Service(
        id=service,
        name=_in_languages(words, service, "name"),
        what=_in_languages(words, service, "what"),
        confidence=Confidence(raw["confidence"]),
        checked=as_date(raw["checked"]),
        review_by=as_date(raw["review_by"]),
        address=_address(raw.get("address")),
        directions=_in_languages(words, service, "directions"),
        position=_position(raw.get("position")),
        phone=raw.get("phone"),
        mail=raw.get("mail"),
        web=raw.get("web"),
        hours=parse_hours(raw.get("hours")),
        hours_note=_in_languages(words, service, "hours_note"),
        hours_confidence=Confidence(hours_confidence) if hours_confidence else None,
    )


def _address(raw: dict[str, Any] | None) -> Address | None:
    return Address(raw["street"], str(raw["postcode"]), raw["town"]) if raw else None


def _position(raw: dict[str, Any] | None) -> Position | None:
    return Position(float(raw["latitude"]), float(raw["longitude"]), raw["source"]) if raw else None


def parse_hours(raw: dict[str, Any] | None) -> Hours | None:
    """Hours from their YAML form: {always: true}, or a list of "09:00-12:30" for each weekday."""
    if not raw:
        return None
    if raw.get("always"):
        return Hours(always=True)
    return Hours(
        weekdays=tuple(tuple(_interval(text) for text in raw.get(day) or ()) for day in WEEKDAYS),
        public_holidays=raw.get("public_holidays", "closed"),
        closures=tuple((as_date(item["from"]), as_date(item["to"])) for item in raw.get("closures") or ()),
    )


def _interval(text: str) -> tuple[time, time]:
    opens, dash, closes = text.partition("-")
    if not dash:
        raise ValueError(f"{text!r} must be like 09:00-12:30")
    start, end = time.fromisoformat(opens), time.fromisoformat(closes)
    if start >= end:
        raise ValueError(f"{text!r} closes before it opens")
    return start, end
