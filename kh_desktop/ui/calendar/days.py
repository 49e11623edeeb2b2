"""Days, months and quarters as ISO texts. No Qt and no clock: today is passed in."""

from __future__ import annotations

from calendar import Calendar, monthrange
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1990, 2100
_FIRST, _LAST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)

Week = tuple[str, ...]


def month_weeks(year: int, month: int) -> tuple[Week, ...]:
    """The four to six weeks that show a month, Monday first, as ISO days; the first and the last may lie partly outside it."""
    return tuple(tuple(day.isoformat() for day in week) for week in Calendar(firstweekday=0).monthdatescalendar(year, month))


def month_of(day: str) -> tuple[int, int]:
    """(year, month) of an ISO day."""
    return int(day[:4]), int(day[5:7])


def month_end(year: int, month: int) -> str:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1]).isoformat()


def shifted(day: str, *, days: int = 0, months: int = 0) -> str:
    """``day`` some days or months later (or earlier); a day the month does not have becomes its last one."""
    start = date.fromisoformat(day)
    count = start.year * 12 + start.month - 1 + months
    year = min(LAST_YEAR, max(FIRST_YEAR, count // 12))
    month = count % 12 + 1
    moved = date(year, month, min(start.day, monthrange(year, month)[1])) + timedelta(days=days)
    return min(_LAST, max(_FIRST, moved)).isoformat()


def week_start(day: str) -> str:
    """The Monday on or before ``day``."""
    return shifted(day, days=-date.fromisoformat(day).weekday())


def weekday(day: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return date.fromisoformat(day).weekday()


def quarter_of(day: str) -> int:
    """1 to 4."""
    return (month_of(day)[1] - 1) // 3 + 1


def quarter_months(day: str) -> tuple[tuple[int, int], ...]:
    """The three (year, month) of the quarter ``day`` lies in."""
    year, first = month_of(day)[0], 3 * (quarter_of(day) - 1) + 1
    return tuple((year, first + i) for i in range(3))


def range_of(view: str, day: str) -> tuple[str, str]:
    """First and last day of the month, quarter or year that ``view`` shows around ``day``."""
    if view == "quarter":
        months = quarter_months(day)
        return f"{months[0][0]}-{months[0][1]:02d}-01", month_end(*months[2])
    if view == "year":
        return f"{day[:4]}-01-01", f"{day[:4]}-12-31"
    return f"{day[:7]}-01", month_end(*month_of(day))


def place_in_year(day: str, year: int) -> float:
    """Where the morning of ``day`` stands in a strip of twelve equally wide months: 0.0 to 12.0."""
    if day < f"{year:04d}-01-01":
        return 0.0
    if day > f"{year:04d}-12-31":
        return 12.0
    month = int(day[5:7])
    return month - 1 + (int(day[8:10]) - 1) / monthrange(year, month)[1]
