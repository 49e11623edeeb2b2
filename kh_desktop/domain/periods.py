"""Reporting periods (kỳ báo cáo) by key, built on the rules of ``domain.reports``.

Keys: "2026-M07", "2026-Q3", "2026-H1" (6 tháng), "2026-N9" (9 tháng), "2026-Y", and special ones "2025-07-01..2025-12-14".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.reports import UNITS, ReportPeriod, ReportRules, report_periods
from kh_desktop.domain.vitext import fold

KINDS = (*UNITS, "special")
_ROMAN = ("I", "II", "III", "IV")
_KEY = re.compile(r"(\d{4})-(?:M(\d{2})|Q([1-4])|H([12])|(N9)|(Y))")
_SPECIAL = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")
_TYPED = (
    (re.compile(r"(?P<year>\d{4})"), "{year}-Y"),
    (re.compile(r"nam (?P<year>\d{4})"), "{year}-Y"),
    (re.compile(r"(?P<year>\d{4})[-/ ]?q(?P<n>[1-4])"), "{year}-Q{n}"),
    (re.compile(r"(?:q|quy )(?P<n>[1-4]|i{1,3}|iv)(?:/| nam |[- ])(?P<year>\d{4})"), "{year}-Q{n}"),
    (re.compile(r"(?P<year>\d{4})[-/]?m?(?P<m>1[0-2]|0?[1-9])"), "{year}-M{m:0>2}"),
    (re.compile(r"(?:thang )?(?P<m>1[0-2]|0?[1-9])(?:/| nam )(?P<year>\d{4})"), "{year}-M{m:0>2}"),
    (re.compile(r"(?P<year>\d{4})[-/ ]?h(?P<n>[12])"), "{year}-H{n}"),
    (re.compile(r"(?P<year>\d{4})[-/ ]?6t"), "{year}-H1"),
    (re.compile(r"6 thang(?: dau nam)? (?P<year>\d{4})"), "{year}-H1"),
    (re.compile(r"6 thang cuoi nam (?P<year>\d{4})"), "{year}-H2"),
    (re.compile(r"(?P<year>\d{4})[-/ ]?(?:9t|n9)"), "{year}-N9"),
    (re.compile(r"9 thang(?: dau nam)? (?P<year>\d{4})"), "{year}-N9"),
    (re.compile(r"(?P<year>\d{4})-y"), "{year}-Y"),
)
_NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


@dataclass(frozen=True, slots=True)
class Period:
    """One period: figures from ``start`` to ``end``, the report ``due`` inside the office (ISO days). ``kind`` is one of ``KINDS``."""

    key: str
    kind: str
    year: int
    start: str
    end: str
    due: str

    @property
    def days(self) -> int:
        """How long it is."""
        return (date.fromisoformat(self.end) - date.fromisoformat(self.start)).days + 1


def period_of(rules: ReportRules, key: str) -> Period:
    """The period of a key under the office's rules; one in which the office was formed begins that day. KhError "period.unreadable"."""
    special = _SPECIAL.fullmatch(key)
    if special:
        return _special(rules, key, special[1], special[2])
    parts = _KEY.fullmatch(key)
    if not parts or not 1990 <= int(parts[1]) <= 2100 or (parts[2] and not 1 <= int(parts[2]) <= 12):
        raise KhError("period.unreadable", value=key[:40])
    year = int(parts[1])
    kind = next(k for k, part in zip(("month", "quarter", "half_year", "nine_months", "year"), parts.groups()[1:], strict=True) if part)
    # Figures of a time before the office was formed are looked at, too: only a period that holds that day is cut.
    for used in (rules, replace(rules, first_start="")):
        found = next((p for p in _of_year(used, year, (kind,)) if p.key == key), None)
        if found is not None:
            return found
    raise KhError("period.unreadable", value=key[:40])


def _special(rules: ReportRules, key: str, start: str, end: str) -> Period:
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError as error:
        raise KhError("period.unreadable", value=key[:40]) from error
    if first > last or not 1990 <= last.year <= 2100:
        raise KhError("period.unreadable", value=key[:40])
    due = last + timedelta(days=max(0, rules.due_day - rules.to_day))
    return Period(key, "special", last.year, start, end, due.isoformat())


def read_period(rules: ReportRules, text: str) -> Period:
    """The period a person means: a key, or "2025Q3", "2025", "2025-07", "2025H1", "2025-9T", "quý III/2025", "6 tháng đầu năm 2025".

    KhError "period.unreadable".
    """
    if _KEY.fullmatch(text.strip()) or _SPECIAL.fullmatch(text.strip()):
        return period_of(rules, text.strip())
    typed = fold(text)
    for pattern, form in _TYPED:
        if found := pattern.fullmatch(typed):
            parts: dict[str, Any] = found.groupdict()
            if "n" in parts:
                parts["n"] = _NUMERALS.get(parts["n"], parts["n"])
            return period_of(rules, form.format(**parts))
    raise KhError("period.unreadable", value=text.strip()[:40])


def period_name(key: str) -> str:
    """ "quý III/2026", "6 tháng đầu năm 2026", "9 tháng đầu năm 2026", "tháng 7/2026", "năm 2026", "từ ngày 01/07/2025 đến ngày
    14/12/2025"; the key itself when it is none."""
    special, parts = _SPECIAL.fullmatch(key), _KEY.fullmatch(key)
    if special:
        start, end = (f"{d[8:]}/{d[5:7]}/{d[:4]}" for d in special.groups())
        return f"từ ngày {start} đến ngày {end}"
    if not parts:
        return key
    year, month, quarter, half, nine, _ = parts.groups()
    if month:
        # January and February are written 01 and 02 (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4).
        return f"tháng {month if int(month) < 3 else int(month)}/{year}"
    if quarter:
        return f"quý {_ROMAN[int(quarter) - 1]}/{year}"
    if half:
        return f"6 tháng {'đầu' if half == '1' else 'cuối'} năm {year}"
    return f"9 tháng đầu năm {year}" if nine else f"năm {year}"


def periods_of_year(rules: ReportRules, year: int, kinds: Sequence[str] | None = None) -> tuple[Period, ...]:
    """The periods of a year, by last day, the shorter first; None: of the kinds the office reports. Without those before the office."""
    wanted = tuple(k for k in UNITS if k in (kinds if kinds is not None else reported(rules)))
    return tuple(sorted(_of_year(rules, year, wanted), key=lambda p: (p.end, p.days)))


def reported(rules: ReportRules) -> tuple[str, ...]:
    """The kinds of reports of the office; quarter and year when it has none."""
    return rules.every or ("quarter", "year")


def previous(rules: ReportRules, key: str) -> Period | None:
    """The period of the same kind before; None for special ones and where the office was not there yet."""
    period = period_of(rules, key)
    if period.kind == "special":
        return None
    around = [p for year in (period.year - 1, period.year) for p in _of_year(rules, year, (period.kind,))]
    before = [p for p in around if p.end < period.end]
    return max(before, key=lambda p: p.end, default=None)


def next_due(rules: ReportRules, today: str) -> Period:
    """The report that falls due next, on ``today`` (ISO) or after; of two on one day the shorter."""
    rules = replace(rules, every=reported(rules))
    year = int(today[:4])
    found = [p for y in (year, year + 1, year + 2) for p in periods_of_year(rules, y) if p.due >= today]
    if not found:  # an office that is formed later still
        found = [p for y in range(year, year + 10) for p in periods_of_year(replace(rules, first_start=""), y) if p.due >= today]
    return min(found, key=lambda p: (p.due, p.days))


def _of_year(rules: ReportRules, year: int, kinds: Sequence[str]) -> list[Period]:
    out = []
    for kind in kinds:
        only = replace(rules, every=(kind,))
        out += [_period(p, kind) for p in report_periods(only, f"{year}-01-01", f"{year}-12-31")]
    return out


def _period(p: ReportPeriod, kind: str) -> Period:
    return Period(p.key, kind, int(p.key[:4]), p.start, p.end, p.due)
