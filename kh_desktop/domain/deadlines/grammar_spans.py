"""Rules for single stretches of time: a day, a month, a quarter, several months, a year, a part of one.

Ambiguous forms, and why they are read so:

* "3/2024" is a month, "20/11" a day and a month; "2024/05" and "5-6/2024" (days of a month or months of a year?) are not read.
* "ngày 5-9" without a year may be the 5th of September or the 5th to the 9th: not read; "ngày 25-9" can only be a day.
* two-digit years are taken when within five years of the plan's.
* "đến năm 2025" ends with that year (grammar_timed); a bare "năm" is the plan's.
"""

from __future__ import annotations

from kh_desktop.domain.deadlines.cursor import Cursor
from kh_desktop.domain.deadlines.spans import Span, day_span, month_span, months_span, quarter_span, year_span

_THIRDS_OF_MONTH = {"HEAD": (1, 10), "MID": (11, 20), "TAIL": (21, 0)}
_THIRDS_OF_QUARTER = {"HEAD": 0, "MID": 1, "TAIL": 2}
_PARTS_OF_YEAR = {"HEAD": (1, 3), "MID": (4, 9), "TAIL": (10, 12)}
_AFTER_PREPOSITION = ("DAY", "NUM", "MONTH", "QUARTER", "YEAR", "HEAD", "MID", "TAIL", "END", "BEFORE")
_PARTS = ("HEAD", "MID", "TAIL")


def span(c: Cursor) -> Span | None:
    """The stretch named here, or None with the cursor where it was."""
    start = c.at
    match c.key():
        case "DAY" | "MUNG":
            found = _day(c)
        case "NUM":
            found = _several_months(c) or _date(c, named=False) or _bare_number(c)
        case "NUMERAL" | "TU4":
            found = _several_months(c)
        case "MONTH" | "MONTH_T":
            found = _month(c)
        case "QUARTER":
            found = _quarter(c)
        case "YEAR":
            found = _year(c)
        case "HEAD" | "MID" | "TAIL":
            found = _part(c)
        case "HALF":
            found = _half(c)
        case "PLURAL":
            found = _plural(c)
        case "STAGE":
            found = _stage(c)
        case _:
            found = None
    if found is None:
        c.at = start
    return found


def elliptic(c: Cursor, unit: str) -> Span | None:
    """What may follow a span of ``unit`` without naming the unit again: "tháng 3, 4/2024", "quý I và II", "ngày 10 đến 15/6"."""
    start = c.at
    found: Span | None = None
    if unit == "month":
        number = c.number(12)
        if number > 0 and c.key() not in ("TIMES", "DAY", "MONTH", "HOUR", "/") or (number > 0 and c.key() == "/" and c.is_year(1)):
            found = month_span(number, c.year_after())
    elif unit == "quarter":
        number = c.quarter_number()
        if 1 <= number <= 4 and c.key() not in ("TIMES", "DAY", "MONTH", "HOUR", "QUARTER"):
            found = quarter_span(number, c.year_after())
    elif unit == "day":
        c.take("DAY")
        number = c.number(99)
        if number >= 0 and c.key() not in ("TIMES", "DAY", "HOUR", "YEAR", "WORKING"):
            found = Span("day", 0, 0, number, 0, number)
    if found is None:
        c.at = start
    return found


def _day(c: Cursor) -> Span | None:
    c.take("DAY")
    c.take("MUNG")
    if c.key() in ("HEAD", "TAIL") or (c.key() == "WORKING" and c.key(1) == "TAIL"):
        return _last_day(c)
    dated = _date(c, named=True)
    if dated:
        return dated
    number = c.number(99)
    if number < 0:
        return None
    if c.key() == "-" and c.token(1).key == "NUM":
        other = c.token(1).value
        if number > other and 1 <= other <= 12 and c.key(2) not in ("/", "MONTH", "-"):
            c.at += 2
            return day_span(number, other, c.year_after())
    return Span("day", 0, 0, number, 0, number) if c.key() not in ("TIMES", "DAY", "HOUR", "WORKING") else None


def _last_day(c: Cursor) -> Span | None:
    """ "ngày cuối (cùng) của tháng 6", "ngày cuối quý II": the last day; a first day likewise."""
    c.take("WORKING")
    first = c.key() == "HEAD"
    c.skip("HEAD", "TAIL")
    c.skip("OF")
    whole = span(c)
    if whole is None or whole.unit not in ("month", "quarter", "year") or whole.last_year or whole.bad:
        return None
    if first:
        return day_span(1, whole.m1, whole.year)
    if whole.m2 == 2:  # the 28th or the 29th, and the year may not be known yet
        return None
    return day_span(30 if whole.m2 in (4, 6, 9, 11) else 31, whole.m2, whole.year)


def _date(c: Cursor, *, named: bool) -> Span | None:
    """d/m/y, d-m-y, d.m.y, d/m, y-m-d, "15 tháng 9 (năm) 2024"; ``named``: "ngày" stands before."""
    day = c.token()
    if day.key not in ("NUM", "NUMERAL", "TU4"):
        return None
    if c.is_year() and c.key(1) == "-" and c.token(2).key == "NUM" and c.key(3) == "-" and c.token(4).key == "NUM":
        found = day_span(c.token(4).value, c.token(2).value, day.value)
        c.at += 5
        return found
    start = c.at
    number = c.number(99)
    mark = c.key()
    read: Span | None = None
    if number >= 0 and mark in ("/", ".", "-") and c.token(1).key == "NUM":
        read = _marked_date(c, number, mark, named)
    elif number >= 0 and (mark == "MONTH" or (mark == "/" and c.key(1) == "MONTH")):
        read = _spelt_date(c, number)
    if read is None:
        c.at = start
    return read


def _marked_date(c: Cursor, day: int, mark: str, named: bool) -> Span | None:
    month = c.token(1)
    if mark == "." and not (c.token().glued and month.glued):
        return None
    if month.width > 2:
        return None
    if c.key(2) == mark or (c.key(2) in ("/", "-") and mark in ("/", "-") and c.is_year(3) and mark == "/"):
        year = _year_number(c, 3)
        if not year or (c.key(4) == "/" and c.token(5).key == "NUM"):
            return None
        c.at += 4
        return day_span(day, month.value, year)
    if mark != "/" or c.key(2) == "/" or (not named and not 1 <= month.value <= 12):
        return None
    c.at += 2
    return day_span(day, month.value, c.year_after())


def _year_number(c: Cursor, ahead: int) -> int:
    token = c.token(ahead)
    if c.is_year(ahead):
        return token.value
    near = token.key == "NUM" and token.width == 2 and abs(2000 + token.value - c.frame.year) <= 5
    return 2000 + token.value if near else 0


def _spelt_date(c: Cursor, day: int) -> Span | None:
    if c.key() == "MONTH" and c.key(1) in _PARTS:
        return None
    c.skip("/", "MONTH")
    month = c.number(99)
    if month < 0 or c.key() == "TIMES":
        return None
    year = c.year_after()
    return None if not year and c.key() == "/" else day_span(day, month, year)


def _bare_number(c: Cursor) -> Span | None:
    """A bare year, years "2024-2025", a month "3/2024", or days "10-15/6" whose month comes later."""
    token = c.token()
    if c.is_year():
        return None if c.key(1) == "/" and not c.is_year(2) else _years(c)
    if c.key(1) == "/" and c.is_year(2) and 1 <= token.value <= 12 and token.width <= 2 and c.key(3) != "/":
        c.at += 3
        return month_span(token.value, c.token(-1).value)
    ahead = 2
    while c.key(ahead - 1) in ("-", "TO", ",", "AND") and c.token(ahead).key == "NUM":
        month = c.token(ahead + 2)
        days = token.width <= 2 and c.key(ahead + 1) == "/" and month.key == "NUM" and month.width <= 2
        if days or (token.width <= 2 and c.key(ahead + 1) == "MONTH" and month.key == "NUM"):
            c.at += 1
            return Span("day", 0, 0, token.value, 0, token.value)
        ahead += 2
    return None


def _years(c: Cursor) -> Span | None:
    first = c.token().value
    c.at += 1
    if c.key() in ("-", "/") and c.is_year(1) and c.key(2) != "-" and c.token(1).value > first:
        c.at += 2
        return year_span(first, c.token(-1).value)
    return year_span(first)


def _month(c: Cursor) -> Span | None:
    short = c.key() == "MONTH_T"
    c.at += 1
    if short:
        c.take(".")
        if c.token().key != "NUM":
            return None
    if c.key() in ("HEAD", "TAIL"):
        return _month_of(c)
    number = c.number(99)
    if number < 0 or c.key() in ("TIMES", "HEAD", "TAIL"):
        return None
    year = c.year_after()
    if not year and c.key() == "/":
        return None
    return month_span(number, year)


def _month_of(c: Cursor) -> Span | None:
    """ "tháng đầu quý II", "tháng cuối (của) năm": one month."""
    first = c.key() == "HEAD"
    c.at += 1
    c.skip("OF")
    whole = span(c)
    if whole is None or whole.unit not in ("quarter", "year") or whole.last_year or whole.bad:
        return None
    return month_span(whole.m1 if first else whole.m2, whole.year)


def _quarter(c: Cursor) -> Span | None:
    c.at += 1
    if c.token(-1).word == "q":
        c.take(".")
    if c.key() in ("HEAD", "TAIL") and c.key(1) == "YEAR":
        number = 1 if c.key() == "HEAD" else 4
        c.at += 1
        whole = _year(c)
        return quarter_span(number, whole.year) if whole else None
    number = c.quarter_number()
    if number < 0 or c.key() in ("TIMES", "QUARTER"):
        return None
    year = c.year_after()
    return None if not year and c.key() == "/" else quarter_span(number, year)


def _year(c: Cursor) -> Span | None:
    c.at += 1
    if c.is_year():
        return None if c.key(1) == "/" and c.token(2).key == "NUM" and not c.is_year(2) else _years(c)
    if c.token().key == "NUM" or c.key() in ("NEXT", "AFTER", "HEAD", "TAIL", "DAY"):
        return None
    if c.key() in ("BEFORE", "TO") and c.key(1) not in _AFTER_PREPOSITION:
        return None  # "năm trước", "năm tới"
    return year_span(c.frame.year)


def _part(c: Cursor) -> Span | None:
    part = c.key()
    c.at += 1
    c.skip("OF")
    whole = span(c)
    if whole is None or whole.last_year or whole.bad:
        return None
    if whole.unit == "month" and whole.d1 == 1 and whole.d2 == 0:
        return month_span(whole.m1, whole.year, _THIRDS_OF_MONTH[part], "part")
    if whole.unit == "quarter":
        return month_span(whole.m1 + _THIRDS_OF_QUARTER[part], whole.year)
    return months_span(*_PARTS_OF_YEAR[part], whole.year) if whole.unit == "year" else None


def _half(c: Cursor) -> Span | None:
    c.at += 1
    part = c.key()
    if part not in ("HEAD", "TAIL"):
        return None
    c.at += 1
    c.skip("OF")
    whole = span(c)
    if whole is None or whole.last_year or whole.bad:
        return None
    if whole.unit == "month":
        return month_span(whole.m1, whole.year, (1, 15) if part == "HEAD" else (16, 0), "part")
    return _half_year(part, whole.year) if whole.unit == "year" else None


def _half_year(part: str, year: int) -> Span:
    return months_span(1, 6, year) if part == "HEAD" else months_span(7, 12, year)


def _several_months(c: Cursor) -> Span | None:
    """ "6 tháng đầu năm 2024", "03 tháng cuối năm", "hai quý đầu năm"."""
    start = c.at
    count = c.number(12)
    if c.take("QUARTER"):
        count *= 3
    elif not c.take("MONTH"):
        count = -1
    part = c.key()
    if 1 <= count <= 11 and part in ("HEAD", "TAIL") and c.key(1) in ("YEAR", "OF"):
        c.at += 1
        c.skip("OF")
        whole = _year(c) if c.key() == "YEAR" else None
        if whole and not whole.last_year:
            return months_span(1, count, whole.year) if part == "HEAD" else months_span(13 - count, 12, whole.year)
    c.at = start
    return None


def _plural(c: Cursor) -> Span | None:
    """ "các tháng 3, 4": the first of them; "các tháng cuối năm 2025": half of that year, cut to the plan's period."""
    c.at += 1
    if c.key() == "DAY":
        return _day(c)
    if c.key() == "YEAR" and c.is_year(1):
        return _year(c)
    if c.key() == "MONTH" and c.key(1) in ("HEAD", "TAIL"):
        part = c.key(1)
        c.at += 2
        whole = _year(c) if c.key() == "YEAR" else None
        if whole is None or whole.last_year:
            return None
        half = _half_year(part, whole.year)
        return _cut(c, half)
    return span(c) if c.key() in ("MONTH", "QUARTER") else None


def _cut(c: Cursor, half: Span) -> Span:
    period = c.frame
    year = f"{half.year:04d}"
    first = int(period.start[5:7]) if period.start[:4] == year else 1
    last = int(period.end[5:7]) if period.end[:4] == year else 12
    low, high = max(half.m1, first), min(half.m2, last)
    return half._replace(m1=low, m2=high) if low <= high else half


def _stage(c: Cursor) -> Span | None:
    c.at += 1
    c.take("YEAR")
    whole = _years(c) if c.is_year() else None
    return whole if whole and whole.last_year else None
