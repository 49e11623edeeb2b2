"""Reading a deadline phrase: ``read_deadline``. DESIGN section 5 says what the kinds mean; a wrong date is worse than none.

How statements of one phrase go together, where that is not plain:

* "Quý II (trước ngày 15/6)", "Năm 2024, hoàn thành trước 30/11/2024": the stricter one counts. "Báo cáo năm 2024 trước ngày 15/01/2025":
  words before a stretch without a preposition name the report, the date after it is the deadline.
* Stretches that touch ("Quý I và quý II") are one window; others ("Quý II và quý IV") are recurring, "scheduled", from the beginning of
  the first to the end of the last; of dates to be met ("trước 15/6 và 15/12") only the last is an end and there is no start.
* "thường xuyên" with months, quarters or weeks is recurring, because that yields days to watch; with "hằng năm" or a bare "định kỳ", which
  yield none, it stays ongoing. A date after other words ("Thường xuyên; báo cáo trước 15/12") is a milestone of it.
* "và những năm tiếp theo", "trở đi": no end. "từ tháng 3/2024" ends with the plan.
* A line break may be a wrapped line or a new item: read as a blank first, as an item where that makes no sense or a bullet follows.
* A plan without a period is for its calendar year; months and days without a year are the plan's, by its period where that spans two years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kh_desktop.domain.deadlines.cursor import Cursor
from kh_desktop.domain.deadlines.grammar_conditions import Condition
from kh_desktop.domain.deadlines.grammar_recurring import NEXT_UNIT, Recurring
from kh_desktop.domain.deadlines.grammar_timed import Timed
from kh_desktop.domain.deadlines.model import EVERY, Deadline, Milestone
from kh_desktop.domain.deadlines.recurrence_days import days_of, yearly_days
from kh_desktop.domain.deadlines.spans import Frame, Impossible, days_between
from kh_desktop.domain.deadlines.statements import Ongoing, Otherwise, Statement, statements
from kh_desktop.domain.deadlines.stretches import Stretch, stretches, touching
from kh_desktop.domain.deadlines.tokens import tokenise, wrapped

_LENGTHS = {"week": 7, "month": 28, "quarter": 90, "half_year": 181, "year": 365, "scheduled": 0}
MAX_LENGTH = 1000  # a cell that is longer is no deadline phrase


def read_deadline(text: str, *, year: int, period: tuple[str, str] | None = None) -> Deadline:
    """Understands ``text`` as an officer of the plan's office would, for the plan of ``year`` with ``period`` (ISO days; None: the year).

    Never fails and never guesses: what it does not understand in full is ``unknown``. The same answer for the same words whatever their
    case, blanks or Unicode form.
    """
    return _cached(text, year, period)


@lru_cache(maxsize=4096)
def _cached(text: str, year: int, period: tuple[str, str] | None) -> Deadline:
    if len(text) > MAX_LENGTH:
        return Deadline(text, "unknown")
    start, end = period or (f"{year:04d}-01-01", f"{year:04d}-12-31")
    frame = Frame(year, start, end)
    unbroken = wrapped(text) if "\n" in text or "\r" in text else None
    read = _read(text, unbroken, frame) if unbroken is not None else None
    return read or _read(text, text, frame) or Deadline(text, "unknown")


def _read(text: str, words: str, frame: Frame) -> Deadline | None:
    c = Cursor(tokenise(words), frame)
    try:
        found = statements(c)
        read = _combine(text, found, c.frame) if found else None
    except (ValueError, OverflowError):  # a day before year 1 or after year 9999
        read = None
    if read is None:
        return None
    return replace(read, misspelt=c.mended or any(t.mended for t in c.tokens))


def _combine(text: str, found: list[Statement], frame: Frame) -> Deadline | None:
    conditional = any(_conditional(s) for s in found)
    impossible = _impossible(found)
    if impossible:
        return Deadline(text, "invalid", conditional=conditional, suggestion=impossible.suggestion)
    rows = stretches(found)
    if rows is None:
        return None
    recurrences = [s.said for s in found if isinstance(s.said, Recurring)]
    ongoing = [s.said for s in found if isinstance(s.said, Ongoing)]
    if recurrences and not (ongoing and all(e in ("year", "scheduled") for r in recurrences for e in r.every)):
        read = _recurring(text, recurrences, rows, frame)
    elif ongoing:
        read = _ongoing(text, rows, recurrences, ongoing, frame)
    elif rows:
        read = _dated(text, rows, frame)
    else:
        return Deadline(text, "open", conditional=True)
    if read is None or (read.start and read.end and read.end < read.start):
        return None
    return replace(read, conditional=conditional)


def _conditional(statement: Statement) -> bool:
    said = statement.said
    if isinstance(said, Condition):
        return not said.soft or "OR" in statement.before
    return isinstance(said, Otherwise)


def _impossible(found: list[Statement]) -> Impossible | None:
    for statement in found:
        said = statement.said.dated if isinstance(statement.said, Recurring) else statement.said
        if isinstance(said, Timed) and said.invalid:
            return said.invalid
    return None


def _dated(text: str, rows: list[Stretch], frame: Frame) -> Deadline | None:
    if len(rows) == 1:
        only = rows[0]
        if only.mode == "due":
            return Deadline(text, "due", None, only.end)
        if only.mode == "from":
            return Deadline(text, "ongoing", *_from(only, frame))
        return Deadline(text, "window", only.start, only.end)
    if any(row.mode == "from" for row in rows):
        return None
    rows = sorted(rows, key=lambda row: (row.end, row.start))
    if touching(rows):
        return Deadline(text, "window", rows[0].start, max(row.end for row in rows))
    if any(row.alternative for row in rows):
        return None
    start = None if any(row.mode == "due" for row in rows) else min(row.start for row in rows)
    return Deadline(text, "recurring", start, max(row.end for row in rows), ("scheduled",), milestones=_milestones(rows))


def _milestones(rows: Sequence[Stretch]) -> tuple[Milestone, ...]:
    return tuple(sorted({row.milestone for row in rows}, key=lambda m: (m.end, m.start or "")))


def _from(row: Stretch, frame: Frame) -> tuple[str, str | None]:
    if row.open_end:
        return row.start, None
    end = row.end or frame.end
    return row.start, end if row.start <= end else None


def _range(rows: list[Stretch], years: Sequence[int], frame: Frame) -> tuple[str, str | None, list[Stretch]] | None:
    """The range a recurrence or an ongoing task is kept up in, and the stretches that are milestones; None: two ranges."""
    start, end = frame.start, str(frame.end)
    if years:
        start, end = f"{min(years):04d}-01-01", f"{max(years):04d}-12-31"
    last: str | None = end
    milestones: list[Stretch] = []
    ranges = 0
    for row in rows:
        alone = row.mode == "from" and len(rows) == 1
        if row.apart and not alone and not (row.mode == "window" and row.start[5:] == "01-01" and row.end[5:] == "12-31"):
            if row.mode == "from":
                return None
            milestones.append(row)
            continue
        if row.mode == "window" and row.start == row.end and not row.ranged:
            milestones.append(row)
            continue
        ranges += 1
        if row.mode == "from":
            start, last = _from(row, frame)
        elif row.mode == "window":
            start, last = row.start, row.end
        else:
            last = row.end
    return (start, last, milestones) if ranges <= 1 else None


def _ongoing(text: str, rows: list[Stretch], recurrences: list[Recurring], ongoing: list[Ongoing], frame: Frame) -> Deadline | None:
    ranged = _range(rows, [r.year for r in recurrences if r.year], frame)
    if ranged is None or any(r.dated for r in recurrences):
        return None
    start, end, milestones = ranged
    if milestones and any(o.throughout for o in ongoing):
        return None  # "6 tháng đầu năm; cả năm": two reports rather than a task kept up
    beyond = any(o.beyond for o in ongoing)
    return Deadline(text, "ongoing", start, None if beyond else end, milestones=_milestones(milestones))


def _recurring(text: str, recurrences: list[Recurring], rows: list[Stretch], frame: Frame) -> Deadline | None:
    # Only "đến hết …" ends a recurrence; "báo cáo 6 tháng trước ngày 15/6" names a day of it.
    rows = [row._replace(apart=True) if row.mode == "due" and not row.until else row for row in rows]
    ranged = _range(rows, [r.year for r in recurrences if r.year], frame)
    if ranged is None:
        return None
    start, end, milestones = ranged
    if any(row.bare and row.mode == "window" and row not in milestones and days_between(row.start, row.end) < 365 for row in rows):
        return None  # "hằng quý, cuối năm": another milestone rather than the range
    if any(row.mode == "window" and row.label for row in milestones):
        return None  # "báo cáo quý I, 6 tháng, năm": a report on that quarter rather than a time
    days = set(_milestones(milestones))
    for recurrence in recurrences:
        # "Hằng quý, trước ngày 05 tháng sau": which month follows is that of the quarter, and not said so.
        if end and recurrence.rule and not (recurrence.rule.month == NEXT_UNIT and len({e for r in recurrences for e in r.every}) > 1):
            days.update(days_of(recurrence.rule, start, end))
        if end and recurrence.dated:
            due = recurrence.dated.mode == "due"
            for interval in recurrence.dated.intervals:
                days.update(yearly_days(interval, due=due, start=start, end=end))
    every = {e for r in recurrences for e in r.every}
    # "Định kỳ (quý, năm)": the unit says more.
    named = tuple(e for e in EVERY if e in every and (e != "scheduled" or len(every) == 1))
    written = [row for row in rows if row.mode != "due" and not row.ranged and row not in milestones]
    if written and start and end and days_between(start, end) < _LENGTHS[named[0]]:
        return None  # "Quý III (báo cáo năm …)": not the range the report comes back in
    return Deadline(text, "recurring", start, end, named, milestones=tuple(sorted(days, key=lambda m: (m.end, m.start or ""))))
