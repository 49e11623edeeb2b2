"""A phrase that names a day that does not exist, with the nearest day that does in its place: proposed, never done by itself."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from kh_desktop.domain.deadlines.model import Deadline
from kh_desktop.domain.deadlines.reading import read_deadline

_NUMBER = re.compile(r"\d+")
_DATE = re.compile(r"\d{1,2}\s*(?:[/.\-]+|tháng)\s*\d{1,2}(?:\s*(?:[/.\-]+|năm)\s*\d{4})?", re.IGNORECASE)
_LISTED = re.compile(r"(\d+)\s*(?:[,;–-]|và|đến)\s*$", re.IGNORECASE)
_MOST_SLIPS = 4


class Repair(NamedTuple):
    """``phrase`` is the whole phrase mended; ``wrong`` and ``right`` the first day named, as it is written and as it would be."""

    phrase: str
    wrong: str
    right: str


def repair(read: Deadline, *, year: int, period: tuple[str, str] | None = None) -> Repair | None:
    """How an invalid deadline could be mended; None when no day is suggested or the change would be understood as something else."""
    wrong = right = ""
    for _ in range(_MOST_SLIPS):
        step = _step(read, year, period) if read.kind == "invalid" and read.suggestion else None
        if step is None:
            return None
        wrong, right = (wrong, right) if wrong else (step.wrong, step.right)
        read = read_deadline(step.phrase, year=year, period=period)
        if read.kind != "invalid":
            return Repair(step.phrase, wrong, right)
    return None


def _step(read: Deadline, year: int, period: tuple[str, str] | None) -> Repair | None:
    """One number of the phrase changed so that the first impossible day becomes the suggested one."""
    text, suggestion = read.text, read.suggestion or ""
    for found in _NUMBER.finditer(text):
        new = f"{int(suggestion[8:]):0{len(found[0])}d}" if found[0][0] == "0" or len(found[0]) == 2 else str(int(suggestion[8:]))
        listed = _LISTED.search(text, 0, found.start())
        if listed and int(listed[1]) == int(new):
            continue  # "ngày 30, 31 tháng 9" would name one day twice
        mended = f"{text[: found.start()]}{new}{text[found.end() :]}"
        now = read_deadline(mended, year=year, period=period)
        if now.kind == "unknown" or (now.kind == "invalid" and now.suggestion in (None, suggestion)):
            continue
        if now.kind == "invalid" or suggestion in _days(now):
            whole = next((d for d in _DATE.finditer(text) if d.start() <= found.start() < d.end()), found)
            longer = len(mended) - len(text)
            return Repair(mended, whole[0], mended[whole.start() : whole.end() + longer])
    return None


def _days(read: Deadline) -> set[str]:
    """The days a reading names; "trước ngày" names the day after its last one."""
    named = {d for d in (read.start, read.end, *(m.start for m in read.milestones), *(m.end for m in read.milestones)) if d}
    return named | {(date.fromisoformat(d) + timedelta(days=1)).isoformat() for d in named}
