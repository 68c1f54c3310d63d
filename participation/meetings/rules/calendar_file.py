"""Arrangements as iCalendar (RFC 5545), as Outlook, Google and Apple read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vDatetime,
    vDuration,
    vText,
)

from participation.foundation.clock import LOCAL

MADE_BY = "-//Participation//Kalender//DA"
SUBSCRIBERS_ASK_EVERY = timedelta(hours=1)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Entry:
    """One arrangement in words; `organiser` is a body, never a person. `sequence` rises with each change."""

    identity: str
    sequence: int
    title: str
    description: str
    place: str
    starts_at: datetime
    ends_at: datetime
    created_at: datetime
    changed_at: datetime
    is_cancelled: bool
    organiser: str
    address: str


def calendar_file(*, name: str, contact: str, entries: Iterable[Entry]) -> bytes:
    """The whole file; `contact` is the municipality's own e-mail address, or nothing."""
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", LOCAL.key)
    calendar.add("refresh-interval", vDuration(SUBSCRIBERS_ASK_EVERY), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    calendar.add_component(danish_time())
    for entry in entries:
        calendar.add_component(_event(entry, contact))
    return bytes(calendar.to_ical())


def danish_time() -> Timezone:
    """Europe/Copenhagen by rule: from the last Sunday in March to the last in October an hour later."""
    zone = Timezone()
    zone.add("tzid", LOCAL.key)
    zone.add("x-lic-location", LOCAL.key)
    rules = (
        (TimezoneDaylight, "CEST", "19960331T020000", HOUR, 2 * HOUR, 3),
        (TimezoneStandard, "CET", "19961027T030000", 2 * HOUR, HOUR, 10),
    )
    for kind, short, first, before, after, month in rules:
        part = kind()
        part.add("tzname", short)
        # By the clock on the wall: of two zones, so of none.
        part.add("dtstart", vDatetime.from_ical(first))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(part)
    return zone


def _event(entry: Entry, contact: str) -> Event:
    event = Event()
    event.add("uid", entry.identity)
    event.add("sequence", entry.sequence)
    # Not the moment of reading: so the file stays the same until something in it changes.
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("created", entry.created_at.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("dtstart", entry.starts_at.astimezone(LOCAL))
    event.add("dtend", entry.ends_at.astimezone(LOCAL))
    event.add("summary", entry.title)
    event.add("location", entry.place)
    event.add("description", entry.description)
    event.add("url", entry.address)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if entry.is_cancelled else "OPAQUE")
    event.add("class", "PUBLIC")
    if contact:
        event["organizer"] = _organiser(entry.organiser, contact)
    return event


def _organiser(name: str, contact: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{contact}")
    address.params["cn"] = vText(name)
    return address
