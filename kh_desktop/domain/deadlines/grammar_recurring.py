"""Rules for what comes back: "hằng quý", "06 tháng/lần", "trước ngày 15 hằng tháng", "ngày 15 của tháng cuối quý", "báo cáo quý, năm".

* Two times a year is every half year, four times every quarter; three times a year is "scheduled": the office lays down when.
* "định kỳ 01 tháng 01 lần" is monthly: the numbers belong to the frequency, not to a month.
* "báo cáo quý, năm" and a bare row of units ("Tháng, quý, năm") are recurrences; one bare unit says nothing.
* "cuối quý", "tháng cuối quý", "đầu tháng" without a number come back each quarter or month; "cuối năm" is a window of the plan's year.
* "ngày 15/12 hằng năm" comes back each year; "trước ngày 05 tháng sau" each month.
"""

from __future__ import annotations

from typing import NamedTuple

from kh_desktop.domain.deadlines.cursor import Cursor
from kh_desktop.domain.deadlines.grammar_timed import Timed, skip_hour, timed

_NOT_A_UNIT = ("NUM", "NUMERAL", "TU4", "HEAD", "TAIL", "DOUBT")
_DAY_LEAD = ("BEFORE", "LATEST", "TO", "AT", "IN", "FROM", "DAY", "END", "TERM")
_DATE_LEAD = (*_DAY_LEAD, "NUM", "MONTH", "MONTH_T", "QUARTER", "HEAD", "TAIL")
_FREQUENCY = {1: "month", 3: "quarter", 6: "half_year", 12: "year"}


NEXT_UNIT, NO_DAY = -1, -2


class DayRule(NamedTuple):
    """The day a recurrence is due on: ``day`` (``before``: the one before) of the ``month``-th month of each ``unit``; 0 = the last,
    ``NEXT_UNIT`` = the first month after it ("ngày 05 của tháng đầu quý sau")."""

    day: int
    before: bool
    unit: str
    month: int = 0


class Recurring(NamedTuple):
    """``every``: its units. ``year``: the year said with it, 0 when none. ``dated``: the yearly date ("trước 15/12 hằng năm")."""

    every: tuple[str, ...]
    year: int = 0
    rule: DayRule | None = None
    dated: Timed | None = None


def recurring(c: Cursor) -> Recurring | None:
    """The recurrence here, or None with the cursor where it was."""
    start = c.at
    for rule in (_day_of_unit, _part_of_unit, _weekday, _frequency, _units_named, _yearly_date):
        found = rule(c)
        if found is not None:
            return found
        c.at = start
    return None


def unit(c: Cursor) -> str:
    """A bare unit of recurrence ("quý", "6 tháng"), "" when none is here."""
    start = c.at
    if c.key() in ("NUM", "NUMERAL"):
        number = c.number(36)
        unit_key = c.key()
        c.at += 1
        months = number * {"MONTH": 1, "QUARTER": 3, "YEAR": 12}.get(unit_key, 0)
        numbered = c.key() in ("HEAD", "TAIL", "NUM", "NUMERAL") and not _times_follow(c)  # "2 tháng 11": a label, then November
        if number > 0 and not numbered:
            if unit_key == "WEEK":
                return "week" if number == 1 else "scheduled"
            if months:
                return _FREQUENCY.get(months, "scheduled")
        c.at = start
        return ""
    if c.key() == "HALF" and c.key(1) == "YEAR":
        c.at += 2
        return "half_year"
    name = {"WEEK": "week", "MONTH": "month", "QUARTER": "quarter", "YEAR": "year"}.get(c.key(), "")
    if not name:
        return ""
    c.at += 1
    numbered = c.key() in _NOT_A_UNIT or (name == "quarter" and c.quarter_number() >= 0)
    if numbered and not _times_follow(c):
        c.at = start
        return ""
    return name


def _times_follow(c: Cursor) -> bool:
    return c.token().key in ("NUM", "NUMERAL") and c.key(1) == "TIMES"


def _times(c: Cursor) -> int:
    """ "(ít nhất) 02 lần", "lần": how often; 0 when not said."""
    start = c.at
    c.skip("AT_LEAST")
    number = c.number(99)
    if c.take("TIMES"):
        return max(number, 1)
    c.at = start
    return 0


def _per(times: int, name: str) -> str:
    if times <= 1:
        return name
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}.get(name, 0)
    return _FREQUENCY.get(months // times, "scheduled") if months and months % times == 0 else "scheduled"


def _frequency(c: Cursor) -> Recurring | None:
    """ "06 tháng/lần", "1 năm 2 lần", "02 lần/năm", "quý/lần"."""
    c.skip("PERIODIC", "BY", "EACH")
    c.skip("AT_LEAST")
    start = c.at
    times = _times(c)
    if times:
        c.skip("AT_LEAST", "/", "IN", "OF", "EACH")
        if c.key() == "NUM" and c.token().value == 1:
            c.at += 1
        year_here = c.key() == "YEAR" and c.is_year(1)
        if year_here and c.keys[c.at - 1] == "IN" and times > 1:
            c.at += 2
            return Recurring((_per(times, "year"),), c.token(-1).value)
        if c.key() == "YEAR" and c.keys[c.at - 1] == "IN" and times == 1:
            return None  # once in the year: a window
        name = unit(c)
        return Recurring((_per(times, name),), c.year_after()) if name else None
    c.at = start
    name = unit(c)
    if not name:
        return None
    c.skip("/", ",")
    times = _times(c)
    return Recurring((_per(times, name),), c.year_after()) if times else None


def _units_named(c: Cursor) -> Recurring | None:
    """ "hằng tháng, quý", "định kỳ", "báo cáo quý, báo cáo năm", "các quý trong năm", "Tháng, quý, năm"."""
    lead = _lead(c)
    names: list[str] = []
    name = unit(c)
    if not name and lead == "PERIODIC":
        while c.keys[c.at - 1] != "PERIODIC":
            c.at -= 1  # "định kỳ theo kế hoạch": the rest is a condition
        return Recurring(("scheduled",))
    if not name:
        return None
    while name:
        times = _times(c)
        names.append(_per(times, name) if times else name)
        before = c.at
        _between_units(c)
        name = unit(c) if c.at > before else ""
        if not name:
            c.at = before
    label = c.key() == ":" and c.key(1) not in ("NUM", "NUMERAL", "TU4")  # "năm: trước ngày 15/12"
    if not lead and len(set(names)) < 2 and not label:
        return None
    if lead == "PLURAL" and not (c.key() == "IN" and c.key(1) == "YEAR"):
        return None
    start = c.at
    year = c.year_after()
    if year and c.keys[start] in (",", "AND") and c.keys[start + 1] == "YEAR" and (lead == "REPORT" or len(names) > 1):
        names.append("year")  # "quý, 6 tháng, năm 2024": the last of the row and the year of all
    return Recurring(tuple(dict.fromkeys(names)), year)


def _lead(c: Cursor) -> str:
    """What makes the units after it a recurrence."""
    lead = ""
    if c.key(1) == "PLURAL":
        c.skip("AT", "IN")
    while True:
        key = c.key()
        if key in ("EACH", "PERIODIC"):
            lead = key
        elif key == "REPORT":
            lead = lead or key
        elif key == "PLURAL":
            lead = lead or key
        elif not (key in ("BY", "AT", "IN", "IS", ":", "AT_LEAST") and lead and lead != "PLURAL"):
            return lead
        c.at += 1


def _between_units(c: Cursor) -> None:
    c.skip(",", "/", "-", ";", "AND", "OR", "&", "+")
    c.skip("PERIODIC", "REPORT", "BY")
    c.skip("EACH")


def _part_of_unit(c: Cursor) -> Recurring | None:
    """ "cuối quý", "tháng cuối mỗi quý", "ngày cuối cùng của tháng", "tuần cuối hằng tháng", each without a number."""
    c.skip("IN", "AT", "LATEST", "BEFORE", "TO", "REPORT", "EACH", "PERIODIC")
    c.skip("DAY", "MONTH", "WEEK", "WORKING")
    if not c.take("HEAD", "TAIL", "MID"):
        return None
    c.skip("HEAD", "TAIL", "OF", "EACH", "PLURAL", "REPORT")
    if c.key() == "YEAR" and c.keys[c.at - 1] not in ("EACH", "PLURAL"):
        return None
    if c.take("REPORTING"):
        return Recurring(("scheduled",))
    name = unit(c)
    if not name:
        return None
    c.take("REPORT")
    _ends_unit(c)
    return Recurring((name,), c.year_after())


def _ends_unit(c: Cursor) -> None:
    """ "thuộc kỳ báo cáo", "của năm": says nothing more."""
    start = c.at
    c.skip("OF", "IN")
    if not c.take("REPORTING"):
        c.at = start


def _day_of_unit(c: Cursor) -> Recurring | None:
    """ "trước ngày 15 (của) tháng cuối quý", "từ ngày 10 đến ngày 15 hằng tháng", "ngày 05 tháng sau"."""
    c.skip("REPORT", "PERIODIC", "EACH")
    if c.key() not in _DAY_LEAD:
        return None
    stated = timed(c)
    if stated is None or not stated.days or not all(1 <= d <= 31 for d in stated.days):
        return None
    before = says_before(c)
    c.skip("OF", ",")
    anchor = _anchor(c)
    if anchor is None:
        return None
    name, month = anchor
    rule = DayRule(stated.days[-1], before, name, month) if len(stated.days) == 1 and month != NO_DAY else None
    _ends_unit(c)
    also = ("year",) if name == "quarter" and c.key() == "/" and c.key(1) == "YEAR" and not c.is_year(2) else ()
    c.at += 2 * len(also)  # "tháng cuối quý/năm"
    return Recurring((name, *also), c.year_after(), rule)


def says_before(c: Cursor) -> bool:
    """Whether "trước" stands before the day just read."""
    at = c.at - 1
    while at >= 0 and c.keys[at] in ("NUM", "DAY"):
        at -= 1
    return at >= 0 and c.keys[at] == "BEFORE"


def _anchor(c: Cursor) -> tuple[str, int] | None:
    """Which unit the day belongs to and the month in it: 0 the last, 1 the first, ``NEXT_UNIT`` the first after it, ``NO_DAY`` another."""
    if c.take("EACH") or (c.key() == "PLURAL" and c.key(1) == "MONTH"):
        c.take("PLURAL")
        return ("month", 0) if c.key() == "MONTH" and unit(c) else None
    if c.take("MONTH"):
        if c.key() in ("HEAD", "TAIL"):
            month = 1 if c.key() == "HEAD" else 0
            c.at += 1
            c.skip("HEAD", "TAIL", "OF", "EACH", "PLURAL")
            if c.take("REPORTING"):
                return "scheduled", NO_DAY
            name = unit(c)
            late = bool(c.take("REPORT", "NEXT", "AFTER") and c.keys[c.at - 1] != "REPORT")
            if late:
                month = NEXT_UNIT if month else NO_DAY
            return (name, month) if name in ("quarter", "year") else None
        if c.token().key in ("NUM", "NUMERAL", "TU4"):
            return None
        return ("month", NEXT_UNIT) if c.take("NEXT", "AFTER") else ("month", 0)
    return None


def _weekday(c: Cursor) -> Recurring | None:
    """ "(chiều) thứ Sáu hằng tuần"."""
    c.skip("AT", "IN", "BEFORE", "LATEST")
    skip_hour(c)
    while c.key() == "WORD" and c.token().word in ("sang", "chieu"):
        c.at += 1
    c.skip("FROM")
    while True:
        c.take("DAY")
        if not c.take("WEEKDAY"):
            if not c.take("ORDINAL") or c.key() not in ("NUM", "NUMERAL", "TU4", "YEAR", "AFTER"):
                return None
            c.at += 1
        if not c.take("TO", "-", ",", "AND"):
            break
    c.skip("OF")
    return Recurring(("week",)) if c.take("EACH") and c.take("WEEK") else None


def _yearly_date(c: Cursor) -> Recurring | None:
    """ "trước ngày 15/12 hằng năm", "quý IV hằng năm"."""
    if c.key() not in _DATE_LEAD:
        return None
    stated = timed(c)
    if stated is None or stated.mode == "from":
        return None
    c.skip("OF", ",")
    return Recurring(("year",), dated=stated) if c.take("EACH") and c.take("YEAR") and not c.is_year() else None
