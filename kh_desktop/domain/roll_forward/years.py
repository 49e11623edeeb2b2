"""The years and dates of a text as the plan of another year would say them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from kh_desktop.domain.model import Plan
from kh_desktop.domain.roll_forward.model import Change, Kind, Span, key_of
from kh_desktop.domain.vitext import fold
from kh_desktop.domain.year_words import Cited, YearSpot, may_be_count, years_in

# A sentence with one of these speaks of the year before.
_LOOKING_BACK = (
    ("ton tai", "han che", "khac phuc", "ket qua", "so voi", "kinh nghiem", "da chi ra", "danh gia", "nam truoc", "cung ky", "ty le")
    + ("chi so", "xep hang", "phan dau tang", "tong ket")
)
_DUE_WORDS = re.compile(r"(?:trước|chậm nhất|muộn nhất|đến hết|hạn|xong|trong)\s*(?:là\s+)?(?:ngày\s*)?$", re.IGNORECASE)
# Years further back are history, not what was forgotten in a plan.
_STALE = 5
_FULL_YEAR_REPORT = "bao cao nam"


def year_changes(place: str, text: str, span: Span) -> Iterator[Change]:
    """What the plan of another year says instead of the years in ``text``. Citations, laws and standards are left alone."""
    if not span.by:
        return
    kind: Kind = "deadline" if place.endswith(":deadline") else "year"
    for spot in years_in(text):
        change = _change(place, kind, text, spot, span)
        if change is not None and change.new != change.old:
            yield change


def _change(place: str, kind: Kind, text: str, spot: YearSpot, span: Span) -> Change | None:
    match spot.role:
        case "programme":
            return _programme(place, kind, text, spot, span)
        case "goal":
            if spot.years[0] >= span.to:
                return None
            return _made(place, kind, text, spot, _with_years(text, spot, span.to - spot.years[0]), False, "goal_over")
        case "school":
            near = spot.years[0] in (span.year - 1, span.year)
            return _made(place, kind, text, spot, _with_years(text, spot, span.by), True) if near else None
        case "date":
            return _date(place, kind, text, spot, span)
        case "half" if span.partial and spot.years[0] == span.year:
            whole, same = f"{_year_word(text[spot.start : spot.end])} {span.to}", _with_years(text, spot, span.by)
            return _made(place, kind, text, spot, whole, True, "whole_year", choices=(whole, same))
        case "half" | "year" | "bare":
            return _year(place, kind, text, spot, span)
    return None


def _made(
    place: str, kind: Kind, text: str, spot: YearSpot, new: str, ticked: bool,
    reason: str = "", choices: tuple[str, ...] = (), **params: object,
) -> Change:  # fmt: skip
    old = text[spot.start : spot.end]
    code = f"roll.{reason}" if reason else ""
    return Change(key_of(kind, place, spot.start), kind, place, spot.start, old, new, ticked, code, params, choices)


def _year(place: str, kind: Kind, text: str, spot: YearSpot, span: Span) -> Change | None:
    found = spot.years[0]
    if not span.year - _STALE <= found <= span.year + 1:
        return None
    if may_be_count(text, spot):
        return _made(place, kind, text, spot, _with_years(text, spot, span.by), False, "maybe_count") if found == span.year else None
    back = looks_back(text, spot)
    if found <= span.year - 2:
        wanted = span.to - 1 if back else span.to
        choices = tuple(_with_years(text, spot, year - found) for year in (wanted, span.to if back else span.to - 1))
        return _made(place, kind, text, spot, choices[0], False, "stale", choices, found=found, year=span.year)
    new = _with_years(text, spot, span.by)
    if found == span.year - 1 and not back:
        choices = (new, _with_years(text, spot, span.to - found))
        return _made(place, kind, text, spot, new, True, "year_before", choices, found=found, year=span.year)
    return _made(place, kind, text, spot, new, True)


def looks_back(text: str, spot: YearSpot) -> bool:
    """Whether the sentence around a year speaks of what was."""
    begin = max(text.rfind(mark, 0, spot.start) for mark in ".;\n") + 1
    ends = [at for at in (text.find(mark, spot.end) for mark in ".;\n") if at >= 0]
    sentence = fold(text[begin : min(ends, default=len(text))])
    return any(words in sentence for words in _LOOKING_BACK)


def _programme(place: str, kind: Kind, text: str, spot: YearSpot, span: Span) -> Change | None:
    """A programme that is over is only pointed out: the next one may have other years, or none may follow."""
    first, last = spot.years
    if last >= span.to:
        return None
    # Most programmes follow the five-year plans, also those that began late.
    length = 5 if last % 5 == 0 else last - first + 1
    end = last + length * -(-(span.to - last) // length)
    moved = replace(spot, years=(end - length + 1, end))
    return _made(place, kind, text, spot, _with_years(text, moved, 0), False, "programme_over", last=last)


def _date(place: str, kind: Kind, text: str, spot: YearSpot, span: Span) -> Change | None:
    found = spot.years[0]
    if not span.year - _STALE <= found <= span.year + 1:
        return None
    ticked = found >= span.year - 1
    year = found + span.by if ticked else span.to
    last = monthrange(year, spot.month)[1]
    new = _with_years(text, spot, year - found)
    if not ticked:
        return _made(place, kind, text, spot, new, False, "stale", found=found, year=span.year)
    begin = f"{found:04d}-{spot.month:02d}-{spot.day:02d}"
    if span.partial and begin == span.begin:
        return _begin(place, kind, text, spot, span)
    if spot.day > last:
        return _made(place, kind, text, spot, _on_day(new, spot.day, last), True, "no_such_day", day=_short(spot.day, spot.month, year))
    if kind == "deadline" or _DUE_WORDS.search(text[: spot.start]):
        return _due(place, kind, text, spot, span, date(year, spot.month, spot.day))
    return _made(place, kind, text, spot, new, True)


def _due(place: str, kind: Kind, text: str, spot: YearSpot, span: Span, day: date) -> Change:
    """A day by which something is due: pointed out when nobody works then, with the working day before it to choose."""
    new = _with_years(text, spot, day.year - spot.years[0])
    name = span.day_off(day.isoformat())
    if not name:
        return _made(place, kind, text, spot, new, True)
    before = day
    for _ in range(15):
        before -= timedelta(days=1)
        if not span.day_off(before.isoformat()):
            break
    earlier = _written_like(text[spot.start : spot.end], before)
    return _made(place, kind, text, spot, new, True, "day_off", (new, earlier), day=_short(day.day, day.month, day.year), name=name)


def _begin(place: str, kind: Kind, text: str, spot: YearSpot, span: Span) -> Change:
    """The first day of a plan of some months: a whole year begins on 1 January, its yearly report on 15 December before (NĐ 09/2019/NĐ-CP,
    Điều 12)."""
    old = text[spot.start : spot.end]
    days = [date(span.to, 1, 1), date(span.to - 1, 12, 15)]
    if _FULL_YEAR_REPORT in fold(text[max(0, spot.start - 80) : spot.start]):
        days.reverse()
    same = _with_years(text, spot, span.by)
    choices = (*(_written_like(old, day) for day in days), same)
    return _made(place, kind, text, spot, choices[0], True, "first_day", choices)


def _written_like(old: str, day: date) -> str:
    """``day`` as ``old`` writes a date."""
    if "tháng" in old.casefold():
        return f"{day.day:02d} tháng {day.month:02d} năm {day.year}" if day.month < 3 else f"{day.day:02d} tháng {day.month} năm {day.year}"
    mark = next((m for m in "/.-" if m in old), "/")
    padded = re.match(r"\s*0?\d+\D+0\d", old) or day.month < 3
    return f"{day.day:02d}{mark}{day.month:{'02d' if padded else 'd'}}{mark}{day.year}"


def _on_day(text: str, old: int, new: int) -> str:
    return re.sub(rf"(?<!\d)0?{old}(?!\d)", str(new), text, count=1)


def _short(day: int, month: int, year: int) -> str:
    return f"{day:02d}/{month:02d}/{year}"


def _with_years(text: str, spot: YearSpot, by: int) -> str:
    """The words of ``spot`` with its years moved; a year of two digits keeps two."""
    words = text[spot.start : spot.end]
    for at, year in reversed(tuple(zip(spot.at, spot.years, strict=True))):
        begin = at - spot.start
        width = 4 if re.match(r"\d{4}", words[begin:]) else 2
        words = words[:begin] + f"{year + by:04d}"[-width:] + words[begin + width :]
    return words


def _year_word(old: str) -> str:
    """ "năm" in the capitals of ``old``."""
    return "NĂM" if old.isupper() else "năm"


def title_years(text: str, cited: Cited, span: Span) -> list[YearSpot]:
    """The years of the plan that stand in the name of a cited document, outside its number and date."""
    parts = ((cited.start, cited.core), (cited.core_end, cited.end))
    return [
        YearSpot(begin + s.start, begin + s.end, s.role, s.years, tuple(begin + at for at in s.at), s.day, s.month)
        for begin, end in parts
        for s in years_in(text[begin:end])
        if s.role in ("year", "half", "bare") and s.years == (span.year,)
    ]


def moved_year(text: str, spot: YearSpot, span: Span) -> str:
    """The words of a year of the plan, moved on."""
    return _with_years(text, spot, span.by)


def moved_period(plan: Plan, to_year: int) -> tuple[str, str]:
    """First and last day of the plan moved to ``to_year``, ISO; "" where the plan has none. 29 February becomes 28."""
    by = to_year - (plan.year or to_year)

    def moved(day: str) -> str:
        if not day:
            return ""
        year = int(day[:4]) + by
        month, number = int(day[5:7]), int(day[8:])
        return f"{year:04d}-{month:02d}-{min(number, monthrange(year, month)[1]):02d}"

    return moved(plan.period_start), moved(plan.period_end)
