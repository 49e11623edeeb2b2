"""Periods by key, by what people type, and under other rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.periods import next_due, period_name, period_of, periods_of_year, previous, read_period
from kh_desktop.domain.reports import UNITS, ReportRules

OLD = ReportRules(first_start="")
NEW = ReportRules()


@pytest.mark.parametrize(
    ("key", "start", "end", "due", "name"),
    [
        ("2026-M07", "2026-06-15", "2026-07-14", "2026-07-15", "tháng 7/2026"),
        ("2026-M01", "2025-12-15", "2026-01-14", "2026-01-15", "tháng 01/2026"),
        ("2026-Q1", "2025-12-15", "2026-03-14", "2026-03-15", "quý I/2026"),
        ("2026-Q3", "2026-06-15", "2026-09-14", "2026-09-15", "quý III/2026"),
        ("2026-H1", "2025-12-15", "2026-06-14", "2026-06-15", "6 tháng đầu năm 2026"),
        ("2026-H2", "2026-06-15", "2026-12-14", "2026-12-15", "6 tháng cuối năm 2026"),
        ("2026-N9", "2025-12-15", "2026-09-14", "2026-09-15", "9 tháng đầu năm 2026"),
        ("2026-Y", "2025-12-15", "2026-12-14", "2026-12-15", "năm 2026"),
        ("2025-07-01..2025-12-14", "2025-07-01", "2025-12-14", "2025-12-15", "từ ngày 01/07/2025 đến ngày 14/12/2025"),
    ],
)
def test_the_fifteenth_to_the_fourteenth(key: str, start: str, end: str, due: str, name: str) -> None:
    period = period_of(OLD, key)
    assert (period.start, period.end, period.due, period_name(key)) == (start, end, due, name)


def test_an_office_formed_within_a_period_begins_that_day() -> None:
    assert period_of(NEW, "2025-Y").start == "2025-07-01"
    assert period_of(NEW, "2025-Q3").start == "2025-07-01"
    # Figures of the time before are still a period, but none that is reported.
    assert period_of(NEW, "2024-Q3").start == "2024-06-15"
    assert [p.key for p in periods_of_year(NEW, 2025)] == ["2025-Q3", "2025-Q4", "2025-Y"]
    assert periods_of_year(NEW, 2024) == ()


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("2025Q3", "2025-Q3"), ("2025q3", "2025-Q3"), ("2025-Q3", "2025-Q3"), ("Q3/2025", "2025-Q3"), ("quý III/2025", "2025-Q3"),
        ("quý 3 năm 2025", "2025-Q3"), ("2025", "2025-Y"), ("năm 2025", "2025-Y"), ("2025-Y", "2025-Y"), ("2025-07", "2025-M07"),
        ("2025-7", "2025-M07"), ("7/2025", "2025-M07"), ("tháng 7/2025", "2025-M07"), ("2025-M12", "2025-M12"), ("2025H1", "2025-H1"),
        ("2025-6T", "2025-H1"), ("6 tháng đầu năm 2025", "2025-H1"), ("6 tháng cuối năm 2025", "2025-H2"), ("2025-9T", "2025-N9"),
        ("2025N9", "2025-N9"), ("9 tháng đầu năm 2025", "2025-N9"), ("2025-07-01..2025-12-14", "2025-07-01..2025-12-14"),
    ],
)  # fmt: skip
def test_what_people_type(typed: str, key: str) -> None:
    assert read_period(OLD, typed).key == key


@pytest.mark.parametrize(
    "typed",
    ["", "2025Q5", "2025-13", "2025-00", "quý V/2025", "1899", "abc", "2025-12-14..2025-07-01", "2025-02-30..2025-03-01", "2025-M13"],
)
def test_what_is_no_period_is_refused(typed: str) -> None:
    with pytest.raises(KhError) as refused:
        read_period(OLD, typed)
    assert refused.value.code == "period.unreadable"


@given(st.integers(2000, 2090), st.sampled_from(UNITS), st.integers(1, 28), st.integers(1, 28))
def test_keys_lead_to_their_period_under_any_rules(year: int, kind: str, to_day: int, due_day: int) -> None:
    rules = ReportRules(from_day=to_day + 1, to_day=to_day, due_day=due_day, first_start="", every=(kind,))
    found = periods_of_year(rules, year)
    assert len(found) == {"month": 12, "quarter": 4, "half_year": 2, "nine_months": 1, "year": 1}[kind]
    for period in found:
        assert period == period_of(rules, period.key) == read_period(rules, period_name(period.key)) and period.start < period.end
    for one, other in zip(found, found[1:], strict=False):
        assert one.days > 0 and one.end < other.start and previous(rules, other.key) == one


def test_the_period_before() -> None:
    assert (before := previous(OLD, "2026-Q1")) and before.key == "2025-Q4"
    assert previous(OLD, "2025-07-01..2025-12-14") is None and previous(NEW, "2025-Q3") is None


def test_the_report_that_is_due_next() -> None:
    assert next_due(NEW, "2026-11-21").key == "2026-Q4"
    assert next_due(NEW, "2026-12-15").key == "2026-Q4"  # of two on one day the shorter
    assert next_due(NEW, "2026-12-16").key == "2027-Q1"
    assert next_due(ReportRules(every=("nine_months",)), "2026-09-16").key == "2027-N9"
    assert next_due(ReportRules(every=()), "2026-01-01").key == "2026-Q1"
