"""Whole plans read from and written to the workspace."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import DueMove, Evidence, LegalBasis, Plan, Section, Task, TaskGroup, UnitRef
from kh_desktop.store.following import forget_reminders, hand_over_files, remove_evidence
from kh_desktop.store.rows import (
    annex_of,
    annex_values,
    basis_of,
    basis_values,
    evidence_of,
    evidence_values,
    move_of,
    move_values,
    plan_of,
    plan_values,
    section_of,
    section_values,
    target_of,
    target_values,
    task_of,
    task_values,
)
from kh_desktop.store.schema import TABLES
from kh_desktop.store.unit_of_work import UnitOfWork, Value

# Children before parents, so that foreign keys hold while a plan is removed.
_PARTS = ("assignment", "evidence", "due_move", "task", "task_group", "section", "basis", "annex", "target", "attachment", "plan_event")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line of the list of plans."""

    id: int
    year: int
    title: str
    agency: str
    state: str
    number: str
    issued: str
    version: int
    superseded: int
    has_newer: int
    wizard_done: int
    wizard_step: str
    updated: str
    task_count: int


def rows_where(
    conn: sqlite3.Connection, table: str, where: str, params: Sequence[object] = (), order: str = "position", limit: int = -1
) -> list[dict[str, Any]]:
    """Rows of ``table`` as dicts with their id; at most ``limit`` (-1: all)."""
    columns = ("id", *TABLES[table])
    sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {where} ORDER BY {order}, id LIMIT ?"
    return [dict(zip(columns, values, strict=True)) for values in conn.execute(sql, (*params, limit))]


def rows_of_group(conn: sqlite3.Connection, group_id: int, up_to: float) -> list[tuple[int, bool]]:
    """(level, continues) of the tasks of a group up to a position, in order: what a task's number depends on."""
    sql = "SELECT depth, continues FROM task WHERE group_id = ? AND position <= ? ORDER BY position, id"
    return list(conn.execute(sql, (group_id, up_to)))


def list_plans(conn: sqlite3.Connection) -> list[PlanRow]:
    """All plans, newest year and newest version first."""
    cursor = conn.execute(
        "SELECT p.id, p.year, p.title, 'UBND ' || p.level || ' ' || p.name, p.state, "
        "CASE p.number WHEN '' THEN '' ELSE p.number || '/' || p.code END, p.issued, p.version, "
        "EXISTS (SELECT 1 FROM plan n WHERE n.previous_id = p.id AND n.state = 'issued'), "
        "EXISTS (SELECT 1 FROM plan n WHERE n.previous_id = p.id), p.wizard_done, coalesce(b.step, ''), coalesce(t.at, p.created), "
        "(SELECT count(*) FROM task WHERE task.plan_id = p.id) "
        "FROM plan p LEFT JOIN bookmark b ON b.plan_id = p.id LEFT JOIN plan_touch t ON t.plan_id = p.id "
        "ORDER BY p.year DESC, p.version DESC, p.id DESC"
    )
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    return [PlanRow(*r) for r in rows]


def first_day(conn: sqlite3.Connection) -> str:
    """The day (ISO) on which the first plan came into the workspace; "" when there is none."""
    return str(conn.execute("SELECT coalesce(substr(min(created), 1, 10), '') FROM plan").fetchone()[0])


def read_plan(conn: sqlite3.Connection, plan_id: int) -> Plan:
    """The whole plan. UsageError "plan.missing" when there is none."""
    found = rows_where(conn, "plan", "id = ?", (plan_id,), order="id")
    if not found:
        raise UsageError("plan.missing", id=plan_id)
    mine = "plan_id = ?", (plan_id,)
    return plan_of(
        found[0],
        bases=tuple(map(basis_of, rows_where(conn, "basis", *mine))),
        sections=_tree(rows_where(conn, "section", *mine)),
        groups=_groups(conn, plan_id),
        annexes=tuple(map(annex_of, rows_where(conn, "annex", *mine))),
        targets=tuple(map(target_of, rows_where(conn, "target", *mine))),
    )


def _tree(rows: list[dict[str, Any]]) -> tuple[Section, ...]:
    below: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        below.setdefault(row["parent_id"], []).append(row)

    def children(parent: int) -> tuple[Section, ...]:
        return tuple(section_of(row, children(row["id"])) for row in below.get(parent, ()))

    return children(0)


def _groups(conn: sqlite3.Connection, plan_id: int) -> tuple[TaskGroup, ...]:
    units: dict[tuple[int, str], list[UnitRef]] = {}
    for row in rows_where(conn, "assignment", "plan_id = ?", (plan_id,)):
        units.setdefault((row["task_id"], row["role"]), []).append(UnitRef(row["label"], row["unit_id"]))
    evidence: dict[int, list[Evidence]] = {}
    for row in rows_where(conn, "evidence", "plan_id = ?", (plan_id,)):
        evidence.setdefault(row["task_id"], []).append(evidence_of(row))
    moves: dict[int, list[DueMove]] = {}
    for row in rows_where(conn, "due_move", "plan_id = ?", (plan_id,), order="id"):
        moves.setdefault(row["task_id"], []).append(move_of(row))
    tasks: dict[int, list[Task]] = {}
    for row in rows_where(conn, "task", "plan_id = ?", (plan_id,)):
        lead, coord = (tuple(units.get((row["id"], role), ())) for role in ("lead", "coord"))
        kept, moved = tuple(evidence.get(row["id"], ())), tuple(moves.get(row["id"], ()))
        tasks.setdefault(row["group_id"], []).append(task_of(row, lead, coord, kept, moved))
    groups = rows_where(conn, "task_group", "plan_id = ?", (plan_id,))
    return tuple(TaskGroup(g["id"], g["title"], tuple(tasks.get(g["id"], ()))) for g in groups)


def write_plan(uow: UnitOfWork, plan: Plan, created: str, *, wizard_done: bool) -> int:
    """Stores ``plan`` with all its parts as new rows; returns its id."""
    plan_id = uow.insert("plan", {**plan_values(plan), "created": created, "wizard_done": int(wizard_done)})
    write_bases(uow, plan_id, plan.bases)
    write_sections(uow, plan_id, plan.sections)
    for position, group in enumerate(plan.groups, start=1):
        group_id = uow.insert("task_group", {"plan_id": plan_id, "position": float(position), "title": group.title})
        for place, task in enumerate(group.tasks, start=1):
            insert_task(uow, plan_id, group_id, float(place), task)
    for position, annex in enumerate(plan.annexes, start=1):
        uow.insert("annex", {"plan_id": plan_id, "position": float(position), **annex_values(annex)})
    for position, target in enumerate(plan.targets, start=1):
        uow.insert("target", {"plan_id": plan_id, "position": float(position), **target_values(target)})
    return plan_id


def write_bases(uow: UnitOfWork, plan_id: int, bases: Iterable[LegalBasis]) -> None:
    """Stores citations in order."""
    for position, basis in enumerate(bases, start=1):
        uow.insert("basis", {"plan_id": plan_id, "position": float(position), **basis_values(basis)})


def write_sections(uow: UnitOfWork, plan_id: int, sections: Iterable[Section], parent_id: int = 0, first: float = 1.0) -> list[int]:
    """Stores a list of sections with what is under them; returns the ids of the list itself."""
    ids = []
    for place, section in enumerate(sections):
        values = {"plan_id": plan_id, "parent_id": parent_id, "position": first + place, **section_values(section)}
        ids.append(uow.insert("section", values))
        write_sections(uow, plan_id, section.children, ids[-1])
    return ids


def insert_task(uow: UnitOfWork, plan_id: int, group_id: int, position: float, task: Task) -> int:
    """Stores one task with its units; returns its id."""
    task_id = uow.insert("task", {"plan_id": plan_id, "group_id": group_id, "position": position, **task_values(task)})
    for role, refs in (("lead", task.lead), ("coord", task.coord)):
        set_units(uow, plan_id, task_id, role, refs)
    for place, item in enumerate(task.evidence, start=1):
        uow.insert("evidence", {"plan_id": plan_id, "task_id": task_id, "position": float(place), **evidence_values(item)})
    for move in task.moves:
        uow.insert("due_move", {"plan_id": plan_id, "task_id": task_id, **move_values(move)})
    return task_id


def set_units(uow: UnitOfWork, plan_id: int, task_id: int, role: str, refs: Sequence[UnitRef]) -> None:
    """Makes ``refs`` the units of one role of a task; rows that stay as they are are not touched."""
    old = rows_where(uow.conn, "assignment", "task_id = ? AND role = ?", (task_id, role))
    if [(r["label"], r["unit_id"]) for r in old] == [(u.label, u.unit_id) for u in refs]:
        return
    for row in old:
        uow.remove("assignment", row["id"])
    for position, ref in enumerate(refs, start=1):
        place: dict[str, Value] = {"plan_id": plan_id, "task_id": task_id, "role": role, "position": float(position)}
        uow.insert("assignment", {**place, "label": ref.label, "unit_id": ref.unit_id})


def remove_plan(uow: UnitOfWork, plan_id: int) -> None:
    """Deletes a plan with everything that belongs to it, row by row, so that it can be undone."""
    hand_over_files(uow, plan_id)
    for (task_id,) in uow.conn.execute("SELECT id FROM task WHERE plan_id = ?", (plan_id,)).fetchall():
        forget_reminders(uow, task_id)
    for table in _PARTS:
        for (id,) in uow.conn.execute(f"SELECT id FROM {table} WHERE plan_id = ?", (plan_id,)).fetchall():
            uow.remove(table, id)
    for (id,) in uow.conn.execute("SELECT id FROM report WHERE plan_id = ?", (plan_id,)).fetchall():
        uow.remove("report", id)
    uow.remove("plan", plan_id)


def remove_task(uow: UnitOfWork, task_id: int) -> None:
    """Deletes a task with its units, evidence and the files kept for it."""
    for (id,) in uow.conn.execute("SELECT id FROM assignment WHERE task_id = ?", (task_id,)).fetchall():
        uow.remove("assignment", id)
    for (id,) in uow.conn.execute("SELECT id FROM evidence WHERE task_id = ?", (task_id,)).fetchall():
        remove_evidence(uow, id)
    for (id,) in uow.conn.execute("SELECT id FROM due_move WHERE task_id = ?", (task_id,)).fetchall():
        uow.remove("due_move", id)
    forget_reminders(uow, task_id)
    uow.remove("task", task_id)
