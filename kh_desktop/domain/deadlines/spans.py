"""Stretches of the calendar as phrases name them, with or without a year, and their days.

Vague words are read as thirds, because offices use them so and the plan needs a range to watch:

* đầu, giữa, cuối tháng = days 1-10, 11-20, 21-end; đầu, giữa, cuối quý = its first, second, third month;
* đầu năm = quý I, cuối năm = quý IV, giữa năm = what lies between; nửa đầu, nửa cuối = halves (of a month: 1-15, 16-end);
* "các tháng đầu năm", "những tháng cuối năm" = the half year, cut to the plan's period.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1990, 2100
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Span(NamedTuple):
    """From day ``d1`` of ``m1`` to day ``d2`` of ``m2`` (0: its last day), of ``year`` (0: not said) to ``last_year`` (0: the same).

    ``unit`` is what was named: day, month, quarter, part, year. A month 0 stands for a day whose month comes later in the phrase.
    ``bad``: names a month or quarter that does not exist.
    """

    unit: str
    year: int
    m1: int
    d1: int
    m2: int
    d2: int
    last_year: int = 0
    bad: bool = False


class Interval(NamedTuple):
    """First and last day, ISO."""

    start: str
    end: str


class Impossible(NamedTuple):
    """A day that does not exist and the nearest one before it that does, if there is one."""

    suggestion: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a phrase leaves unsaid: the plan's year and its period."""

    year: int
    start: str
    end: str

    def year_of(self, span: Span) -> int:
        """The year of a span that names none: the one in which it lies in the plan's period, else the plan's year."""
        first, last = int(self.start[:4]), int(self.end[:4])
        if first == last == self.year:
            return self.year
        fitting = [y for y in range(first, last + 1) if self.start[:7] <= f"{y:04d}-{span.m1:02d}" <= self.end[:7]]
        return fitting[0] if len(fitting) == 1 else self.year


def day_span(day: int, month: int, year: int = 0) -> Span:
    """One day; whether it exists is found out when its year is known."""
    return Span("day", year, month, day, month, day, 0, not 1 <= month <= 12)


def month_span(month: int, year: int = 0, part: tuple[int, int] = (1, 0), unit: str = "month") -> Span:
    """A month or the days ``part`` of it."""
    return Span(unit, year, month, part[0], month, part[1], 0, not 1 <= month <= 12)


def months_span(first: int, last: int, year: int = 0, unit: str = "part") -> Span:
    """The months ``first`` to ``last`` of one year."""
    return Span(unit, year, first, 1, last, 0)


def quarter_span(quarter: int, year: int = 0) -> Span:
    """A quarter."""
    if not 1 <= quarter <= 4:
        return Span("quarter", year, 1, 1, 1, 0, 0, True)
    return Span("quarter", year, quarter * 3 - 2, 1, quarter * 3, 0)


def year_span(year: int = 0, last: int = 0) -> Span:
    """A year or the years ``year`` to ``last``."""
    return Span("year", year, 1, 1, 12, 0, last)


def interval_of(span: Span) -> Interval | Impossible:
    """The days of a span whose year is known."""
    if span.bad:
        return Impossible(None)
    last_year = span.last_year or span.year
    start, end = _days_in(span.year, span.m1), _days_in(last_year, span.m2)
    d2 = span.d2 or end
    if span.d1 < 1:
        return Impossible(None)
    if span.d1 > start:
        return Impossible(_iso(span.year, span.m1, start))
    if d2 > end:
        return Impossible(_iso(last_year, span.m2, end))
    return Interval(_iso(span.year, span.m1, span.d1), _iso(last_year, span.m2, d2))



def with_years(spans: Sequence[Span], links: Sequence[str], frame: Frame) -> list[Span] | None:
    """Gives each span its year: from the next one that names it, else the one before, else the frame; ranges run over New Year.

    "Tháng 11 đến tháng 02/2025" begins in 2024; "Tháng 11/2024 đến tháng 02" ends in 2025. None: a list whose order leaves the year open.
    """
    known = list(spans)
    for at in range(len(known) - 2, -1, -1):
        here, after = known[at], known[at + 1]
        if not here.year and after.year and after.unit != "year":
            known[at] = here._replace(year=after.year - (here.m1 > after.m1))
    if not known[0].year:
        known[0] = known[0]._replace(year=frame.year_of(known[0]))
    for at in range(1, len(known)):
        here, before = known[at], known[at - 1]
        if here.year:
            continue
        wraps = (here.m1, here.d1) < (before.m1, before.d1) and before.unit != "year"
        if wraps and links[at - 1] != "range":
            if any(s.year for s in spans):
                return None
            wraps = False
        known[at] = here._replace(year=(before.last_year or before.year) + wraps)
    return known


def day_before(iso: str) -> str:
    """The day before."""
    return (date.fromisoformat(iso) - timedelta(days=1)).isoformat()


def day_after(iso: str) -> str:
    """The day after."""
    return (date.fromisoformat(iso) + timedelta(days=1)).isoformat()


def days_between(start: str, end: str) -> int:
    """How many days a range has, both ends counted."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days + 1


def _days_in(year: int, month: int) -> int:
    leap = month == 2 and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return _MONTH_DAYS[month - 1] + leap


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}"
