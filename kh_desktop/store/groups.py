"""Parts of a plan read alone: its own fields, its groups, the tasks of one group. For screens that keep a long plan up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import DueMove, Evidence, Plan, Task, TaskGroup, UnitRef
from kh_desktop.store.plans import rows_where
from kh_desktop.store.rows import evidence_of, move_of, plan_of, target_of, task_of

_OF_GROUP = "task_id IN (SELECT id FROM task WHERE group_id = ?)"


def read_head(conn: sqlite3.Connection, plan: Plan) -> Plan:
    """``plan`` with its own fields and targets as they are stored now, its other parts as they were. UsageError "plan.missing"."""
    found = rows_where(conn, "plan", "id = ?", (plan.id,), order="id")
    if not found:
        raise UsageError("plan.missing", id=plan.id)
    targets = tuple(map(target_of, rows_where(conn, "target", "plan_id = ?", (plan.id,))))
    return plan_of(found[0], bases=plan.bases, sections=plan.sections, groups=plan.groups, annexes=plan.annexes, targets=targets)


def read_titles(conn: sqlite3.Connection, plan_id: int) -> list[tuple[int, str]]:
    """(id, title) of the groups of a plan, in order."""
    return [(row["id"], row["title"]) for row in rows_where(conn, "task_group", "plan_id = ?", (plan_id,))]


def groups_of_tasks(conn: sqlite3.Connection, task_ids: Iterable[int]) -> set[int]:
    """The groups in which these tasks stand now; tasks that are gone stand in none."""
    found: set[int] = set()
    for task_id in task_ids:
        found.update(group_id for (group_id,) in conn.execute("SELECT group_id FROM task WHERE id = ?", (task_id,)))
    return found


def read_tasks(conn: sqlite3.Connection, group_id: int) -> tuple[Task, ...]:
    """The tasks of one group, in order."""
    units: dict[tuple[int, str], list[UnitRef]] = {}
    for row in rows_where(conn, "assignment", _OF_GROUP, (group_id,)):
        units.setdefault((row["task_id"], row["role"]), []).append(UnitRef(row["label"], row["unit_id"]))
    evidence: dict[int, list[Evidence]] = {}
    for row in rows_where(conn, "evidence", _OF_GROUP, (group_id,)):
        evidence.setdefault(row["task_id"], []).append(evidence_of(row))
    moves: dict[int, list[DueMove]] = {}
    for row in rows_where(conn, "due_move", _OF_GROUP, (group_id,), order="id"):
        moves.setdefault(row["task_id"], []).append(move_of(row))
    tasks = []
    for row in rows_where(conn, "task", "group_id = ?", (group_id,)):
        lead, coord = (tuple(units.get((row["id"], role), ())) for role in ("lead", "coord"))
        tasks.append(task_of(row, lead, coord, tuple(evidence.get(row["id"], ())), tuple(moves.get(row["id"], ()))))
    return tuple(tasks)


def with_groups(conn: sqlite3.Connection, plan: Plan, touched: set[int]) -> tuple[TaskGroup, ...]:
    """The groups of ``plan`` in their order of now; only the ``touched`` ones and new ones are read, the others stay the same objects."""
    known = {group.id: group for group in plan.groups}
    out = []
    for group_id, title in read_titles(conn, plan.id):
        old = known.get(group_id)
        if old is None or group_id in touched:
            old = TaskGroup(group_id, title, read_tasks(conn, group_id))
        elif old.title != title:
            old = TaskGroup(group_id, title, old.tasks)
        out.append(old)
    return tuple(out)
