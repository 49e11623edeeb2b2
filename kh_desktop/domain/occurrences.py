"""The days a deadline stands for in the year of a plan: one for a date, several for what comes back, a check a quarter for what goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kh_desktop.domain.deadlines import EVERY, Deadline, Milestone

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
# A range of more years is a slip, and nobody wants that many rows.
_MOST_DAYS = 366 * 6


class Occurrence(NamedTuple):
    """``original``: the day. ``start``: the first day it can be done, "" when the phrase names none. Evidence dated from ``since`` to
    ``until`` (both included) shows that it was done; "" for deadlines that only the state of the task closes."""

    kind: str
    original: str
    start: str = ""
    since: str = ""
    until: str = ""


@lru_cache(maxsize=4096)
def occurrences(deadline: Deadline, start: str, end: str) -> tuple[Occurrence, ...]:
    """The days of a deadline of a plan that runs from ``start`` to ``end``, in order; none for what waits for a person."""
    match deadline.kind:
        case "due" if deadline.end:
            return (Occurrence("due", deadline.end),)
        case "window" if deadline.end:
            return (Occurrence("window", deadline.end, deadline.start or ""),)
        case "ongoing" | "recurring":
            first, last = _within(deadline, start, end)
            if first > last or _length(first, last) > _MOST_DAYS:
                return ()
            return tuple(sorted(_repeated(deadline, first, last), key=lambda o: (o.original, o.kind)))
    return ()


def _within(d: Deadline, start: str, end: str) -> tuple[str, str]:
    """What the plan covers of a range ("giai đoạn 2026 - 2030" in the plan of 2027); all of it when it lies beside the plan."""
    first, last = d.start or start, d.end or max(end, d.start or "")
    return (max(first, start), min(last, end)) if first <= end and start <= last else (first, last)


def _repeated(d: Deadline, first: str, last: str) -> Iterator[Occurrence]:
    units = [e for e in EVERY if e in d.every and e != "scheduled"]
    if d.kind == "ongoing" or (not units and not d.milestones):
        for since, until in periods("quarter", first, last):
            yield Occurrence("check", until, since, since, until)
        units = []
    days = _of_milestones(d.milestones, units[0] if units else "", first)
    yield from days
    taken = {o.original for o in days}
    for unit in units:
        found = list(periods(unit, first, last))
        if unit == "week":  # a week counts where most of it lies
            found = [p for p in found if _length(*p) >= 3] or found
        if len(d.milestones) >= max(2, len(found) - 1):
            continue  # the phrase names the day of each period; the one it leaves out has none
        for since, until in found:
            if until not in taken and not any(since <= m.end <= until for m in d.milestones):
                taken.add(until)
                yield Occurrence("occurrence", until, since, since, until)


def _of_milestones(milestones: tuple[Milestone, ...], unit: str, first: str) -> list[Occurrence]:
    """With a unit of time, evidence counts for the calendar period the day lies in; else from the milestone before to this one."""
    found: list[Occurrence] = []
    since = first
    for m in milestones:
        if found and found[-1].original == m.end:
            continue
        period = next(iter(periods(unit, m.end, m.end, whole=True))) if unit else (min(m.start or since, since, m.end), m.end)
        found.append(Occurrence("occurrence", m.end, m.start or "", *period))
        since = _after(m.end)
    return found


def periods(unit: str, first: str, last: str, *, whole: bool = False) -> Iterator[tuple[str, str]]:
    """The weeks, months, quarters, half-years or years that touch the days from ``first`` to ``last``, cut to them unless ``whole``."""
    at = _begin(unit, date.fromisoformat(first))
    while at.isoformat() <= last:
        following = at + timedelta(days=7) if unit == "week" else _months_on(at, _MONTHS[unit])
        since, until = at.isoformat(), (following - timedelta(days=1)).isoformat()
        yield (since, until) if whole else (max(since, first), min(until, last))
        at = following


def _begin(unit: str, day: date) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    months = _MONTHS[unit]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _months_on(first: date, months: int) -> date:
    month = first.month - 1 + months
    return date(first.year + month // 12, month % 12 + 1, 1)


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
