"""Report duties of the office: which figures are cut when, and by when the report is due inside the office.

A quarter's figures run from the 15th of the month before it to the 14th of its last month, a year's from 15/12 of the year before to 14/12
(NĐ 09/2019/NĐ-CP); the report is due inside the office the day after. All of it can be set otherwise. An office that was formed within a
period, as on 01/7/2025, begins with a shorter one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

UNITS = ("month", "quarter", "half_year", "nine_months", "year")
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "nine_months": 9, "year": 12}
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class ReportRules:
    """``from_day``, ``to_day``: on which days of the month figures begin and are cut; ``due_day``: of the period's last month.

    ``first_start``: the first day the office has figures for ("" for no such day). ``every``: which reports there are; empty for none.
    """

    from_day: int = 15
    to_day: int = 14
    due_day: int = 15
    first_start: str = "2025-07-01"
    every: tuple[str, ...] = ("quarter", "year")


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """One report: ``key`` "2026-M07", "2026-Q4", "2026-H1", "2026-N9" or "2026-Y", figures from ``start`` to
    ``end``, ``due`` inside the office (ISO days)."""

    key: str
    name: str
    start: str
    end: str
    due: str


def report_periods(rules: ReportRules, start: str, end: str) -> list[ReportPeriod]:
    """The reports due from ``start`` to ``end`` (ISO days), by due day; those of a time before the office are left out."""
    found = []
    for year in range(int(start[:4]), int(end[:4]) + 1):
        for unit in rules.every:
            found += [p for p in _of_year(rules, unit, year) if start <= p.due <= end]
    return sorted(found, key=lambda p: p.due)


def report_name(key: str) -> str:
    """ "Báo cáo quý IV/2026" of "2026-Q4", "Báo cáo từ ngày … đến ngày …" of a special period; the key itself when it names no report."""
    start, dots, end = key.partition("..")
    if dots:
        first, last = ("/".join(reversed(day.split("-"))) for day in (start, end))
        return f"Báo cáo từ ngày {first} đến ngày {last}"
    year, _, which = key.partition("-")
    unit = {"M": "month", "Q": "quarter", "H": "half_year", "N": "nine_months", "Y": "year"}.get(which[:1])
    if unit is None or not year.isdigit():
        return key
    rules = ReportRules(first_start="", every=(unit,))
    return next((p.name for p in _of_year(rules, unit, int(year)) if p.key == key), key)


def _of_year(rules: ReportRules, unit: str, year: int) -> Iterator[ReportPeriod]:
    length = _MONTHS[unit]
    # 9 tháng: once a year.
    for last in (9,) if unit == "nine_months" else range(length, 13, length):
        cut, due = _day(year, last, rules.to_day), _day(year, last, rules.due_day)
        begin = _begin(rules, year, last, length)
        if rules.first_start and cut < rules.first_start:
            continue
        number = last // length
        if unit == "quarter":
            key, name = f"{year}-Q{number}", f"Báo cáo quý {_ROMAN[number - 1]}/{year}"
        elif unit == "month":
            # January and February are written 01 and 02 (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4).
            key, name = f"{year}-M{last:02d}", f"Báo cáo tháng {last if last > 2 else f'{last:02d}'}/{year}"
        elif unit == "nine_months":
            key, name = f"{year}-N9", f"Báo cáo 9 tháng đầu năm {year}"
        elif unit == "half_year":
            key, name = f"{year}-H{number}", f"Báo cáo 6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"
        else:
            key, name = f"{year}-Y", f"Báo cáo năm {year}"
        yield ReportPeriod(key, name, max(begin, rules.first_start), cut, due)


def _begin(rules: ReportRules, year: int, last: int, length: int) -> str:
    """The day after the figures of the period before were cut, when the two days meet; else ``from_day`` of the month before it begins."""
    month, of_year = (last - length, year) if last > length else (12, year - 1)
    if rules.from_day == rules.to_day + 1:
        return (date.fromisoformat(_day(of_year, month, rules.to_day)) + timedelta(days=1)).isoformat()
    if rules.from_day <= rules.to_day:  # whole months: figures begin in the period's own first month
        month, of_year = (month + 1, of_year) if month < 12 else (1, of_year + 1)
    return _day(of_year, month, rules.from_day)


def _day(year: int, month: int, day: int) -> str:
    """A day of a month, its last one where the month is shorter."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day, (after - timedelta(days=1)).day)).isoformat()
