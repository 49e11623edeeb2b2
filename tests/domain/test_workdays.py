"""Work days: the law, notices, days entered by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.workdays import (
    WEEKEND,
    DayOff,
    Workdays,
    YearlyDays,
    computed_holidays,
    is_provisional,
    is_workday,
    last_workday,
    name_of_day,
    next_workday,
)


def usual(**edited: DayOff | None) -> Workdays:
    over = {f"2027-{k[1:3]}-{k[3:]}": v for k, v in edited.items()}
    return Workdays(WEEKEND, YearlyDays((), (), WEEKEND, over), {})


def weekday_holidays(year: int, rest: frozenset[int] = WEEKEND) -> list[str]:
    return [d.day[5:] for d in computed_holidays(year, rest) if date.fromisoformat(d.day).weekday() not in rest]


# What was really off (without days swapped by notice).
@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2022, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02"),
        (2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04"),
        (2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-30 05-01 09-02 09-03"),
        (2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 09-01 09-02"),
        (2026, "01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-01 09-02 11-24"),
    ],
)
def test_computed_years_are_the_real_ones(year: int, days: str) -> None:
    assert weekday_holidays(year) == days.split()


def test_what_notices_decide_is_provisional_and_what_the_law_says_is_not() -> None:
    w = usual()
    assert name_of_day(w, "2031-01-23") == "Tết Nguyên đán (dự kiến)"
    assert is_provisional(w, "2031-01-23") and not is_provisional(w, "2031-04-30")
    assert name_of_day(w, "2031-04-30") == "Ngày Chiến thắng"


def test_culture_day_from_2026_without_a_make_up() -> None:
    assert "11-24" not in weekday_holidays(2025)
    assert [d for d in weekday_holidays(2029) if d.startswith("11")] == []  # a Saturday, not made up
    assert [d for d in weekday_holidays(2028) if d.startswith("11")] == ["11-24"]


def test_make_up_follows_the_rest_days_of_the_office() -> None:
    sunday = frozenset({6})
    assert "05-03" in weekday_holidays(2027)
    assert "05-03" not in weekday_holidays(2027, sunday) and "05-01" in weekday_holidays(2027, sunday)


def test_working_days_around_a_day() -> None:
    w = Workdays(WEEKEND, YearlyDays((), (), WEEKEND, {}), {"2027-01-09": DayOff("2027-01-09", "Làm bù")})
    assert last_workday(w, "2027-01-10") == "2027-01-09"
    assert next_workday(w, "2027-01-01") == "2027-01-04"
    assert last_workday(w, "2027-01-01") == "2026-12-31"
    assert name_of_day(w, "2027-01-09") == "Làm bù"
    assert name_of_day(w, "2027-01-10") == "Chủ nhật" and name_of_day(w, "2027-01-11") == ""


def test_an_entered_day_goes_over_the_law() -> None:
    w = usual(d0430=None, d0708=DayOff("2027-07-08", "Ngày truyền thống"))
    assert is_workday(w, "2027-04-30") and not is_workday(w, "2027-07-08")
    assert "2027-07-08" in w.off and "2027-04-30" not in w.off
    assert len(w.off) == sum(1 for _ in w.off) > 1000


def test_an_office_that_never_works_gets_its_day_back() -> None:
    w = Workdays(frozenset(range(7)), YearlyDays((), (), frozenset(range(7)), {}), {})
    assert last_workday(w, "2027-03-03") == next_workday(w, "2027-03-03") == "2027-03-03"


RESTS = st.frozensets(st.integers(0, 6), max_size=5)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), RESTS)
def test_the_nearest_working_days_are_the_nearest(day: date, rest: frozenset[int]) -> None:
    w = Workdays(rest, YearlyDays((), (), rest, {}), {})
    before, after = last_workday(w, day.isoformat()), next_workday(w, day.isoformat())
    assert is_workday(w, before) and is_workday(w, after) and before <= day.isoformat() <= after
    between = [day - timedelta(days=i) for i in range((day - date.fromisoformat(before)).days)]
    between += [day + timedelta(days=i) for i in range((date.fromisoformat(after) - day).days)]
    assert not any(is_workday(w, d.isoformat()) for d in between)
