"""The dashboard: what is late and whose, targets against figures, units, months, and what to do first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kh_desktop.domain.form06a import Line06a, counts_of
from kh_desktop.domain.model import Agency, Plan, Target, Task, TaskGroup, TaskState, UnitRef
from kh_desktop.services import indicators, plans
from kh_desktop.services.dashboard import Dashboard, TargetRow, dashboard
from kh_desktop.services.session import Session
from kh_desktop.store import figures

TODAY = date(2026, 11, 21)
VP, TP = (UnitRef("Văn phòng - Thống kê"),), (UnitRef("Tư pháp - Hộ tịch"),)
TASKS = (
    Task(content="Niêm yết", lead=VP, deadline="Trước ngày 15/9/2026", state=TaskState.DONE),
    Task(content="Rà soát", lead=VP, deadline="Trước ngày 15/9/2026"),
    Task(content="Rà soát lại", continues=True, lead=TP, deadline="Trước ngày 01/12/2026", state=TaskState.DOING),
    Task(content="Tập huấn", lead=TP, deadline="Trước ngày 01/10/2026"),
    Task(content="Sơ kết", lead=(UnitRef("TƯ PHÁP - HỘ TỊCH"),), deadline="Quý IV/2026", state=TaskState.DROPPED),
    Task(content="Hội nghị", deadline="Trước ngày 10/10/2026"),
)
TARGETS = (
    Target(indicator="dung_han", value="98", comparator=">="),
    Target(indicator="qua_han", value="5", comparator="<="),
    Target(indicator="hai_long", comparator="assigned"),
    Target(indicator="so_hoa_hs", comparator="+", growth="20", ceiling="100", base="2024:40"),
    Target(value="100", comparator="=", sentence="100% cán bộ dự tập huấn"),
)
PLAN = Plan(year=2026, period_start="2026-01-01", period_end="2026-12-31", title="Kế hoạch", agency=Agency("xã", "An Thạnh"))


@pytest.fixture
def plan_id(session: Session) -> int:
    plan = replace(PLAN, groups=(TaskGroup(title="I", tasks=TASKS),), targets=TARGETS)
    return plans.new_plan_from(session, plan)


def row(page: Dashboard, key: str) -> TargetRow:
    return next(r for r in page.targets if r.target.indicator == key)


def test_an_empty_workspace_says_what_to_do_first(session: Session) -> None:
    page = dashboard(session, TODAY)
    assert page.empty == ("no_plan",) and page.states.total == 0 and len(page.months) == 12 and page.next_report.period.key == "2026-Q4"
    plans.new_plan_from(session, PLAN)
    assert dashboard(session, TODAY).empty == ("no_tasks", "no_targets")


def test_a_coming_plan_is_shown_while_there_is_no_other(session: Session) -> None:
    made = plans.new_plan_from(session, replace(PLAN, year=2027, groups=(TaskGroup(tasks=TASKS[:1]),)))
    page = dashboard(session, TODAY)
    assert (page.year, page.states.total) == (2027, 1) and page == replace(dashboard(session, TODAY, plan_id=made))


def test_what_is_late_and_whose(session: Session, plan_id: int) -> None:
    page = dashboard(session, TODAY)
    assert {u.name: [e.title for e in u.entries] for u in page.late} == {
        "Văn phòng - Thống kê": ["Rà soát"], "Tư pháp - Hộ tịch": ["Tập huấn"], "": ["Hội nghị"],
    }  # fmt: skip
    assert [e.title for e in page.soon if e.kind == "due"] == ["Rà soát"], "a continuing row has its task's title"


def test_units_count_a_task_with_its_continuing_rows_once(session: Session, plan_id: int) -> None:
    page = dashboard(session, TODAY)
    found = {u.name: (u.done, u.doing, u.todo, u.dropped, u.late, u.total) for u in page.units}
    assert found == {"Tư pháp - Hộ tịch": (0, 1, 1, 1, 2, 3), "Văn phòng - Thống kê": (1, 1, 0, 0, 1, 2), "": (0, 0, 1, 0, 1, 1)}
    assert (page.states.done, page.states.doing, page.states.todo, page.states.dropped) == (1, 1, 2, 1)
    ids = [t.id for t in plans.get_plan(session, plan_id).groups[0].tasks]
    office = next(u for u in page.units if u.name.startswith("Văn phòng"))
    assert office.task_ids == tuple(ids[:3]) and office.late_ids == tuple(ids[1:3])
    mine = dashboard(session, TODAY, unit="tư pháp - hộ tịch")
    assert [u.name for u in mine.units] == ["Tư pháp - Hộ tịch"] and mine.states.total == 3
    assert [u.name for u in mine.late] == ["Tư pháp - Hộ tịch"] and len(mine.targets) == len(TARGETS)
    assert mine.unit_names == ("Tư pháp - Hộ tịch", "Văn phòng - Thống kê")


def test_the_months_of_the_year(session: Session, plan_id: int) -> None:
    page = dashboard(session, TODAY)
    assert [(m.month, m.due, m.done, m.late) for m in page.months if m.month == 9] == [(9, 4, 2, 2)], "with the office's report"
    assert sum(m.late for m in page.months) == 3


def test_targets_against_figures(session: Session, plan_id: int) -> None:
    assert dashboard(session, TODAY).empty == ("no_readings",)
    with session.step("bench") as doing:
        for period, late in (("2026-Q1", 1), ("2026-Q2", 2), ("2026-Q3", 6)):
            line = Line06a("Hộ tịch", online=60, direct=40, on_time=94, late=late, open_in_time=6 - late)
            figures.add_line(doing.uow, period, "06a", line.field, counts_of(line))
    indicators.set_reading(session, "so_hoa_hs", "2026-N9", value="70%")
    indicators.set_reading(session, "hai_long", "2025-Y", value="90%")
    page = dashboard(session, TODAY)
    on_time = row(page, "dung_han")
    assert on_time.period == "2026-Q3" and on_time.origin == "computed" and on_time.judged == "near"
    assert on_time.value == Decimal(94) and on_time.gap == Decimal(-4)
    assert [p for p, _ in on_time.trend] == ["2026-Q1", "2026-Q2", "2026-Q3"] and on_time.trend[0][1] == Decimal(94) / 95 * 100
    assert on_time.forecast == Decimal(282) / 291 * 100
    assert (row(page, "qua_han").judged, row(page, "qua_han").gap) == ("near", Decimal(-1))
    grows = row(page, "so_hoa_hs")
    assert (grows.level, grows.judged, grows.gap, grows.forecast) == (Decimal(80), "missed", Decimal(-10), Decimal(70))
    # Last year's figure is no figure of this year; it is part of the trend of its kind when that period is asked for.
    assert row(page, "hai_long").judged == "no_figure" and row(page, "hai_long").reading is None
    last = row(dashboard(session, TODAY, period="2025-Y"), "hai_long")
    assert (last.value, last.judged, last.trend) == (Decimal(90), "no_number", (("2025-Y", Decimal(90)),))
    unknown = row(page, "")
    assert unknown.indicator is None and unknown.judged == "no_figure" and unknown.trend == ()
    before = row(dashboard(session, TODAY, period="2026-Q2"), "dung_han")
    assert before.period == "2026-Q2" and [p for p, _ in before.trend] == ["2026-Q1", "2026-Q2"]
    assert before.forecast == Decimal(188) / 191 * 100


def test_hidden_indicators_are_left_out(session: Session, plan_id: int) -> None:
    indicators.hide_indicator(session, "qua_han")
    assert [r.target.indicator for r in dashboard(session, TODAY).targets] == ["dung_han", "hai_long", "so_hoa_hs", ""]


def test_the_packed_rows_of_files_are_never_opened(session: Session, plan_id: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with session.step("bench") as doing:
        figures.add_file(doing.uow, {"period": "2026-Q3", "name": "a.xlsx"}, {}, [["H1"]])

    def opened(*_: object) -> object:
        raise AssertionError("unpacked")

    monkeypatch.setattr("kh_desktop.store.figures.zlib.decompress", opened)
    assert dashboard(session, TODAY, period="2026-Q3").year == 2026
