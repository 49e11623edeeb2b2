"""Reminders: each stage once, put off, closed, after days when the PC was off."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Agency, Plan, Task, TaskGroup, TaskState
from kh_desktop.services import issuing, plans, progress, reminders, schedule, tasks
from kh_desktop.services.session import Session, open_session

DAY = datetime(2027, 9, 14, 8, 0)  # a Tuesday


@pytest.fixture
def task_id(session: Session) -> int:
    groups = (TaskGroup(title="Nhóm", tasks=(Task(content="Việc", deadline="Chậm nhất ngày 14/9/2027"),)),)
    plan_id = plans.new_plan_from(session, Plan(year=2027, title="Kế hoạch", agency=Agency("xã", "An Thạnh"), groups=groups))
    schedule.set_report_rules(session, every=())
    return plans.get_plan(session, plan_id).groups[0].tasks[0].id


def told(session: Session, now: datetime) -> list[str]:
    """The stages told at ``now``."""
    found = reminders.pending(session, now)
    reminders.mark_shown(session, [r.key for r in found], now)
    return [r.key.rpartition("@")[2] for r in found]


def before(days: int) -> datetime:
    return DAY - timedelta(days=days)


def test_each_stage_is_told_once(session: Session, task_id: int) -> None:
    heard = {days: told(session, before(days)) + told(session, before(days)) for days in range(20, -4, -1)}
    assert {days: stages for days, stages in heard.items() if stages} == {15: ["15"], 7: ["7"], 3: ["3"], 1: ["1"], 0: ["0"], -1: ["-1"]}


def test_what_was_missed_is_told_at_the_next_look_and_only_the_last_of_it(session: Session, task_id: int) -> None:
    assert told(session, before(20)) == []
    assert told(session, before(5)) == ["7"]
    assert told(session, before(4)) == []
    assert told(session, before(-30)) == ["-1"]
    assert told(session, before(-31)) == []


def test_it_outlives_the_session(session: Session, task_id: int) -> None:
    assert told(session, before(7)) == ["7"]
    path = session.path
    session.close()
    again = open_session(path)
    assert told(again, before(6)) == []
    again.close()


def test_days_left_and_keys(session: Session, task_id: int) -> None:
    (found,) = reminders.pending(session, before(7))
    assert (found.key, found.days_left, found.entry.task_id) == (f"task:{task_id}:2027-09-14@7", 7, task_id)


def test_put_off_it_comes_again_at_its_time(session: Session, task_id: int) -> None:
    (found,) = reminders.pending(session, before(7))
    reminders.snooze(session, found.key, before(7) + timedelta(hours=2))
    assert told(session, before(7) + timedelta(hours=1)) == []
    assert told(session, before(7) + timedelta(hours=2)) == ["7"]
    assert told(session, before(7) + timedelta(hours=3)) == []
    reminders.snooze(session, found.key, before(2))
    assert told(session, before(3)) == []
    assert told(session, before(2)) == ["3"]


def test_closed_it_never_comes_again_until_the_day_is_moved(session: Session, task_id: int) -> None:
    (found,) = reminders.pending(session, before(7))
    reminders.close_reminder(session, found.key, before(7).date())
    assert [told(session, before(days)) for days in (3, 1, 0, -1)] == [[]] * 4
    schedule.move_due(session, found.entry.key, "2027-09-30", "Lý do")
    assert told(session, before(0)) == []
    assert told(session, before(-1)) == ["15"]


def test_a_moved_day_is_told_anew(session: Session, task_id: int) -> None:
    assert told(session, before(1)) == ["1"]
    schedule.move_due(session, f"task:{task_id}:2027-09-14", "2027-09-20", "Lý do")
    assert told(session, before(1)) == ["7"]


def test_done_is_not_told(session: Session, task_id: int) -> None:
    progress.set_progress(session, [task_id], state=TaskState.DONE)
    assert told(session, before(7)) == []


def test_days_before_by_kind_and_by_task(session: Session, task_id: int) -> None:
    assert reminders.offsets(session)["due"] == (15, 7, 3, 1)
    reminders.set_offsets(session, "due", [2, 30])
    assert [told(session, before(d)) for d in (31, 30, 15, 2)] == [[], ["30"], [], ["2"]]
    reminders.set_offsets(session, task_id, [])
    assert told(session, before(0)) == []
    assert session.undo_label == "Đổi số ngày nhắc trước của nhiệm vụ I.1"
    session.undo()
    assert told(session, before(0)) == ["0"]
    reminders.set_offsets(session, "due", None)
    assert reminders.offsets(session)["due"] == (15, 7, 3, 1)
    for wrong in (("due", [400]), ("due", [-1]), ("colour", [1]), (task_id + 5, [1])):
        with pytest.raises(KhError):
            reminders.set_offsets(session, *wrong)  # type: ignore[arg-type]


def test_showing_is_no_undo_step(session: Session, task_id: int) -> None:
    label = session.undo_label
    told(session, before(7))
    assert session.undo_label == label


def test_days_before_go_along_to_a_new_version_and_end_with_their_task(session: Session, task_id: int) -> None:
    reminders.set_offsets(session, task_id, [2])
    (plan_id,) = [p.id for p in plans.list_plans(session)]
    issuing.issue(session, plan_id, number="1", issued="2027-01-05")
    newer = issuing.new_version(session, plan_id)
    (copy,) = plans.get_plan(session, newer).groups[0].tasks
    assert reminders.offsets(session)[f"task:{copy.id}"] == (2,)
    schedule.move_due(session, f"task:{copy.id}:2027-09-14", "2027-09-16", "Lý do")
    issuing.issue(session, newer, number="2", issued="2027-05-05")
    assert told(session, before(2)) == [] and told(session, before(0)) == ["2"]
    plans.delete_plan(session, newer)
    assert f"task:{copy.id}" not in reminders.offsets(session)
    assert session.workspace.conn.execute("SELECT count(*) FROM reminder").fetchone() == (0,)
    session.undo()
    assert reminders.offsets(session)[f"task:{copy.id}"] == (2,)


def test_ongoing_work_is_told_of_its_present_check_only(session: Session, task_id: int) -> None:
    tasks.update_task(session, task_id, deadline="Thường xuyên")
    assert [r.entry.original for r in reminders.pending(session, DAY)] == []
    assert [r.entry.original for r in reminders.pending(session, datetime(2027, 9, 15, 8))] == ["2027-09-30"]


def test_weekly_work_is_not_told_of_weeks_before(session: Session, task_id: int) -> None:
    tasks.update_task(session, task_id, deadline="Hằng tuần từ ngày 06/9/2027")
    assert {r.entry.original: r.key.rpartition("@")[2] for r in reminders.pending(session, datetime(2027, 9, 9, 8))} == {"2027-09-12": "1"}


def test_a_workspace_to_look_at_keeps_nothing(session: Session, task_id: int) -> None:
    reader = open_session(session.path, read_only=True)
    assert told(reader, before(7)) == told(reader, before(7)) == ["7"]
    reader.close()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(-5, 25), min_size=1, max_size=8))
def test_whenever_one_looks_no_stage_is_told_twice(session: Session, task_id: int, looks: list[int]) -> None:
    with session.workspace.unit_of_work("reminder", recorded=False) as uow:
        uow.conn.execute("DELETE FROM reminder")
    heard = [stage for days in sorted(looks, reverse=True) for stage in told(session, before(days))]
    assert len(set(heard)) == len(heard) and heard == sorted(heard, key=int, reverse=True)
    nearest = min(looks)
    wanted = "-1" if nearest < 0 else next((str(s) for s in (0, 1, 3, 7, 15) if nearest <= s), None)
    assert (heard[-1] if heard else None) == wanted
