"""What is said of each day beside its number: the name of a day off, the lunar day. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kh_desktop.domain.lunar import lunar
from kh_desktop.domain.workdays import Workdays, is_workday, name_of_day
from kh_desktop.ui.calendar.days import weekday


@dataclass(frozen=True, slots=True)
class DayNote:
    """``rest``: no work on it; ``name``: of the day off, "" for an ordinary weekend; ``lunar``: "1/5", "" when not wanted."""

    rest: bool = False
    name: str = ""
    lunar: str = ""


def notes_of(days: Iterable[str], workdays: Workdays, *, with_lunar: bool) -> dict[str, DayNote]:
    """The notes of some days."""
    return {day: _note(day, workdays, with_lunar) for day in days}


def _note(day: str, workdays: Workdays, with_lunar: bool) -> DayNote:
    rest = not is_workday(workdays, day)
    named = name_of_day(workdays, day) if day in workdays.off or day in workdays.worked else ""
    return DayNote(rest, named, lunar_words(day) if with_lunar else "")


def lunar_words(day: str) -> str:
    """ "15" or, on the first of a lunar month and on Mondays, "1/5" ("1/5N" in a leap month)."""
    found = lunar(day)
    if found.day == 1 or weekday(day) == 0 or day.endswith("-01"):
        return f"{found.day}/{found.month}" + ("N" if found.leap else "")
    return str(found.day)
