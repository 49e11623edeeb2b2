"""A plan read for its schedule: rows, units in charge, evidence with a day, moved days. A third of the time the whole plan takes."""

from __future__ import annotations

import sqlite3
from typing import Any

from kh_desktop.domain.model import DueMove, Evidence, Plan, Task, TaskGroup, TaskState, UnitRef
from kh_desktop.store.groups import read_head
from kh_desktop.store.rows import meaning_of

_TASKS = (
    "SELECT id, group_id, content, product, deadline, continues, depth, merged, state, meaning FROM task WHERE plan_id = ? "
    "ORDER BY position, id"
)
_LEADS = "SELECT task_id, label, unit_id FROM assignment WHERE plan_id = ? AND role = 'lead' ORDER BY position, id"
_EVIDENCE = "SELECT task_id, id, number, issued FROM evidence WHERE plan_id = ? AND issued <> '' ORDER BY position, id"
_MOVES = "SELECT task_id, original, moved_to, reason, at FROM due_move WHERE plan_id = ? ORDER BY id"
_STATES = {state.value: state for state in TaskState}


def read_dated(conn: sqlite3.Connection, plan_id: int) -> Plan:
    """The plan with what its schedule needs; texts and units that say nothing of it are left out. UsageError "plan.missing"."""
    leads: dict[int, list[UnitRef]] = {}
    for task_id, label, unit_id in conn.execute(_LEADS, (plan_id,)):
        leads.setdefault(task_id, []).append(UnitRef(label, unit_id))
    evidence: dict[int, list[Evidence]] = {}
    for task_id, id, number, issued in conn.execute(_EVIDENCE, (plan_id,)):
        evidence.setdefault(task_id, []).append(Evidence(id, number, issued))
    moves: dict[int, list[DueMove]] = {}
    for task_id, *move in conn.execute(_MOVES, (plan_id,)):
        moves.setdefault(task_id, []).append(DueMove(*move))
    tasks: dict[int, list[Task]] = {}
    for row in conn.execute(_TASKS, (plan_id,)):
        task_id = row[0]
        found = (tuple(of.get(task_id, ())) for of in (leads, evidence, moves))
        tasks.setdefault(row[1], []).append(_task(row, *found))
    order = conn.execute("SELECT id, title FROM task_group WHERE plan_id = ? ORDER BY position, id", (plan_id,))
    groups = tuple(TaskGroup(id, title, tuple(tasks.get(id, ()))) for id, title in order)
    return read_head(conn, Plan(id=plan_id, groups=groups))


def _task(row: tuple[Any, ...], lead: tuple[Any, ...], evidence: tuple[Any, ...], moves: tuple[Any, ...]) -> Task:
    id, _, content, product, deadline, continues, depth, merged, state, meaning = row
    return Task(
        id, content, "", lead, (), product, deadline, bool(continues), depth, tuple(merged.split()), _STATES[state], "", evidence,
        meaning_of(meaning), moves,
    )  # fmt: skip
