"""A plan's days as an iCalendar file (RFC 5545) for the calendars of Outlook, Thunderbird and telephones: all-day events.

An all-day event ends on the day after (DTEND is exclusive), and its days have no time and no zone, else they slip by a day elsewhere. The
UID of an event is made from the office, the plan's year and the key of its entry, so a later export replaces an event rather than doubling
it, also when its day was moved. What will not be done is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from kh_desktop.domain.model import Plan
from kh_desktop.services.schedule import Entry, dated_plan, explained, plan_entries
from kh_desktop.services.session import Session
from kh_desktop.services.workdays import workdays

_LINE = 75  # bytes of a line without its end (RFC 5545, 3.1)
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_KINDS = {
    "due": "Thời hạn", "window": "Hết thời gian thực hiện", "occurrence": "Định kỳ", "check": "Kiểm tra việc thường xuyên",
    "report": "Báo cáo",
}  # fmt: skip


def ics(s: Session, plan_id: int, today: date) -> bytes:
    """The calendar file of a plan as it stands on ``today``. UsageError plan.missing."""
    plan = dated_plan(s, plan_id)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//KH Desktop//Ke hoach//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_escaped(f'Kế hoạch {plan.year} {plan.agency.short_name}')}")
    days = workdays(s)
    for entry in plan_entries(s, plan, today):
        if entry.state != "dropped":
            lines += _event(entry, plan, today, [str(sentence) for sentence in explained(entry, days)])
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def export_ics(s: Session, plan_id: int, out: Path, today: date) -> Path:
    """Writes ``ics`` to a file, under a temporary name first. KhError disk.full, file.busy, file.no_access."""
    from kh_desktop.documents.atomic import write_file

    content = ics(s, plan_id, today)
    write_file(out, lambda handle: handle.write(content))
    return out


def _event(entry: Entry, plan: Plan, today: date, why: list[str]) -> Iterator[str]:
    day = date.fromisoformat(entry.day)
    name = f"{plan.agency.full_name}|{plan.year}|{entry.key}"
    done = "Xong: " if entry.state == "done" else ""
    facts = [
        f"{_KINDS[entry.kind]}: {entry.phrase}",
        f"Chủ trì: {'; '.join(entry.lead)}" if entry.lead else "",
        *why,
    ]
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, name)}@kh-desktop"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{done}{entry.number} {entry.title}'.strip())}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(f for f in facts if f))}"
    yield f"CATEGORIES:{_escaped(_KINDS[entry.kind])}"
    # A deadline takes nobody's time: the day stays free.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """A value of type TEXT: NFC, without control characters, the four special ones escaped."""
    plain = _CONTROLS.sub(" ", unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n"))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A content line in UTF-8 with its end, folded so that no line is longer than 75 bytes and no letter is cut."""
    whole = line.encode("utf-8", "replace")
    if len(whole) <= _LINE:
        return whole + b"\r\n"
    out = bytearray()
    room = _LINE
    for letter in line:
        data = letter.encode("utf-8", "replace")
        if len(data) > room:
            out += b"\r\n "
            room = _LINE - 1
        out += data
        room -= len(data)
    return bytes(out + b"\r\n")
