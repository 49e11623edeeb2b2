"""The days of a recurrence whose day is named, inside the range it is kept up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kh_desktop.domain.deadlines.grammar_recurring import NEXT_UNIT, DayRule
from kh_desktop.domain.deadlines.model import Milestone
from kh_desktop.domain.deadlines.spans import Interval, day_after, day_before

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_LONGEST = 20  # years; a longer range is a slip, and nobody wants that many rows


def days_of(rule: DayRule, start: str, end: str) -> tuple[Milestone, ...]:
    """One milestone for each unit; a day a month does not have ("ngày 31 hằng tháng") is its last day. What is due after its unit
    belongs to the range of the unit: the report on the fourth quarter is due in the January after the range."""
    step = _MONTHS.get(rule.unit, 0)
    if not step or int(end[:4]) - int(start[:4]) > _LONGEST:
        return ()
    if rule.month == NEXT_UNIT:
        after = (_following(year, month) for year, month in _months(start, end, step, 0))
        return tuple(Milestone(None, _day(rule, d.year, d.month)) for d in after if start < d.isoformat() <= day_after(end))
    found = (_day(rule, year, month) for year, month in _months(start, end, step, rule.month))
    return tuple(Milestone(None, day) for day in found if start <= day <= end)


def yearly_days(dated: Interval, *, due: bool, start: str, end: str) -> tuple[Milestone, ...]:
    """The same stretch in each year of the range."""
    first, last = int(start[:4]), int(end[:4])
    if last - first > _LONGEST:
        return ()
    over = int(dated.end[:4]) - int(dated.start[:4])
    found = []
    for year in range(first, last + 1):
        begin, finish = _moved(dated.start, year), _moved(dated.end, year + over)
        if start <= finish <= end:
            found.append(Milestone(None if due else begin, finish))
    return tuple(found)


def _moved(day: str, year: int) -> str:
    try:
        return date(year, int(day[5:7]), int(day[8:])).isoformat()
    except ValueError:  # 29 February
        return f"{year:04d}-02-28"


def _months(start: str, end: str, step: int, which: int) -> Iterator[tuple[int, int]]:
    for year in range(int(start[:4]), int(end[:4]) + 1):
        for last in range(step, 13, step):
            yield year, last - step + 1 if which else last


def _day(rule: DayRule, year: int, month: int) -> str:
    last = (_following(year, month) - timedelta(days=1)).day
    day = date(year, month, min(rule.day, last)).isoformat()
    return day_before(day) if rule.before else day


def _following(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)
