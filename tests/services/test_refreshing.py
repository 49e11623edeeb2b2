"""A plan kept up to date group by group is the plan on disk."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import Agency, LegalBasis, Plan, Task, TaskGroup, UnitRef
from kh_desktop.services import bases, plans, progress, tasks
from kh_desktop.services.plans import get_plan, new_plan_from, set_plan
from kh_desktop.services.refreshing import refreshed
from kh_desktop.services.session import ChangeSet, Session


def make(session: Session) -> Plan:
    """Three groups of four tasks."""
    groups = tuple(
        TaskGroup(title=f"Nhóm {g}", tasks=tuple(Task(content=f"Việc {g}.{t}", lead=(UnitRef("Văn phòng"),)) for t in range(4)))
        for g in range(3)
    )
    return get_plan(session, new_plan_from(session, Plan(year=2027, title="Kế hoạch", agency=Agency(name="Suối Rồng"), groups=groups)))


CHANGES: dict[str, Callable[[Session, Plan], object]] = {
    "cell": lambda s, p: tasks.update_task(s, p.groups[1].tasks[2].id, content="Khác", lead="Công an xã; Văn phòng"),
    "added": lambda s, p: tasks.add_tasks(s, p.groups[1].id, [Task(content="Mới")], 1),
    "removed": lambda s, p: tasks.remove_rows(s, task_ids=[p.groups[0].tasks[0].id, p.groups[2].tasks[3].id]),
    "moved": lambda s, p: tasks.move_tasks(s, [p.groups[0].tasks[1].id], group_id=p.groups[2].id, at=2),
    "group moved": lambda s, p: tasks.move_group(s, p.groups[2].id, 0),
    "group named": lambda s, p: tasks.update_group(s, p.groups[2].id, "Tên khác"),
    "group added": lambda s, p: tasks.add_group(s, p.id, "Thêm", 1),
    "group removed": lambda s, p: tasks.remove_rows(s, group_ids=[p.groups[1].id]),
    "levels": lambda s, p: tasks.indent_tasks(s, [p.groups[1].tasks[1].id], 1),
    "title": lambda s, p: set_plan(s, p.id, title="Tên khác"),
    "basis": lambda s, p: bases.add_basis(s, p.id, LegalBasis(number="1/NĐ-CP")),
    "evidence": lambda s, p: progress.set_progress(s, [p.groups[0].tasks[0].id], note="Đang làm"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_changed_is_taken_in_and_undone(session: Session, name: str) -> None:
    plan = make(session)
    heard: list[ChangeSet] = []
    session.subscribe(heard.append)
    CHANGES[name](session, plan)
    after = refreshed(session, plan, heard[-1])
    assert after == get_plan(session, plan.id)
    session.undo()
    assert refreshed(session, after, heard[-1]) == get_plan(session, plan.id) == plan


def test_untouched_groups_stay_the_same_objects(session: Session) -> None:
    plan = make(session)
    heard: list[ChangeSet] = []
    session.subscribe(heard.append)
    tasks.add_tasks(session, plan.groups[1].id, [Task(content="Mới")], 1)
    after = refreshed(session, plan, heard[-1])
    assert [a is b for a, b in zip(after.groups, plan.groups, strict=True)] == [True, False, True]


def test_a_deleted_plan_is_missing(session: Session) -> None:
    plan = make(session)
    heard: list[ChangeSet] = []
    session.subscribe(heard.append)
    plans.delete_plan(session, plan.id)
    with pytest.raises(UsageError, match=r"plan\.missing"):
        refreshed(session, plan, heard[-1])
