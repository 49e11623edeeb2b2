"""The year as a strip: one row a task, twelve months across. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kh_desktop.domain.schedule import Entry, Waiting
from kh_desktop.ui.calendar.boxes import Box
from kh_desktop.ui.calendar.days import place_in_year, shifted
from kh_desktop.ui.calendar.meanings import MEANINGS, meaning_of


@dataclass(frozen=True, slots=True)
class Named:
    """A row to fill: a task with its printed number, or (``task_id`` 0) a heading. ``start`` and ``end``: the stretch of days its phrase
    names, "" when it names none; ``ongoing``: kept up all that time, nothing is due at its end. ``state``: the stored state of the task."""

    task_id: int
    number: str
    title: str
    start: str = ""
    end: str = ""
    ongoing: bool = False
    state: str = "todo"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends counted. ``ongoing``: kept up all the time, nothing is due at its end."""

    start: str
    end: str
    meaning: str
    ongoing: bool = False


@dataclass(frozen=True, slots=True)
class YearRow:
    """One line of the strip. ``marks`` by day; ``meaning``: the one that needs a person first, "" when there is nothing in this year."""

    name: Named
    spans: tuple[Span, ...] = ()
    marks: tuple[Entry, ...] = ()
    waiting: Waiting | None = None
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class YearSizes:
    """In px: the line of month names, one row, the column of names."""

    head: float
    row: float
    names: float


def year_rows(names: Sequence[Named], entries: Iterable[Entry], waiting: Iterable[Waiting], year: int) -> list[YearRow]:
    """The rows in print order; tasks with nothing in this year and headings without a task under them are left out."""
    first, last = f"{year:04d}-01-01", f"{year:04d}-12-31"
    marks: dict[int, list[Entry]] = {}
    for entry in entries:
        if first <= entry.day <= last and entry.task_id:
            marks.setdefault(entry.task_id, []).append(entry)
    held = {one.task_id: one for one in waiting}
    rows = [_row(name, marks.get(name.task_id, []), held.get(name.task_id), first, last) for name in names]
    rows = [row for row in rows if row.meaning or not row.name.task_id]
    return [row for place, row in enumerate(rows) if row.name.task_id or _leads_a_task(rows, place)]


def _spans(name: Named, marks: Sequence[Entry], first: str, last: str) -> tuple[Span, ...]:
    if not name.start or not name.end or name.start > last or name.end < first:
        return ()
    if name.ongoing:
        return (Span(name.start, name.end, name.state if name.state in ("done", "dropped") else "ongoing", ongoing=True),)
    end = max((mark.day for mark in marks if mark.moved), default=name.end)
    return (Span(name.start, max(name.start, end), _worst(map(meaning_of, marks)) or "later"),)


def _worst(meanings: Iterable[str]) -> str:
    return min(meanings, key=MEANINGS.index, default="")


def _leads_a_task(rows: Sequence[YearRow], place: int) -> bool:
    return place + 1 < len(rows) and bool(rows[place + 1].name.task_id)


def _row(name: Named, marks: list[Entry], waiting: Waiting | None, first: str, last: str) -> YearRow:
    if not name.task_id:
        return YearRow(name)
    spans = _spans(name, marks, first, last)
    found = [*map(meaning_of, marks), *(span.meaning for span in spans), *(["waiting"] if waiting else [])]
    return YearRow(name, spans, tuple(sorted(marks, key=lambda e: e.day)), waiting, _worst(found))


def span_box(span: Span, year: int, row: int, width: float, sizes: YearSizes) -> Box:
    """Where a stretch of days is drawn: within the strip of the year, in the middle of its row."""
    month = max(1.0, (width - sizes.names) / 12)
    left = sizes.names + place_in_year(span.start, year) * month
    right = sizes.names + place_in_year(shifted(span.end, days=1), year) * month
    thick = sizes.row * (0.34 if span.ongoing else 0.42)
    return Box(left, sizes.head + row * sizes.row + (sizes.row - thick) / 2, max(3.0, right - left), thick)


def mark_box(day: str, year: int, row: int, width: float, sizes: YearSizes) -> Box:
    """The square of a mark, centred on its day; it never leaves the strip."""
    month = max(1.0, (width - sizes.names) / 12)
    side = min(sizes.row - 2, 16.0)
    middle = sizes.names + place_in_year(day, year) * month
    left = min(max(sizes.names, middle - side / 2), max(sizes.names, width - side))
    return Box(left, sizes.head + row * sizes.row + (sizes.row - side) / 2, side, side)


def day_at(x: float, year: int, width: float, sizes: YearSizes) -> str:
    """The month under a point as its first day; "" over the names."""
    if x < sizes.names:
        return ""
    month = min(11, int((x - sizes.names) / max(1.0, (width - sizes.names) / 12)))
    return f"{year:04d}-{month + 1:02d}-01"
