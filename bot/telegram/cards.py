"""What does a service look like under an answer? Name, address, phone, and whether it is open now."""

from __future__ import annotations

from datetime import datetime, timedelta
from html import escape

from bot.content.hours import BRUSSELS, AlwaysOpen, Closed, Open, PerhapsClosed, Status, status
from bot.content.model import Confidence, Service, Tag
from bot.content.references import in_language, isolate, official, phone_text
from bot.language.cldr import time_text, weekday_text
from bot.locale.texts import Texts


def address_line(service: Service, tag: Tag) -> str:
    """Street, postcode and town as they stand on the signs; empty when the service has no address."""
    address = service.address
    if address is None:
        return ""
    return f"{official(address.street, tag)}, {address.postcode} {official(address.town, tag)}"


def card(service: Service, tag: Tag, now: datetime, texts: Texts) -> str:
    """The card of a service as Telegram HTML. now: aware, any zone."""
    lines = [f"<b>{escape(in_language(service.name, tag), quote=False)}</b>"]
    what = in_language(service.what, tag)
    if what:
        lines.append(escape(what, quote=False))
    if service.address:
        lines.append(f"📍 {isolate(escape(address_line(service, tag), quote=False))}")
    if service.directions:
        lines.append(escape(in_language(service.directions, tag), quote=False))
    if service.phone:
        lines.append(f"📞 {isolate(phone_text(service.phone))}")
    hours = _hours_line(service, tag, now, texts)
    if hours:
        lines.append(f"🕘 {hours}")
    return "\n".join(lines)


def is_doubtful(service: Service) -> bool:
    """Whether a person should call or ask before going."""
    doubts = (service.confidence, service.hours_confidence or Confidence.CONFIRMED)
    return any(each is not Confidence.CONFIRMED for each in doubts)


def _hours_line(service: Service, tag: Tag, now: datetime, texts: Texts) -> str:
    note = escape(in_language(service.hours_note, tag), quote=False)
    # Hours that nobody confirmed are never stated as certain.
    if service.hours is None or service.hours_confidence is Confidence.UNCONFIRMED:
        return note
    line = status_text(status(service.hours, now), tag, now, texts)
    return f"{line}. {note}" if note else line


def status_text(found: Status, tag: Tag, now: datetime, texts: Texts) -> str:
    """Open or closed, and until when, in words."""
    match found:
        case AlwaysOpen():
            return texts.say(tag, "open-always")
        case Open(until):
            return texts.say(tag, "open-until", time=time_text(until))
        case PerhapsClosed():
            return texts.say(tag, "perhaps-closed")
        case Closed(opens=None):
            return texts.say(tag, "opens-later")
        case Closed(opens):
            return _opens(opens, tag, now.astimezone(BRUSSELS), texts)


def _opens(opens: datetime | None, tag: Tag, local: datetime, texts: Texts) -> str:
    assert opens is not None
    if opens.date() == local.date():
        return texts.say(tag, "opens-today", time=time_text(opens))
    if opens.date() == local.date() + timedelta(days=1):
        return texts.say(tag, "opens-tomorrow", time=time_text(opens))
    return texts.say(tag, "opens-on", weekday=weekday_text(opens.date(), tag), time=time_text(opens))
