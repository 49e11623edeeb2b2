"""The lunar calendar of Vietnam, against published days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.lunar import LunarDay, hung_kings_day, lunar, solar, tet

# 1985, 2007 and 2030 differ from the Chinese calendar.
TET = {
    1985: "1985-01-21", 2007: "2007-02-17", 2023: "2023-01-22", 2024: "2024-02-10", 2025: "2025-01-29", 2026: "2026-02-17",
    2027: "2027-02-06", 2028: "2028-01-26", 2029: "2029-02-13", 2030: "2030-02-02", 2031: "2031-01-23", 2032: "2032-02-11",
    2033: "2033-01-31", 2034: "2034-02-19",
}  # fmt: skip
GIO_TO = {
    2024: "2024-04-18", 2025: "2025-04-07", 2026: "2026-04-26", 2027: "2027-04-16", 2028: "2028-04-04", 2029: "2029-04-23",
    2030: "2030-04-12",
}  # fmt: skip


@pytest.mark.parametrize("year", TET)
def test_tet(year: int) -> None:
    assert tet(year) == TET[year]
    assert lunar(TET[year]) == LunarDay(1, 1, False, year)


@pytest.mark.parametrize("year", GIO_TO)
def test_hung_kings_day(year: int) -> None:
    assert hung_kings_day(year) == GIO_TO[year]
    assert lunar(GIO_TO[year]) == LunarDay(10, 3, False, year)


def test_leap_months() -> None:
    assert lunar("2023-03-22") == LunarDay(1, 2, True, 2023)
    assert lunar("2025-07-25") == LunarDay(1, 6, True, 2025)
    assert lunar("2033-12-22") == LunarDay(1, 11, True, 2033)
    assert lunar("2025-12-31") == LunarDay(12, 11, False, 2025)
    assert lunar("2027-02-05") == LunarDay(29, 12, False, 2026)


DAYS = st.dates(date(1950, 1, 1), date(2149, 12, 31))


@given(DAYS)
def test_a_lunar_day_leads_back_to_its_day(day: date) -> None:
    found = lunar(day.isoformat())
    if not found.leap:
        assert solar(found.day, found.month, found.year) == day.isoformat()


@given(DAYS)
def test_days_follow_one_another(day: date) -> None:
    today, tomorrow = lunar(day.isoformat()), lunar((day + timedelta(days=1)).isoformat())
    if tomorrow.day == 1:
        assert today.day in (29, 30)
        assert (tomorrow.month - today.month) % 12 == (0 if tomorrow.leap else 1)
        assert tomorrow.year == today.year + (tomorrow.month == 1 and not tomorrow.leap)
    else:
        assert tomorrow == LunarDay(today.day + 1, today.month, today.leap, today.year)
