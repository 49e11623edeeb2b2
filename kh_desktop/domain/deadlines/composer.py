"""Deadline phrases put together by clicking: a choice of parts gives a phrase, offered only when it reads back to what was chosen."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from kh_desktop.domain.deadlines.model import Deadline, Milestone
from kh_desktop.domain.deadlines.reading import read_deadline
from kh_desktop.domain.deadlines.words import day_text

Form = Literal["before", "latest", "within", "range", "ongoing", "recurring", "open"]
Unit = Literal["day", "month", "quarter", "half", "year"]

FORMS: tuple[Form, ...] = ("before", "latest", "within", "range", "ongoing", "recurring", "open")
UNITS: tuple[Unit, ...] = ("day", "month", "quarter", "half", "year")
LAST_NUMBER = {"month": 12, "quarter": 4, "half": 2}
RECURRENCES = ("week", "month", "quarter", "half_year", "year")
WITH_DAY = {"month": 1, "quarter": 3}  # recurrences whose day can be named, and how many months each takes
OPEN_PHRASES = ("Theo yêu cầu", "Khi có văn bản của cấp trên", "Theo kế hoạch của cấp trên")

_EVERY = {"week": "hằng tuần", "month": "hằng tháng", "quarter": "hằng quý", "half_year": "6 tháng", "year": "hằng năm"}
_ROMAN = ("", "I", "II", "III", "IV")
_OR_ASKED = " hoặc theo yêu cầu"
Period = tuple[str, str]


class Part(NamedTuple):
    """A stretch of the calendar: the ``number``-th ``unit`` of ``year``; for "day" only ``day`` (ISO, "" for none yet) counts."""

    unit: Unit
    year: int = 0
    number: int = 1
    day: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was clicked. ``first`` is the stretch, ``last`` the end of a range or of an ongoing task; an ongoing task without ``first``
    goes on for the whole plan.

    ``every`` and ``day`` (0: none) say how a recurring one comes back; ``before``: the day itself is too late. ``open_phrase`` is one of
    ``OPEN_PHRASES``; ``conditional``: also whenever it is asked for.
    """

    form: Form
    first: Part | None = None
    last: Part | None = None
    every: str = "month"
    day: int = 0
    before: bool = False
    open_phrase: str = OPEN_PHRASES[0]
    conditional: bool = False


def compose_choice(choice: Choice, *, year: int, period: Period | None = None) -> Deadline | None:
    """The phrase of a choice (``text``) with its reading in the plan of ``year``; None when the choice is not complete or its phrase
    would be understood as anything else."""
    frame = period or (f"{year:04d}-01-01", f"{year:04d}-12-31")
    try:
        phrase, wanted = _phrase(choice), _wanted(choice, frame)
    except (ValueError, OverflowError):  # no such day or year
        return None
    if not phrase or wanted is None:
        return None
    conditional = choice.conditional or choice.form == "open"
    said = phrase[0].upper() + phrase[1:] + (_OR_ASKED if choice.conditional and choice.form != "open" else "")
    read = read_deadline(said, year=year, period=period)
    return read if read == replace(wanted, text=said, conditional=conditional) else None


def range_of(part: Part) -> Period:
    """The first and last day of a part. ValueError when there is none."""
    if part.unit == "day":
        return (date.fromisoformat(part.day).isoformat(),) * 2
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[part.unit]
    number = 1 if part.unit == "year" else part.number
    first = (number - 1) * months + 1
    start = date(part.year, first, 1)
    return start.isoformat(), date(part.year, first + months - 1, monthrange(part.year, first + months - 1)[1]).isoformat()


def part_text(part: Part) -> str:
    """A part as documents write it: "ngày 15/9/2027", "tháng 02/2027", "quý II/2027", "6 tháng đầu năm 2027", "năm 2027"."""
    match part.unit:
        case "day":
            return f"ngày {day_text(part.day)}"
        case "month":
            return f"tháng {part.number:02d}/{part.year}" if part.number < 3 else f"tháng {part.number}/{part.year}"
        case "quarter":
            return f"quý {_ROMAN[part.number]}/{part.year}"
        case "half":
            return f"6 tháng {'đầu' if part.number == 1 else 'cuối'} năm {part.year}"
    return f"năm {part.year}"


def _phrase(c: Choice) -> str:
    if c.form == "open":
        return c.open_phrase
    if c.form == "recurring":
        return _recurring_phrase(c)
    if c.form == "ongoing" and c.first is None:
        return "thường xuyên"
    if c.first is None or (c.first.unit == "day" and not c.first.day):
        return ""
    said = part_text(c.first)
    if c.last is not None and c.form in ("range", "ongoing"):
        head = "thường xuyên " if c.form == "ongoing" else ""
        return f"{head}từ {said} đến {part_text(c.last)}" if c.last.day or c.last.unit != "day" else ""
    if c.form == "range":
        return ""
    if c.form == "ongoing":
        return f"thường xuyên trong {said}" if c.first.unit != "day" else ""
    if c.form == "within":
        return said if c.first.unit in ("day", "quarter", "half") else f"trong {said}"
    if c.form == "before":
        return f"trước {said}"
    return f"chậm nhất {said}" if c.first.unit == "day" else f"đến hết {said}"


def _recurring_phrase(c: Choice) -> str:
    if not c.day or c.every not in WITH_DAY:
        return f"định kỳ {_EVERY[c.every]}"
    head = f"{'trước' if c.before else 'chậm nhất'} ngày {c.day:02d}"
    return f"{head} hằng tháng" if c.every == "month" else f"{head} của tháng cuối quý"


def _wanted(c: Choice, frame: Period) -> Deadline | None:
    """The deadline a choice stands for, reckoned without the grammar."""
    if c.form == "open":
        return Deadline("", "open") if c.open_phrase in OPEN_PHRASES else None
    if c.form == "recurring":
        days = tuple(_days(c, frame)) if c.day and c.every in WITH_DAY else ()
        return Deadline("", "recurring", *frame, (c.every,), milestones=days)
    if c.form == "ongoing" and c.first is None:
        return Deadline("", "ongoing", *frame)
    if c.first is None:
        return None
    start, end = range_of(c.first)
    if c.last is not None and c.form in ("range", "ongoing"):
        last = range_of(c.last)[1]
        return Deadline("", "ongoing" if c.form == "ongoing" else "window", start, last) if start < range_of(c.last)[0] else None
    if c.form == "before":
        return Deadline("", "due", None, (date.fromisoformat(start) - timedelta(days=1)).isoformat())
    if c.form == "latest":
        return Deadline("", "due", None, end)
    return Deadline("", "ongoing" if c.form == "ongoing" else "window", start, end)


def _days(c: Choice, frame: Period) -> Iterator[Milestone]:
    step = WITH_DAY[c.every]
    for year in range(int(frame[0][:4]), int(frame[1][:4]) + 1):
        for month in range(step, 13, step):
            day = date(year, month, min(c.day, monthrange(year, month)[1])) - timedelta(days=int(c.before))
            if frame[0] <= day.isoformat() <= frame[1]:
                yield Milestone(None, day.isoformat())
