"""Rules for what waits for an event or for somebody else: "theo …", "khi …", "sau khi …", "03 ngày làm việc kể từ …", documents.

* Dates inside such a clause belong to what it names ("Theo kế hoạch năm 2024 của huyện", "QĐ số … ngày 25/10/2022"). Only a preposition
  of time makes them the deadline: "Theo kế hoạch của huyện trong quý II/2024"; after "sau khi" and in periods counted from an event not
  even that, for "sau khi kết thúc đợt kiểm tra trong tháng 6" says when the check is.
* A number of days counted from an event is never computed into a date.
* "theo quy định", "theo Nghị định …", a numbered document name a rule, not a wait: they make a deadline conditional only after "hoặc".
* "Theo chế độ báo cáo định kỳ", "theo quý" are recurrences, not conditions.
"""

from __future__ import annotations

from typing import NamedTuple

from kh_desktop.domain.deadlines.cursor import Cursor
from kh_desktop.domain.deadlines.grammar_recurring import Recurring, recurring, unit
from kh_desktop.domain.deadlines.grammar_spans import span
from kh_desktop.domain.deadlines.grammar_timed import timed
from kh_desktop.domain.deadlines.lexicon import ROMAN_SLIPS

_STRONG = (";", ".", "(", ")", "OR", "END_OF_TEXT")
_TIME_LEAD = ("IN", "BEFORE", "LATEST", "TO", "FROM", "AT", "END", "TERM")
_ITEM_LEAD = (*_TIME_LEAD, "ONGOING", "PERIODIC", "EACH", "BY", "EVENT", "AFTERMATH", "SUDDEN", "REPORT")
_PREFACE = ("RULE", "REPORT", "WORD", "OF", "BY")
_UNITS = ("DAY", "WEEK", "MONTH", "YEAR", "HOUR", "MINUTE", "WORKING")


class Condition(NamedTuple):
    """``soft``: names a rule or a manner, so it makes a deadline conditional only after "hoặc"."""

    soft: bool = False


def condition(c: Cursor) -> Condition | Recurring | None:
    """The condition here (a recurrence when "theo" leads to one), or None with the cursor where it was."""
    start = c.at
    found: Condition | Recurring | None
    match c.key():
        case "BY":
            found = _by(c)
        case "EVENT" | "REQUEST":
            c.at += 1
            found = _swallow(c, stop_at_time=True)
        case "AFTERMATH":
            c.at += 1
            found = _swallow(c, stop_at_time=False)
        case "SUDDEN":
            c.at += 1
            found = Condition()
        case "SOFT":
            c.at += 1
            found = Condition(soft=True)
        case "DOC" | "NUMBER":
            found = Condition(soft=True) if _document(c) else None
        case _:
            found = _counted(c)
            if found is None:
                c.at = start
                found = _since_event(c)
    if found is None:
        c.at = start
    return found


def _by(c: Cursor) -> Condition | Recurring | None:
    c.at += 1
    start = c.at
    found = recurring(c) if c.key() in ("PERIODIC", "EACH", "WEEK", "MONTH", "QUARTER", "YEAR", "NUM") else None
    if found:
        return found
    if c.key() in ("WEEK", "MONTH", "QUARTER", "YEAR"):
        name = unit(c)
        if name and c.key() != "WORD":
            return Recurring((name,), c.year_after())
        c.at = start
    if c.take("REPORTING"):
        return Recurring(("scheduled",))
    return _reporting_duty(c, start) or _swallow(c, stop_at_time=True, soft=c.key() == "RULE")


def _reporting_duty(c: Cursor, start: int) -> Recurring | None:
    """ "theo (quy định về) chế độ báo cáo định kỳ (quý, năm)", "theo chế độ báo cáo tháng, quý, năm"."""
    if c.key() not in ("RULE", "REPORT"):
        return None
    last = ""
    while c.key() in _PREFACE:
        if c.key() == "REPORT" and c.key(1) in ("WEEK", "MONTH", "QUARTER", "YEAR", "NUM"):
            found = recurring(c)
            if found:
                return found
        last = c.key()
        c.at += 1
    if last == "REPORT" and c.key() == "PERIODIC":
        return recurring(c)
    c.at = start
    return None


def _swallow(c: Cursor, *, stop_at_time: bool, soft: bool = False) -> Condition:
    """Steps to the end of the clause: a strong mark, a comma or "và" before another statement, a preposition of time."""
    first = c.at
    while True:
        key = c.key()
        if key in _STRONG and not (key == "." and c.token(1).glued):
            return Condition(soft)
        if key in ("DOC", "NUMBER") and _document(c):
            soft = soft or c.at > first
            continue
        if key in (",", "AND", "-", ":", "+") and _statement_follows(c):
            return Condition(soft)
        if stop_at_time and c.at > first and key in ("IN", "BEFORE", "LATEST", "ONGOING") and (key == "ONGOING" or _time_follows(c)):
            return Condition(soft)
        c.at += 1


def _statement_follows(c: Cursor) -> bool:
    start = c.at
    if c.key() == "-" and c.token(1).key == "NUM" and c.keys[c.at - 1] == "NUM":
        return False  # "giai đoạn 2021-2025" belongs to the clause
    c.skip(",", "AND", "-", ":", "+")
    skip_words(c)
    key = c.key()
    found = key in _ITEM_LEAD and (key not in _TIME_LEAD or timed(c) is not None)
    if not found and key in ("YEAR", "QUARTER", "MONTH", "NUM"):
        here = span(c)
        found = here is not None and here.unit != "day"
    c.at = start
    return found


def _time_follows(c: Cursor) -> bool:
    start = c.at
    found = timed(c) is not None
    c.at = start
    return found


def skip_words(c: Cursor) -> None:
    """Steps over words without meaning in time."""
    c.skip("WORD", "PLURAL", "NUMERAL")


def _document(c: Cursor) -> bool:
    """A document number with its date: "1955/QĐ-UBND ngày 25/10/2022", "số 123, ngày 05/3/2024"."""
    start = c.at
    if c.take("NUMBER"):
        c.take(":")
        if not c.take("DOC", "NUM"):
            c.at = start
            return False
    elif not c.take("DOC"):
        return False
    after = c.at
    while c.key() in ("WORD", ",", "OF") and c.at < after + 8 and c.key(1) in ("DAY", "WORD", "OF"):
        c.at += 1
    if c.key() != "DAY" or span(c) is None:
        c.at = after
    return True


def _counted(c: Cursor) -> Condition | None:
    """ "(trong) 03 ngày làm việc (kể từ …)", "không quá 24 giờ": a period, counted from an event said or understood."""
    start = c.at
    c.skip("IN", "WITHIN", "LATEST", "BEFORE", "AFTER", "TERM", "AFTERMATH", "IS", "AT_LEAST")
    led = c.at > start
    number = c.number(999)
    if number < 0:
        if c.token().key != "NUM" or c.token().width > 3:
            return None
        c.at += 1
    if c.key() == "(":
        while c.key() not in (")", "END_OF_TEXT"):
            c.at += 1
        c.take(")")
    if not c.take(*_UNITS) or c.key() in ("HEAD", "TAIL", "TIMES", "NUM", "/", "NUMERAL"):
        return None
    counted = c.keys[c.at - 1]
    if counted in ("MONTH", "YEAR") and c.key() not in ("FROM", "AFTERMATH", "AFTER", "EVENT") and not (led and counted == "MONTH"):
        return None  # "6 tháng" alone is rather the half year
    return _swallow(c, stop_at_time=False)


def _since_event(c: Cursor) -> Condition | None:
    """ "kể từ ngày ký", "từ khi …", "sau hội nghị", "trước kỳ họp": an event instead of a date."""
    if c.key() not in ("FROM", "AFTER", "BEFORE"):
        return None
    c.skip("FROM", "AFTER", "BEFORE", "AT")
    c.take("DAY")
    if c.key() not in ("WORD", "RULE", "EVENT", "DOC", "REPORT") or c.token().word in ROMAN_SLIPS:
        return None
    return _swallow(c, stop_at_time=False)
