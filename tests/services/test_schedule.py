"""The schedule of the office: following plans, explaining and moving deadlines, report duties, work days, the agenda."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.model import Agency, DueMove, Evidence, Plan, Task, TaskGroup, TaskState, UnitRef
from kh_desktop.domain.schedule import Entry, Waiting
from kh_desktop.importing.reading import Reading
from kh_desktop.services import importing, issuing, plans, progress, schedule, tasks, workdays
from kh_desktop.services.calendar_export import agenda_document, export_agenda, export_month, month_document
from kh_desktop.services.plan_file import plan_from_json, plan_to_json
from kh_desktop.services.review import problems
from kh_desktop.services.session import ChangeSet, Session

TODAY = date(2027, 6, 20)
PHRASES = ("Quý I/2027", "Quý II/2027", "Thường xuyên", "Sau Tết", "Trước ngày 31/9/2027", "Theo kế hoạch của tỉnh", "Trước ngày 01/7/2027")


@pytest.fixture
def plan_id(session: Session) -> int:
    rows = tuple(Task(content=f"Việc {i}", lead=(UnitRef("VP"),), deadline=p) for i, p in enumerate(PHRASES, start=1))
    groups = (TaskGroup(title="Nhóm", tasks=rows),)
    return plans.new_plan_from(session, Plan(year=2027, title="Kế hoạch", agency=Agency("xã", "An Thạnh"), groups=groups))


@pytest.fixture
def ids(session: Session, plan_id: int) -> list[int]:
    return [t.id for t in plans.get_plan(session, plan_id).groups[0].tasks]


def by_task(session: Session, plan_id: int, task_id: int, today: date = TODAY) -> list[schedule.Entry]:
    return [e for e in schedule.entries(session, plan_id, today) if e.task_id == task_id]


def test_entries_are_those_of_the_whole_plan(session: Session, plan_id: int) -> None:
    found = schedule.entries(session, plan_id, TODAY)
    assert found == schedule.plan_entries(session, plans.get_plan(session, plan_id), TODAY)
    assert [e.day for e in found] == sorted(e.day for e in found)
    assert {e.kind for e in found} == {"window", "check", "due", "report"}
    assert [w.why for w in schedule.waiting(session, plan_id)] == ["unknown", "invalid", "open"]
    assert [e.original for e in schedule.ongoing(session, plan_id, TODAY)] == ["2027-06-30"]


def test_a_deadline_is_explained_forgotten_and_undone_also_on_an_issued_plan(session: Session, plan_id: int, ids: list[int]) -> None:
    issuing.issue(session, plan_id, number="1", issued="2027-01-05")
    change = schedule.explain_deadline(session, ids[3], kind="due", end="2027-02-28")
    assert change.kinds == {"task"} and change.plan_ids == {plan_id} and not change.structure_changed
    (entry,) = by_task(session, plan_id, ids[3])
    assert (entry.original, entry.phrase, entry.state) == ("2027-02-28", "Sau Tết", "late")
    assert session.undo_label == "Giải thích thời hạn nhiệm vụ I.4"
    assert progress.row_history(session, ids[3])[0].label == "deadline.explain"
    schedule.forget_explanation(session, ids[3])
    assert by_task(session, plan_id, ids[3]) == []
    session.undo()
    assert len(by_task(session, plan_id, ids[3])) == 1


def test_an_explanation_ends_with_its_phrase(session: Session, plan_id: int, ids: list[int]) -> None:
    schedule.explain_deadline(session, ids[3], kind="recurring", every=("year", "quarter"))
    assert [e.original for e in by_task(session, plan_id, ids[3])] == ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"]
    tasks.update_task(session, ids[3], deadline="Sau Tết ít ngày")
    assert by_task(session, plan_id, ids[3]) == []
    assert schedule.explanation(tasks.get_tasks(session, [ids[3]])[0]) is None


def test_a_cell_over_several_rows_is_explained_once(session: Session, plan_id: int, ids: list[int]) -> None:
    tasks.merge_cells(session, ids[3:5], "deadline", True)
    schedule.explain_deadline(session, ids[4], kind="due", end="2027-02-26")
    assert [e.original for t in ids[3:5] for e in by_task(session, plan_id, t)] == ["2027-02-26"] * 2
    schedule.forget_explanation(session, ids[4])
    assert [w.number for w in schedule.waiting(session, plan_id)] == ["I.4", "I.5", "I.6"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"kind": "unknown"}, "explain.kind"),
        ({"kind": "due"}, "needs_end"),
        ({"kind": "recurring", "every": ("fortnight",)}, "needs_every"),
        ({"kind": "window", "start": "2027-05-01", "end": "2027-04-01"}, "explain.order"),
        ({"kind": "due", "end": "2027-02-30"}, "wrong_date"),
    ],
)
def test_explanations_that_make_no_sense_are_refused(session: Session, ids: list[int], given: dict[str, object], code: str) -> None:
    with pytest.raises(KhError, match=code):
        schedule.explain_deadline(session, ids[3], **given)  # type: ignore[arg-type]


def test_a_day_is_moved_with_its_reason_logged_and_put_back(session: Session, plan_id: int, ids: list[int]) -> None:
    issuing.issue(session, plan_id, number="1", issued="2027-01-05")
    heard: list[ChangeSet] = []
    session.subscribe(heard.append)
    key = f"task:{ids[1]}:2027-06-30"
    schedule.move_due(session, key, "2027-07-15", " Công văn 12/UBND  ")
    assert ("task", ids[1]) in heard[0].ids and not heard[0].structure_changed
    (entry,) = by_task(session, plan_id, ids[1])
    assert (entry.key, entry.day, entry.moved, entry.reason, entry.state) == (key, "2027-07-15", True, "Công văn 12/UBND", "later")
    assert str(schedule.explain(session, entry)[0]) == "Đã dời từ 30/06/2027 sang 15/07/2027. Lý do: Công văn 12/UBND."
    assert session.undo_label == "Dời ngày của nhiệm vụ I.2"
    schedule.put_due_back(session, key)
    assert not by_task(session, plan_id, ids[1])[0].moved
    assert [(m.moved_to, m.reason) for m in schedule.moves_of(session, key)] == [("2027-07-15", "Công văn 12/UBND"), ("", "")]
    session.undo()
    assert by_task(session, plan_id, ids[1])[0].moved
    session.undo()
    assert schedule.moves_of(session, key) == []
    for wrong, to, reason in (
        (key, "2027-07-15", " "),
        (key, "15/7/2027", "x"),
        ("task:999:2027-06-30", "2027-07-15", "x"),
        ("x", "2027-07-15", "x"),
    ):
        with pytest.raises(KhError):
            schedule.move_due(session, wrong, to, reason)


def test_meaning_and_moves_go_along_with_copies(session: Session, plan_id: int, ids: list[int]) -> None:
    schedule.explain_deadline(session, ids[3], kind="due", end="2027-02-28")
    schedule.move_due(session, f"task:{ids[1]}:2027-06-30", "2027-07-15", "Lý do")
    issuing.issue(session, plan_id, number="1", issued="2027-01-05")
    copy = plans.get_plan(session, issuing.new_version(session, plan_id)).groups[0].tasks
    assert copy[3].meaning is not None and copy[3].meaning.end == "2027-02-28"
    assert [(m.original, m.moved_to) for m in copy[1].moves] == [("2027-06-30", "2027-07-15")]
    plan = plans.get_plan(session, plan_id)
    again = plan_from_json(plan_to_json(plan)).groups[0].tasks
    assert [(t.meaning, t.moves) for t in again] == [(t.meaning, t.moves) for t in plan.groups[0].tasks]


def test_a_removed_plan_comes_back_with_its_moves(session: Session, plan_id: int, ids: list[int]) -> None:
    schedule.move_due(session, f"task:{ids[1]}:2027-06-30", "2027-07-15", "Lý do")
    before = plans.get_plan(session, plan_id)
    tasks.remove_rows(session, task_ids=ids[:2])
    plans.delete_plan(session, plan_id)
    assert session.workspace.conn.execute("SELECT count(*) FROM due_move").fetchone() == (0,)
    session.undo()
    session.undo()
    assert plans.get_plan(session, plan_id) == before


def test_the_agenda_has_each_open_entry_once(session: Session, plan_id: int, ids: list[int]) -> None:
    found = schedule.agenda(session, date(2027, 6, 28), [plan_id])
    parts = {name: [e.number or e.key for e in getattr(found, name)] for name in ("late", "today", "week", "month", "later", "ongoing")}
    assert parts == {
        "late": ["report:2027-Q1", "I.1", "report:2027-Q2"],
        "today": [],
        "week": ["I.2", "I.7"],
        "month": [],
        "later": ["report:2027-Q3", "report:2027-Q4", "report:2027-Y"],
        "ongoing": ["I.3"],
    }
    assert [w.number for w in found.waiting] == ["I.4", "I.5", "I.6"]
    progress.set_progress(session, ids, state=TaskState.DONE)
    done = schedule.agenda(session, date(2027, 6, 28), [plan_id])
    assert not done.week and not done.ongoing and not done.waiting and [e.key for e in done.late] == ["report:2027-Q1", "report:2027-Q2"]


def test_evidence_answers_the_check_of_its_quarter(session: Session, plan_id: int, ids: list[int]) -> None:
    progress.add_evidence(session, ids[2], Evidence(number="5/BC", issued="2027-06-02"))
    assert [e.state for e in by_task(session, plan_id, ids[2])] == ["late", "done", "later", "later"]
    assert schedule.agenda(session, TODAY, [plan_id]).ongoing == []


def test_entries_of_a_submitted_plan_say_that_it_is_not_in_force(session: Session, plan_id: int) -> None:
    def unsigned() -> set[bool]:
        found = schedule.agenda(session, TODAY)
        every = (*found.late, *found.today, *found.week, *found.month, *found.later)
        return {entry.unsigned for entry in every if entry.task_id}

    assert unsigned() == {False}, "a draft is seen by whoever writes it"
    issuing.submit(session, plan_id)
    assert unsigned() == {True}
    issuing.issue(session, plan_id, number="1", issued="2027-01-05")
    assert unsigned() == {False}


def test_which_plans_are_followed(session: Session, plan_id: int) -> None:
    def followed(today: date = TODAY) -> list[int]:
        return [p.id for p in schedule.followed_plans(session, today)]

    other = plans.new_plan_from(session, Plan(year=2027, title="Nháp"))
    assert sorted(followed()) == [plan_id, other]
    assert followed(date(2026, 12, 1)) == []
    issuing.issue(session, plan_id, number="1", issued="2027-01-05")
    assert followed() == [plan_id] == followed(date(2028, 1, 10))
    assert followed(date(2029, 1, 10)) == []
    newer = issuing.new_version(session, plan_id)
    issuing.submit(session, newer)
    assert followed() == [plan_id]
    issuing.issue(session, newer, number="2", issued="2027-05-05")
    assert followed() == [newer]


def test_report_duties_are_marked_moved_and_ruled(session: Session, plan_id: int) -> None:
    def reports() -> dict[str, schedule.Entry]:
        return {e.key: e for e in schedule.entries(session, plan_id, TODAY) if e.kind == "report"}

    schedule.mark_report(session, "report:2027-Q1")
    schedule.move_due(session, "report:2027-Q3", "2027-09-10", "Tỉnh yêu cầu sớm")
    assert reports()["report:2027-Q1"].state == "done"
    assert (reports()["report:2027-Q3"].day, reports()["report:2027-Q3"].reason) == ("2027-09-10", "Tỉnh yêu cầu sớm")
    assert session.undo_label == "Dời ngày của Báo cáo quý III/2027"
    schedule.put_due_back(session, "report:2027-Q3")
    schedule.mark_report(session, "report:2027-Q1", False)
    assert session.workspace.conn.execute("SELECT count(*) FROM setting").fetchone() == (0,)
    schedule.set_report_rules(session, due_day=20, every=("half_year",))
    assert [(e.key, e.original) for e in reports().values()] == [("report:2027-H1", "2027-06-20"), ("report:2027-H2", "2027-12-20")]
    assert schedule.report_rules(session).every == ("half_year",)
    session.undo()
    assert len(reports()) == 5
    for wrong in ({"due_day": 0}, {"every": ("week",)}, {"first_start": "x"}, {"colour": 1}, {"to_day": True}):
        with pytest.raises(KhError):
            schedule.set_report_rules(session, **wrong)


def test_reports_from_before_the_program_was_used_are_no_debt(session: Session, plan_id: int) -> None:
    # The plan of an earlier year is stored today.
    old = plans.new_plan_from(session, Plan(year=2025, title="Kế hoạch cũ"))
    states = {e.key: e.state for e in schedule.entries(session, old, date(2026, 1, 10))}
    assert states == {"report:2025-Q3": "done", "report:2025-Q4": "done", "report:2025-Y": "done"}


def test_work_days_are_shipped_edited_and_undone(session: Session, plan_id: int, ids: list[int]) -> None:
    from kh_desktop.domain.workdays import is_workday, name_of_day

    assert not is_workday(workdays.workdays(session), "2026-01-02") and is_workday(workdays.workdays(session), "2026-01-10")
    assert name_of_day(workdays.workdays(session), "2027-02-05") == "Tết Nguyên đán (dự kiến)"
    assert is_workday(workdays.workdays(session), "2026-11-23")  # only being discussed
    workdays.set_day(session, "2027-06-30", "off", "Nghỉ riêng")
    assert by_task(session, plan_id, ids[1])[0].day == "2027-06-29"
    workdays.set_day(session, "2027-02-11", "")
    assert is_workday(workdays.workdays(session), "2027-02-11")
    assert [(d.day, d.kind, d.name) for d in workdays.edited_days(session)] == [("2027-02-11", "", ""), ("2027-06-30", "off", "Nghỉ riêng")]
    assert session.undo_label == "Sửa lịch làm việc ngày 11/02/2027"
    workdays.reset_day(session, "2027-02-11")
    assert not is_workday(workdays.workdays(session), "2027-02-11")
    workdays.set_rest_weekdays(session, [6])
    assert is_workday(workdays.workdays(session), "2027-06-19") and workdays.rest_weekdays(session) == {6}
    session.undo()
    assert workdays.rest_weekdays(session) == {5, 6}
    for days in (range(7), [7]):
        with pytest.raises(UsageError, match="workdays.none"):
            workdays.set_rest_weekdays(session, days)


def test_every_shipped_day_agrees_with_its_kind(session: Session) -> None:
    from kh_desktop.domain.workdays import is_workday

    found = workdays.workdays(session)
    assert len(workdays.shipped_days()) > 50
    for day in workdays.shipped_days():
        assert is_workday(found, day.day) == (day.kind in ("work", "maybe")), day
    assert all(d.decided for d in workdays.shipped_days() if d.day < "2026-11-21")


def test_what_a_day_off_means_is_said(session: Session, plan_id: int, ids: list[int]) -> None:
    tasks.update_task(session, ids[0], deadline="Chậm nhất ngày 01/5/2027")
    (entry,) = by_task(session, plan_id, ids[0])
    words = " ".join(map(str, schedule.explain(session, entry)))
    assert entry.day == "2027-04-29" and "Điều 148" in words and "(04/05/2027)" in words and "Ngày Quốc tế Lao động" in words


def test_the_review_names_deadlines_nobody_understands(session: Session, plan_id: int, ids: list[int]) -> None:
    def found() -> list[tuple[str, str]]:
        return [(p.code, p.anchor) for p in problems(plans.get_plan(session, plan_id)) if p.code.startswith("deadline")]

    assert found() == [("deadline_unknown", f"task:{ids[3]}:deadline"), ("deadline_invalid", f"task:{ids[4]}:deadline")]
    texts = [p.text for p in problems(plans.get_plan(session, plan_id)) if p.code == "deadline_invalid"]
    assert texts == ["Nhiệm vụ I.5: thời hạn “Trước ngày 31/9/2027” ghi ngày không có. Ngày gần nhất có thật: 30/9/2027."]
    schedule.explain_deadline(session, ids[3], kind="open")
    tasks.update_task(session, ids[4], deadline="Tháng 13/2027")
    assert found() == [("deadline_invalid", f"task:{ids[4]}:deadline")]


def test_month_and_agenda_are_documents(session: Session, plan_id: int, tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    month = month_document(session, 2027, 6, TODAY, [plan_id])
    cells = [
        line
        for part in month.parts
        for block in part.blocks
        if hasattr(block, "rows")
        for row in block.rows
        for c in row.cells
        for line in c.lines
    ]
    assert "- I.2 Việc 2" in cells and "+ 1 việc thường xuyên" in cells and len(month.parts) == 2
    assert "2 – Quốc khánh" in str(month_document(session, 2027, 9, TODAY, [plan_id]))
    words = str(agenda_document(session, TODAY, [plan_id]))
    assert "Quá hạn (3)" in words and "Chưa có ngày (3)" in words
    for suffix in (".pdf", ".xlsx", ".docx"):
        assert export_month(session, folder / f"thang{suffix}", 2027, 6, TODAY, [plan_id]).stat().st_size > 1000
        assert export_agenda(session, folder / f"viec{suffix}", TODAY, [plan_id]).stat().st_size > 1000
    with pytest.raises(UsageError, match="unknown_format"):
        export_agenda(session, folder / "viec.txt", TODAY, [plan_id])


class Late:
    """Stands for a filter: what is late, of one unit."""

    closed = False

    def __init__(self, unit: str = "") -> None:
        self.unit, self.words = unit, "Chỉ in: quá hạn"

    def keeps(self, entry: Entry) -> bool:
        return entry.state == "late" and (not self.unit or self.unit in entry.lead)

    def keeps_ongoing(self, entry: Entry) -> bool:
        return False

    def keeps_waiting(self, waiting: Waiting, lead: Sequence[str]) -> bool:
        return self.unit in lead


def test_only_what_is_shown_is_printed(session: Session, plan_id: int) -> None:
    everything = str(agenda_document(session, TODAY, [plan_id]))
    late = str(agenda_document(session, TODAY, [plan_id], Late()))
    assert "Quá hạn (3)" in late and "Chưa có ngày" not in late and "Chỉ in: quá hạn" in late and "Chỉ in" not in everything
    month = month_document(session, 2027, 6, TODAY, [plan_id], Late("Không có đơn vị này"))
    assert len(month.parts) == 1 and "- I.2 Việc 2" not in str(month) and "Chỉ in" in str(month)


def test_moves_are_kept_with_their_time(session: Session, plan_id: int, ids: list[int]) -> None:
    schedule.move_due(session, f"task:{ids[1]}:2027-06-30", "2027-07-15", "Lý do")
    (move,) = tasks.get_tasks(session, [ids[1]])[0].moves
    assert isinstance(move, DueMove) and len(move.at) == 19


def test_a_plan_of_last_year_that_was_read_in_is_followed_once_somebody_follows_it(session: Session, tmp_path: Path) -> None:
    task = Task(content="Rà soát", deadline="Trước ngày 15/6/2025")
    file = tmp_path / "cũ.txt"
    file.write_text("KẾ HOẠCH", encoding="utf-8")
    plan = Plan(year=2025, title="Kiểm soát TTHC năm 2025", number="37", issued="2025-01-15", groups=(TaskGroup(tasks=(task,)),))
    plan_id = importing.save(session, Reading(plan), file, issued=True)
    next_year = date(2026, 3, 2)
    assert schedule.followed_plans(session, next_year) == [] and not schedule.agenda(session, next_year).late
    assert [p.id for p in schedule.followed_plans(session, date(2025, 3, 2))] == [plan_id]
    progress.set_progress(session, [plans.get_plan(session, plan_id).groups[0].tasks[0].id], state=TaskState.DOING)
    assert [p.id for p in schedule.followed_plans(session, next_year)] == [plan_id]
