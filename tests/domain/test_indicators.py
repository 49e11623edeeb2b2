"""Figures of periods, levels of targets, how they are judged and what the year will end at."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.indicators import Reading, figure_of, forecast, gap, judge, level_for, nothing_arose, ranked
from kh_desktop.domain.model import Target
from kh_desktop.domain.periods import period_of
from kh_desktop.domain.reports import ReportRules

RULES = ReportRules(first_start="")
D = Decimal


def share(numerator: int, denominator: int) -> Reading:
    return Reading(numerator=D(numerator), denominator=D(denominator))


def test_figures() -> None:
    assert figure_of(share(189, 200)) == D("94.5")
    assert figure_of(Reading(value=D("94.5"))) == D("94.5")
    assert figure_of(share(30, 12), "ngày") == D("2.5")
    assert figure_of(Reading()) is None


def test_a_zero_denominator_is_nothing_never_all() -> None:
    assert nothing_arose(share(0, 0)) and figure_of(share(0, 0)) is None
    assert judge(Target(value="100", comparator="="), share(0, 0), 2026) == "nothing"
    assert not nothing_arose(share(0, 5)) and figure_of(share(0, 5)) == 0


@pytest.mark.parametrize(
    ("comparator", "value", "figure", "judged", "by"),
    [
        (">=", "60", "60", "met", "0"), (">=", "60", "72.5", "met", "12.5"),
        (">=", "60", "57", "near", "-3"), (">=", "60", "54", "missed", "-6"),
        ("<=", "5", "3", "met", "2"), ("<=", "5", "9", "near", "-4"), ("<=", "5", "11", "missed", "-6"),
        ("=", "100", "100", "met", "0"), ("=", "100", "120", "met", "20"), ("=", "100", "99", "near", "-1"),
        ("=", "50", "58", "missed", "-8"), ("=", "50", "50", "met", "0"),
    ],
)  # fmt: skip
def test_judging(comparator: str, value: str, figure: str, judged: str, by: str) -> None:
    target = Target(value=value, comparator=comparator)
    assert judge(target, Reading(value=D(figure)), 2026) == judged
    assert gap(target, D(figure), 2026) == D(by)


def test_a_number_from_above_is_judged_when_it_is_there() -> None:
    waiting = Target(comparator="assigned")
    assert judge(waiting, Reading(value=D(80)), 2026) == "no_number" and level_for(waiting, 2026) is None
    assert judge(replace(waiting, value="75"), Reading(value=D(80)), 2026) == "met"
    assert judge(replace(waiting, value="3"), Reading(value=D(80)), 2026, "down") == "missed"
    assert judge(waiting, None, 2026) == "no_figure"


def test_growth_by_the_year_up_to_a_ceiling() -> None:
    grows = Target(comparator="+", growth="20", ceiling="100", base="2023:35")
    assert [level_for(grows, y) for y in range(2023, 2029)] == [D(35), D(55), D(75), D(95), D(100), D(100)]
    assert level_for(grows, 2022) is None and level_for(replace(grows, base=""), 2024) is None
    assert judge(grows, Reading(value=D(50)), 2024) == "near" and judge(replace(grows, base=""), Reading(value=D(50)), 2024) == "no_number"


def test_falling_and_relative_growth() -> None:
    falls = Target(comparator="+", growth="-2", ceiling="1", base="2025:4")
    assert [level_for(falls, y) for y in (2026, 2027, 2028)] == [D(2), D(1), D(1)]
    assert judge(falls, Reading(value=D("0.5")), 2027) == "met" and gap(falls, D(3), 2027) == D(-2)
    assert level_for(Target(comparator="+", growth="-20%", base="2025:10"), 2027) == D("6.4")
    assert level_for(Target(comparator="+", growth="-30", base="2025:10"), 2027) == 0


def test_typed_counts_before_imported_before_computed() -> None:
    computed, imported = Reading(origin="computed", value=D(1)), Reading(id=4, origin="imported", value=D(2), at="2026-09-01")
    newer = Reading(id=5, origin="imported", value=D(3), at="2026-09-02")
    typed = Reading(id=2, origin="typed", value=D(4), at="2026-01-01")
    assert (best := ranked([computed, imported, newer])) and best.id == 5 and [r.id for r in best.alternatives] == [4, 0]
    assert (best := ranked([computed, newer, typed])) and best.id == 2 and ranked([]) is None


def point(key: str, reading: Reading) -> tuple:
    return period_of(RULES, key), reading


def test_forecast_weighs_by_counts_and_leaves_out_what_overlaps() -> None:
    points = [point("2026-Q1", share(90, 100)), point("2026-Q2", share(150, 300)), point("2025-Q4", share(1, 100))]
    assert forecast(points, 2026) == D(60)
    # 6 tháng holds both quarters; nothing arose in the third.
    points += [point("2026-H1", share(300, 400)), point("2026-Q3", share(0, 0))]
    assert forecast(points, 2026) == D(75)
    assert forecast(points, 2027) is None
    stated = [point("2026-Q1", Reading(value=D(80))), point("2026-Q2", Reading(value=D(90)))]
    assert (found := forecast(stated, 2026)) is not None and D(84) < found < D(86)


@given(
    st.lists(st.tuples(st.sampled_from(["Q1", "Q2", "Q3", "Q4", "H1", "N9", "M05"]), st.integers(0, 50), st.integers(0, 50)), max_size=6)
)
def test_a_forecast_of_shares_lies_between_them(given_points: list[tuple[str, int, int]]) -> None:
    points = [point(f"2026-{which}", share(min(a, b), b)) for which, a, b in given_points]
    found = forecast(points, 2026)
    figures = [f for _, r in points if (f := figure_of(r)) is not None]
    assert found is None or min(figures) <= found <= max(figures)
    assert (found is None) <= (not figures or any(nothing_arose(r) for _, r in points))
