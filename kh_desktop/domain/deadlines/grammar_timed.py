"""Rules for stretches with their prepositions, in lists and ranges: what is to be done when.

* "trước X" excludes X: before its first day ("trước tháng 6" = by 31/5); "trước 17 giờ ngày X" still includes the day X.
* "đến X", "đến hết X", "hết X", "chậm nhất X", "không quá X", "hạn cuối X" include X to its last day ("đến năm 2025" = by 31/12/2025).
  Where both stand ("chậm nhất trước ngày X", "đến trước ngày X") "trước" decides, being the stricter.
* "từ X" alone is kept up from X to the end of the plan; with "trở đi" or "và những năm tiếp theo" it has no end.
* "sau ngày X" = from the day after X to the end of the plan.
* a range that ends before it begins is a slip nobody can mend for the office: unknown.
"""

from __future__ import annotations

from typing import NamedTuple

from kh_desktop.domain.deadlines.cursor import Cursor
from kh_desktop.domain.deadlines.grammar_spans import elliptic, span
from kh_desktop.domain.deadlines.spans import Impossible, Interval, Span, day_after, day_before, interval_of, with_years

_DAY_PARTS = ("sang", "chieu", "toi", "dem", "trua")


class Timed(NamedTuple):
    """``mode``: window (the intervals), due (the ends only), from (the first day; ``open_end``: beyond the plan).

    ``alternatives``: the stretches are joined by "hoặc". ``invalid``: a named day does not exist. ``days``: days of an unnamed month
    ("trước ngày 15"), which only a recurrence can make sense of. ``plain``: no preposition. ``ranged``: a range was written.
    ``until``: said with "đến" or "hết".
    """

    mode: str
    intervals: tuple[Interval, ...] = ()
    open_end: bool = False
    alternatives: bool = False
    invalid: Impossible | None = None
    days: tuple[int, ...] = ()
    shut: bool = False
    plain: bool = False
    ranged: bool = False
    until: bool = False


class Series(NamedTuple):
    """Stretches in a row and what links them: "list", "or", "range", "range<" (to before)."""

    spans: list[Span]
    links: list[str]


def timed(c: Cursor) -> Timed | None:
    """The dated statement here, or None with the cursor where it was."""
    start = c.at
    found = _timed(c)
    if found is None:
        c.at = start
    return found


def _timed(c: Cursor) -> Timed | None:
    start = c.at
    mode, named = _preposition(c)
    hour = skip_hour(c)
    if not mode:
        return None
    if mode == "since":
        return _since(c)
    if not named and c.key() == "YEAR" and not c.is_year(1) and c.keys[c.at - 1] not in ("THROUGHOUT", "WHOLE"):
        return None  # a bare "năm" without a preposition is a unit ("báo cáo quý I, II, năm") or another word
    row = series(c, alike=mode in ("before", "due"))
    if row is None:
        return None
    if mode == "after":
        found = _read(c, row, "due")
        if found is None or len(found.intervals) != 1:
            return found if found and found.invalid else None
        return found._replace(mode="from", intervals=(Interval(day_after(found.intervals[0].end), ""),))
    if mode == "before" and hour:
        mode = "due"
    if mode == "window":
        read = _read(c, row, mode)
        return read._replace(plain=not named) if read else None
    if any(link.startswith("range") for link in row.links) and not all(s.m1 == 0 for s in row.spans):
        return None
    read = _read(c, row, mode)
    return read._replace(until=c.keys[start] in ("TO", "END")) if read else None


def _preposition(c: Cursor) -> tuple[str, bool]:
    """(window, due, before, since or after; whether anything was said)."""
    start = c.at
    mode = "window"
    while True:
        match c.key():
            case "IN" | "AT" | "IS":
                c.at += 1
            case "BEFORE":
                c.at += 1
                mode = "before"
            case "LATEST" | "END":
                c.at += 1
                mode = mode if mode == "before" else "due"
            case "TERM" if c.key(1) in (":", "IS", "DAY", "NUM", "BEFORE", "TO", "LATEST", "AT"):
                c.at += 1
                mode = "due"
            case "TO" if c.at == start or mode == "due":
                c.at += 1
                mode = "due"
            case ":" if mode == "due":
                c.at += 1
            case "FROM" | "FROM_NOW" | "START" if mode == "window":
                return "since", True
            case "AFTER" if c.at == start:
                c.at += 1
                return "after", True
            case _:
                return mode, c.at > start


def skip_hour(c: Cursor) -> bool:
    """Steps over "17 giờ 30 phút", "16h30", "sáng"; says whether an hour stood there."""
    start = c.at
    while c.token().word in _DAY_PARTS and c.key() in ("WORD", "TO"):
        c.at += 1
    if c.token().key == "NUM" and c.key(1) == "HOUR":
        c.at += 2
        if c.token().key == "NUM" and c.key(1) in ("MINUTE", "DAY", ",") or (c.token().key == "NUM" and c.token().glued):
            c.at += 1
        c.skip("MINUTE", ",")
        while c.token().word in _DAY_PARTS and c.key() in ("WORD", "TO"):
            c.at += 1
        if c.key() in ("DAY", "NUM"):
            return True
        c.at = start
        return False
    if c.key() not in ("DAY", "MUNG"):
        c.at = start
    return False


def series(c: Cursor, *, alike: bool = False) -> Series | None:
    """Stretches joined by commas, "và", "hoặc", dashes, "đến"; ``alike``: only while their unit stays the same."""
    first = span(c)
    if first is None:
        return None
    spans, links = [first], list[str]()
    while True:
        start = c.at
        link = _link(c)
        if not link:
            break
        skip_hour(c)
        # After a quarter "2/2024" is a quarter too, not February.
        in_quarters = spans[-1].unit == "quarter"
        following = (elliptic(c, "quarter") if in_quarters else None) or span(c) or elliptic(c, spans[-1].unit)
        if c.keys[c.at - 1] == "YEAR" and link in ("list", "or") and following:
            following = None
        if following is None or (alike and following.unit != spans[-1].unit):
            c.at = start
            break
        if following.unit == "year" and spans[-1].unit != "year" and c.keys[start] == "-":
            return None  # "tháng 6/2024-2025": two years, or to the end of 2025?
        spans.append(following)
        links.append(link)
    return Series(spans, links)


def _link(c: Cursor) -> str:
    match c.key():
        case "," | "&" | "+":
            c.at += 1
            c.take("AND")
            if c.take("TO"):
                return _to(c)
            c.skip("IN")
            return "list"
        case "AND":
            c.at += 1
            c.skip("IN", "AT")
            return "list"
        case "OR":
            c.at += 1
            c.skip("IN", "AT")
            return "or"
        case "TO" | "-":
            c.at += 1
            c.take("TO")
            return _to(c)
    return ""


def _to(c: Cursor) -> str:
    while c.key() in ("END", "AT"):
        c.at += 1
    return "range<" if c.take("BEFORE") else "range"


def _read(c: Cursor, row: Series, mode: str) -> Timed | None:
    spans = _with_months(row.spans)
    if spans is None:
        days = tuple(s.d1 for s in row.spans)
        return Timed(mode, days=days) if all(s.m1 == 0 for s in row.spans) else None
    dated = with_years(spans, ["range" if link.startswith("range") else "list" for link in row.links], c.frame)
    if dated is None:
        return None
    intervals: list[Interval] = []
    for at, here in enumerate(dated):
        found = interval_of(here)
        if isinstance(found, Impossible):
            return Timed("invalid", invalid=found)
        link = row.links[at - 1] if at else ""
        if link.startswith("range"):
            before = intervals.pop()
            end = day_before(found.start) if link == "range<" else found.end
            if end < before.start or (at > 1 and row.links[at - 2].startswith("range")):
                return None
            intervals.append(Interval(before.start, end))
        else:
            intervals.append(found)
    if mode == "before":
        intervals = [Interval(i.start, day_before(i.start)) for i in intervals]
    ranged = any(link.startswith("range") for link in row.links)
    said = "due" if mode == "before" else mode
    shut = any(s.last_year for s in dated)
    return Timed(said, tuple(intervals), alternatives="or" in row.links, shut=shut, ranged=ranged)


def _with_months(spans: list[Span]) -> list[Span] | None:
    """Gives bare days the month of the day after them; None when the last of them has none."""
    filled = list(spans)
    for at in range(len(filled) - 1, -1, -1):
        if filled[at].m1 == 0 and not filled[at].bad:
            after = filled[at + 1] if at + 1 < len(filled) else None
            if after is None or after.unit != "day":
                return None
            filled[at] = filled[at]._replace(year=after.year, m1=after.m1, m2=after.m1, bad=after.bad)
    return filled


def _since(c: Cursor) -> Timed | None:
    if c.take("FROM_NOW"):
        c.take(",")
        return _until(c)
    c.skip("START", "FROM")
    c.skip("AT", "IN")
    skip_hour(c)
    row = series(c)
    if row is None:
        return None
    if any(link.startswith("range") for link in row.links):
        return _read(c, row, "window")
    if len(row.spans) > 1:
        return None
    found = _read(c, row, "window")
    if found is None or found.invalid or found.days:
        return found
    if c.take("ONWARD"):
        return found._replace(mode="from", open_end=True)
    if found.shut:
        return found
    return found._replace(mode="from")


def _until(c: Cursor) -> Timed | None:
    if c.key() not in ("TO", "BEFORE", "-"):
        return None
    c.take("-")
    return _timed(c)


def following_years(c: Cursor) -> bool:
    """ "và những năm tiếp theo", "và các năm sau": what goes on beyond the plan."""
    start = c.at
    c.skip("AND", ",")
    c.skip("IN")
    joined = c.at > start
    joined = c.take("PLURAL") or joined
    if joined and c.take("YEAR") and c.take("NEXT", "AFTER"):
        return True
    c.at = start
    return False


