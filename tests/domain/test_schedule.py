"""The schedule of a plan: what becomes which day, and how it stands on a given day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.deadlines import EVERY, Deadline, Milestone, read_deadline
from kh_desktop.domain.model import DueMove, Evidence, Meaning, Plan, Task, TaskGroup, TaskState, UnitRef
from kh_desktop.domain.occurrences import occurrences, periods
from kh_desktop.domain.reports import ReportRules, report_periods
from kh_desktop.domain.schedule import (
    Calendar,
    Entry,
    ReportMark,
    current_checks,
    dated_tasks,
    pile_ups,
    reading_of,
    report_entries,
    task_entries,
    waiting_tasks,
)
from kh_desktop.domain.workdays import WEEKEND, DayOff, Workdays, YearlyDays, is_workday

WORKDAYS = Workdays(WEEKEND, YearlyDays((), (), WEEKEND, {}), {})


def plan_of(*tasks: Task, year: int = 2027, period: tuple[str, str] = ("", "")) -> Plan:
    return Plan(year=year, period_start=period[0], period_end=period[1], groups=(TaskGroup(1, "Nhóm", tasks),))


def entries_of(*tasks: Task, today: str = "2027-01-01", year: int = 2027, period: tuple[str, str] = ("", "")) -> list[Entry]:
    return task_entries(plan_of(*tasks, year=year, period=period), Calendar(WORKDAYS, today))


def days(phrase: str, **plan: object) -> list[str]:
    return [e.original for e in entries_of(Task(1, "Việc", deadline=phrase), **plan)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Trước ngày 15/9/2027", ["2027-09-14"]),
        ("Quý II/2027", ["2027-06-30"]),
        ("Hằng quý", ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"]),
        ("6 tháng, năm", ["2027-06-30", "2027-12-31"]),
        ("Chậm nhất ngày 15 của tháng cuối quý", ["2027-03-15", "2027-06-15", "2027-09-15", "2027-12-15"]),
        ("Trước ngày 05 hằng tháng", [f"2027-{m:02d}-04" for m in range(1, 13)]),
        ("Quý II và quý IV năm 2027", ["2027-06-30", "2027-12-31"]),
        ("Thường xuyên", ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"]),
        ("Theo chế độ báo cáo định kỳ", ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"]),
        ("Theo kế hoạch của tỉnh", []),
        ("Trước ngày 31/9/2027", []),
        ("Sau Tết", []),
    ],
)
def test_deadlines_become_days(phrase: str, expected: list[str]) -> None:
    assert days(phrase) == expected


def test_a_shorter_period_has_fewer_days() -> None:
    period = ("2025-07-01", "2025-12-31")
    assert days("Hằng quý", year=2025, period=period) == ["2025-09-30", "2025-12-31"]
    assert days("Thường xuyên", year=2025, period=period) == ["2025-09-30", "2025-12-31"]
    assert len(days("Hằng tuần", year=2025, period=period)) == 26
    assert days("Hằng tuần")[0] == "2027-01-10" and days("Hằng tuần")[-1] == "2027-12-31"


def test_a_range_over_several_plans_is_laid_out_on_this_one() -> None:
    assert days("Thường xuyên giai đoạn 2026 - 2030") == ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"]
    assert days("Giai đoạn 2026 - 2030") == ["2030-12-31"]
    beside = Task(1, "Việc", deadline="x", meaning=Meaning("x", "recurring", "2028-01-01", "2028-06-30", ("quarter",)))
    assert [e.original for e in entries_of(beside)] == ["2028-03-31", "2028-06-30"]


def test_a_day_off_shows_the_working_day_before_and_is_not_late_before_its_day_is_over() -> None:
    task = Task(1, "Việc", deadline="Chậm nhất ngày 30/4/2027")
    (entry,) = entries_of(task, today="2027-04-30")
    assert (entry.day, entry.original, entry.day_off, entry.state) == ("2027-04-29", "2027-04-30", "Ngày Chiến thắng", "today")
    assert [entries_of(task, today=f"2027-{day}")[0].state for day in ("04-01", "04-14", "04-28", "05-01")] == [
        "later",
        "soon",
        "soon",
        "late",
    ]


def test_days_that_hang_on_an_undecided_notice_say_so() -> None:
    (entry,) = entries_of(Task(1, "Việc", deadline="Chậm nhất ngày 08/02/2027"))
    assert (entry.day, entry.provisional, entry.day_off) == ("2027-02-03", True, "Tết Nguyên đán (dự kiến)")
    assert not entries_of(Task(1, "Việc", deadline="Chậm nhất ngày 30/4/2027"))[0].provisional


def test_an_event_on_one_day_off_stays_there() -> None:
    (entry,) = entries_of(Task(1, "Việc", deadline="Ngày 02/9/2027"))
    assert entry.day == entry.original == "2027-09-02" and entry.day_off == "Quốc khánh"


def test_states_of_the_task_close_its_days() -> None:
    for state, phrase in ((TaskState.DONE, "Hằng quý"), (TaskState.DROPPED, "Quý I")):
        assert {e.state for e in entries_of(Task(1, "Việc", deadline=phrase, state=state), today="2027-12-31")} == {state.value}


def test_evidence_closes_the_period_it_is_dated_in() -> None:
    evidence = (Evidence(1, "1/BC", "2027-05-20"), Evidence(2, "2/BC"))
    for phrase in ("Hằng quý", "Thường xuyên", "Chậm nhất ngày 15 của tháng cuối quý"):
        found = entries_of(Task(1, "Việc", deadline=phrase, evidence=evidence), today="2027-07-10")
        assert [e.state for e in found] == ["late", "done", "later", "later"], phrase
    found = entries_of(Task(1, "Việc", deadline="Trước 15/3 và 15/12/2027", evidence=evidence), today="2027-07-10")
    assert [e.state for e in found] == ["late", "done"]
    (due,) = entries_of(Task(1, "Việc", deadline="Quý II", evidence=evidence), today="2027-07-10")
    assert due.state == "late"


def test_a_moved_day_counts_for_its_new_day() -> None:
    moves = (DueMove("2027-06-30", "2027-07-10", "Công văn 12", "x"), DueMove("2027-03-31", "2027-04-02", "y"), DueMove("2027-03-31", ""))
    found = entries_of(Task(1, "Việc", deadline="Hằng quý", moves=moves), today="2027-07-11")
    assert [(e.day, e.moved, e.reason, e.state) for e in found][:2] == [
        ("2027-03-31", False, "", "late"),
        ("2027-07-10", True, "Công văn 12", "late"),
    ]
    assert found[1].key == "task:1:2027-06-30"


def test_rows_that_hang_together() -> None:
    lead = (UnitRef("VP"),)
    tasks = (
        Task(1, "Việc\nchi tiết", lead=lead, deadline="Quý I"),
        Task(2, continues=True, product="Báo cáo", deadline="Quý II"),
        Task(3, continues=True, merged=("deadline",)),
        Task(4, "Việc khác", merged=("lead", "deadline")),
        Task(5, "Phần", level=1),
    )
    rows = list(dated_tasks(plan_of(*tasks)))
    assert [(r.task.id, r.number, r.title, r.lead, r.reading.end) for r in rows] == [
        (1, "I.1", "Việc", ("VP",), "2027-03-31"),
        (2, "I.1", "Việc", ("VP",), "2027-06-30"),
        (4, "I.2", "Việc khác", (), "2027-06-30"),
    ]


def test_an_explanation_counts_while_the_phrase_is_the_same() -> None:
    task = Task(1, "Việc", deadline="Sau Tết", meaning=Meaning("Sau Tết", "due", end="2027-02-28"))
    assert reading_of(plan_of(task), task) == Deadline("Sau Tết", "due", None, "2027-02-28")
    assert [w.why for w in waiting_tasks(plan_of(task, replace(task, deadline="Sau Tết 5 ngày")))] == ["unknown"]
    every = replace(task, meaning=Meaning("Sau Tết", "recurring", "2027-04-01", every=("quarter",)))
    assert [e.original for e in entries_of(every)] == ["2027-06-30", "2027-09-30", "2027-12-31"]


def test_what_waits_and_why() -> None:
    tasks = [
        Task(i, "Việc", deadline=d) for i, d in enumerate(("Theo kế hoạch của tỉnh", "Sau Tết", "Trước 31/9/2027", "Quý I", ""), start=1)
    ]
    found = waiting_tasks(plan_of(*tasks, replace(tasks[0], state=TaskState.DONE)))
    assert [(w.task_id, w.why, w.suggestion) for w in found] == [(1, "open", ""), (2, "unknown", ""), (3, "invalid", "2027-09-30")]


def test_the_check_that_counts_now() -> None:
    found = entries_of(Task(1, "Việc", deadline="Thường xuyên"), Task(2, "B", deadline="Thường xuyên từ tháng 10/2027"), today="2027-05-10")
    assert [(e.task_id, e.original) for e in current_checks(found, "2027-05-10")] == [(1, "2027-06-30")], "the other has not begun"
    assert [(e.task_id, e.original) for e in current_checks(found, "2027-10-01")] == [(1, "2027-12-31"), (2, "2027-12-31")]
    assert current_checks(found, "2026-11-20") == []
    assert [e.original for e in current_checks(found, "2028-02-01")] == ["2027-12-31"] * 2


def test_pile_ups_count_what_is_open() -> None:
    tasks = [Task(i, "Việc", deadline="Quý I") for i in range(1, 8)]
    assert pile_ups(entries_of(*tasks)) == [("2027-03-31", 7)]
    assert pile_ups(entries_of(*tasks), most=7) == []
    assert pile_ups(entries_of(*(replace(t, state=TaskState.DONE) for t in tasks))) == []
    assert pile_ups(entries_of(*(replace(t, deadline="Thường xuyên") for t in tasks))) == []


def test_report_periods_of_the_office() -> None:
    found = report_periods(ReportRules(), "2025-01-01", "2026-03-31")
    assert [(p.key, p.start, p.end, p.due) for p in found] == [
        ("2025-Q3", "2025-07-01", "2025-09-14", "2025-09-15"),
        ("2025-Q4", "2025-09-15", "2025-12-14", "2025-12-15"),
        ("2025-Y", "2025-07-01", "2025-12-14", "2025-12-15"),
        ("2026-Q1", "2025-12-15", "2026-03-14", "2026-03-15"),
    ]
    whole = ReportRules(from_day=1, to_day=31, due_day=31, first_start="", every=("quarter",))
    assert [(p.start, p.end, p.due) for p in report_periods(whole, "2027-01-01", "2027-12-31")][:2] == [
        ("2027-01-01", "2027-03-31", "2027-03-31"),
        ("2027-04-01", "2027-06-30", "2027-06-30"),
    ]
    assert report_periods(replace(whole, every=()), "2027-01-01", "2027-12-31") == []


def test_report_duties_are_entries() -> None:
    marks = {"2027-Q2": ReportMark(done=True), "2027-Q3": ReportMark(moved_to="2027-09-20", reason="Tỉnh yêu cầu")}
    found = report_entries(ReportRules(), "2027-01-01", "2027-12-31", Calendar(WORKDAYS, "2027-09-18"), marks)
    assert [(e.key, e.day, e.state) for e in found] == [
        ("report:2027-Q1", "2027-03-15", "late"),
        ("report:2027-Q2", "2027-06-15", "done"),
        ("report:2027-Q3", "2027-09-20", "soon"),
        ("report:2027-Q4", "2027-12-15", "later"),
        ("report:2027-Y", "2027-12-15", "later"),
    ]
    before = report_entries(ReportRules(), "2027-01-01", "2027-12-31", Calendar(WORKDAYS, "2027-09-18"), {}, settled_before="2027-05-01")
    assert [e.state for e in before] == ["done", "late", "late", "later", "later"]


ISO = st.dates(date(2020, 1, 1), date(2032, 12, 31)).map(date.isoformat)
MILESTONES = st.lists(st.builds(Milestone, st.none(), ISO), max_size=5).map(lambda m: tuple(sorted(m, key=lambda x: x.end)))


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    """Deadlines of every kind, also odd ones that no phrase gives."""
    start, end = draw(st.none() | ISO), draw(st.none() | ISO)
    kind = draw(st.sampled_from(["due", "window", "ongoing", "recurring", "open", "invalid", "unknown"]))
    every = tuple(e for e in EVERY if e in draw(st.sets(st.sampled_from(EVERY))))
    return Deadline("x", kind, start, end, every, milestones=draw(MILESTONES))


@given(deadlines(), ISO, st.integers(0, 800))
def test_days_are_in_order_and_never_twice(deadline: Deadline, start: str, length: int) -> None:
    end = (date.fromisoformat(start) + timedelta(days=length)).isoformat()
    found = occurrences(deadline, start, end)
    keys = [(o.kind, o.original) for o in found]
    assert keys == sorted(keys, key=lambda k: (k[1], k[0])) and len(set(keys)) == len(keys)
    if deadline.kind in ("open", "invalid", "unknown"):
        assert not found
    assert all(o.since <= o.until for o in found)


@given(st.sampled_from([e for e in EVERY if e != "scheduled"]), ISO, st.integers(0, 1500))
def test_periods_cover_their_range_once(unit: str, first: str, length: int) -> None:
    last = (date.fromisoformat(first) + timedelta(days=length)).isoformat()
    found = list(periods(unit, first, last))
    assert found[0][0] == first and found[-1][1] == last
    for (_, end), (begin, _) in zip(found, found[1:], strict=False):
        assert date.fromisoformat(end) + timedelta(days=1) == date.fromisoformat(begin)


PHRASES = (
    "Quý II/2027", "Thường xuyên", "Hằng tháng", "Hằng tuần", "Trước ngày 15/9/2027", "Theo kế hoạch của tỉnh", "Trước 31/9",
    "Quý I và quý III", "Trong năm", "Trước ngày 15 hằng tháng", "Báo cáo quý, năm", "",
)  # fmt: skip


@given(st.lists(st.sampled_from(PHRASES), max_size=6), st.dates(date(2026, 6, 1), date(2028, 6, 1)), st.lists(ISO, max_size=3))
def test_entries_of_any_plan(phrases: list[str], today: date, evidence: list[str]) -> None:
    proof = tuple(Evidence(issued=day) for day in evidence)
    tasks = [Task(i, f"Việc {i}", deadline=p, evidence=proof) for i, p in enumerate(phrases, start=1)]
    found = task_entries(plan_of(*tasks), Calendar(WORKDAYS, today.isoformat()))
    assert [e.day for e in found] == sorted(e.day for e in found)
    assert len({e.key for e in found}) == len(found)
    for e in found:
        assert e.day <= e.original and (not e.start or e.start <= e.original)
        assert is_workday(WORKDAYS, e.day) or e.day == e.original
        assert (e.state == "late") == (e.open and today.isoformat() > e.original)
        assert bool(e.day_off) == (not is_workday(WORKDAYS, e.original))
    waiting = {w.task_id for w in waiting_tasks(plan_of(*tasks))}
    dated = {e.task_id for e in found}
    assert waiting | dated == {t.id for t in tasks if t.deadline} and not waiting & dated


@given(st.sampled_from(PHRASES[:5]), st.integers(2024, 2040))
def test_a_day_off_entered_by_hand_moves_only_its_own_day(phrase: str, year: int) -> None:
    read = read_deadline(phrase, year=year)
    (first, *_) = occurrences(read, f"{year}-01-01", f"{year}-12-31")
    off = {first.original: DayOff(first.original, "Ngày nghỉ riêng")}
    own = Workdays(WEEKEND, YearlyDays((), (), WEEKEND, off), {})
    plan = plan_of(Task(1, "Việc", deadline=phrase), year=year)
    before, after = (task_entries(plan, Calendar(w, f"{year}-01-01")) for w in (WORKDAYS, own))
    assert {e.key for e in before} == {e.key for e in after}
    assert all(a.day <= b.day for a, b in zip(after, before, strict=True))
    assert next(e for e in after if e.original == first.original).day_off == "Ngày nghỉ riêng"
