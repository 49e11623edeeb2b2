"""Which days are worked: weekly rest days, public holidays, days swapped by notice.

Holidays: Bộ luật Lao động 45/2019/QH14 Điều 112(1) (1/1, five days of Tết, Giỗ Tổ, 30/4, 1/5, 2/9 with one day beside it), made up on
the next working day when they meet a weekly rest day (Điều 111(3)); 24/11 from 2026 by Nghị quyết 28/2026/QH16, which gives no make-up.
The days of Tết and the second one of 2/9 are fixed each year by notice (Điều 112(3)): until then those computed here are provisional,
"dự kiến".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kh_desktop.domain.lunar import hung_kings_day, tet

WEEKEND = frozenset({5, 6})
MAX_YEAR, MIN_YEAR = 2150, 1950
# The longest row of days off anybody could enter; beyond it there is no answer.
_REACH = 400


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day with its name; ``provisional``: by our reckoning or a proposal, not by a notice."""

    day: str
    name: str
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Workdays:
    """``rest_weekdays``: 0 is Monday. ``off``: days off besides them; ``worked``: rest days that are worked."""

    rest_weekdays: frozenset[int]
    off: Mapping[str, DayOff]
    worked: Mapping[str, DayOff]


def is_workday(w: Workdays, day: str) -> bool:
    """Whether the office works on an ISO day."""
    if day in w.worked:
        return True
    return day not in w.off and date.fromisoformat(day).weekday() not in w.rest_weekdays


def last_workday(w: Workdays, day: str) -> str:
    """The last working day on or before ``day``; ``day`` itself when no day is ever worked."""
    return _nearest(w, day, -1)


def next_workday(w: Workdays, day: str) -> str:
    """The first working day on or after ``day``."""
    return _nearest(w, day, 1)


def _nearest(w: Workdays, day: str, step: int) -> str:
    if is_workday(w, day):
        return day
    at = date.fromisoformat(day)
    for _ in range(_REACH):
        if at in (date.min, date.max):
            break
        at += timedelta(days=step)
        if is_workday(w, at.isoformat()):
            return at.isoformat()
    return day


_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def name_of_day(w: Workdays, day: str) -> str:
    """Why a day stands out: "Tết Nguyên đán (dự kiến)", "Làm bù", "Chủ nhật"; "" for a usual working day."""
    found = w.worked.get(day) or w.off.get(day)
    if found:
        return f"{found.name} (dự kiến)" if found.provisional else found.name
    weekday = date.fromisoformat(day).weekday()
    return _WEEKDAYS[weekday] if weekday in w.rest_weekdays else ""


def is_provisional(w: Workdays, day: str) -> bool:
    """Whether it is not yet decided that a day is off or worked."""
    found = w.worked.get(day) or w.off.get(day)
    return found.provisional if found else False


class YearlyDays(Mapping[str, DayOff]):
    """Days off by ISO day: those given for the years in which notices are known, computed ones for all other years, ``edited`` over both.

    Years are computed when first asked for; looking through all of them covers ``MIN_YEAR`` to ``MAX_YEAR``.
    """

    def __init__(self, given: Iterable[DayOff], years: Iterable[int], rest: frozenset[int], edited: Mapping[str, DayOff | None]) -> None:
        self._given = {d.day: d for d in given}
        self._known = frozenset(years)
        self._rest = rest
        self._edited = edited
        self._years: dict[int, dict[str, DayOff]] = {}

    def of_year(self, year: int) -> dict[str, DayOff]:
        """The days off of one year, in order."""
        if year not in self._years:
            if year in self._known:
                found = {day: d for day, d in self._given.items() if int(day[:4]) == year}
            else:
                found = {d.day: d for d in computed_holidays(year, self._rest)} if MIN_YEAR <= year <= MAX_YEAR else {}
            for day, off in self._edited.items():
                if int(day[:4]) == year:
                    found.pop(day, None)
                    if off is not None:
                        found[day] = off
            self._years[year] = dict(sorted(found.items()))
        return self._years[year]

    def __getitem__(self, day: str) -> DayOff:
        return self.of_year(int(day[:4]))[day]

    def __iter__(self) -> Iterator[str]:
        for year in range(MIN_YEAR, MAX_YEAR + 1):
            yield from self.of_year(year)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def computed_holidays(year: int, rest: frozenset[int] = WEEKEND) -> list[DayOff]:
    """The public holidays of a year by law, with their make-up days, when no notice is known."""
    statutory = [
        DayOff(f"{year}-01-01", "Tết Dương lịch"),
        *_tet_days(year, rest),
        DayOff(hung_kings_day(year), "Giỗ Tổ Hùng Vương"),
        DayOff(f"{year}-04-30", "Ngày Chiến thắng"),
        DayOff(f"{year}-05-01", "Ngày Quốc tế Lao động"),
        *_national_days(year),
    ]
    found: dict[str, DayOff] = {}
    for off in statutory:
        found.setdefault(off.day, off)
    for off in statutory:
        if _weekday(off.day) in rest and len(rest) < 7:
            made_up = _free_after(off.day, rest, found)
            found[made_up] = DayOff(made_up, f"{off.name} (nghỉ bù)", off.provisional)
    if year >= 2026:
        found.setdefault(f"{year}-11-24", DayOff(f"{year}-11-24", "Ngày Văn hóa Việt Nam"))
    return sorted(found.values(), key=lambda d: d.day)


def _tet_days(year: int, rest: frozenset[int]) -> Iterator[DayOff]:
    """Five days: two before mồng 1, but one when mồng 1 is a Tuesday, as the notices of 2017 to 2026 had it."""
    first = date.fromisoformat(tet(year))
    before = 1 if first.weekday() == 1 else 2
    for step in range(-before, 5 - before):
        yield DayOff((first + timedelta(days=step)).isoformat(), "Tết Nguyên đán", provisional=True)


def _national_days(year: int) -> Iterator[DayOff]:
    """2/9, and the day beside it that makes the longer rest (3/9 after a Sunday, Monday or Thursday, else 1/9)."""
    yield DayOff(f"{year}-09-02", "Quốc khánh")
    beside = 3 if _weekday(f"{year}-09-02") in (0, 3, 6) else 1
    yield DayOff(f"{year}-09-0{beside}", "Quốc khánh (ngày liền kề)", provisional=True)


def _weekday(day: str) -> int:
    return date.fromisoformat(day).weekday()


def _free_after(day: str, rest: frozenset[int], taken: Mapping[str, DayOff]) -> str:
    at = date.fromisoformat(day)
    while at.weekday() in rest or at.isoformat() in taken:
        at += timedelta(days=1)
    return at.isoformat()
