"""Three small months side by side, as rectangles. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kh_desktop.ui.calendar.boxes import Box
from kh_desktop.ui.calendar.days import month_of, month_weeks

GAP = 20.0


@dataclass(frozen=True, slots=True)
class SmallDay:
    """One day of the month itself; days of other months are left out."""

    day: str
    box: Box


@dataclass(frozen=True, slots=True)
class SmallMonth:
    """Title, names of the weekdays, days."""

    year: int
    month: int
    title: Box
    names: tuple[Box, ...]
    days: tuple[SmallDay, ...]


def lay_out_quarter(months: Sequence[tuple[int, int]], width: float, line: float) -> tuple[SmallMonth, ...]:
    """The months in equal columns; ``line``: the height of one row of days."""
    column = max(7.0, (width - GAP * (len(months) - 1)) / max(1, len(months)))
    return tuple(_month(year, month, place * (column + GAP), column, line) for place, (year, month) in enumerate(months))


def _month(year: int, month: int, left: float, width: float, line: float) -> SmallMonth:
    cell = width / 7
    names = tuple(Box(left + i * cell, line, cell, line) for i in range(7))
    days = tuple(
        SmallDay(day, Box(left + column * cell, (2 + row) * line, cell, line))
        for row, week in enumerate(month_weeks(year, month))
        for column, day in enumerate(week)
        if month_of(day) == (year, month)
    )
    return SmallMonth(year, month, Box(left, 0, width, line), names, days)
