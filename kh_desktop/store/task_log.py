"""What each task was before each change: the row's own history, which outlives the session (undo does not)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kh_desktop.store.schema import TABLES
from kh_desktop.store.unit_of_work import Change, Image

_KEPT = ("content", "detail", "product", "deadline", "state", "note", "depth", "merged", "continues", "meaning")
# Moving a row or deleting it changes nothing in it.
_OF_TASK = ("assignment", "evidence", "due_move")
# A paste or an import of thousands of rows is one thing that happened, not one per row.
_MOST_PER_STEP = 500


def record(conn: sqlite3.Connection, changes: Sequence[Change], label: str) -> None:
    """Adds a line for each task whose cells changed: its texts, units and state as they were before, and the evidence the changes are
    about. Call after the changes."""
    touched = _before(changes)
    if len(touched) > _MOST_PER_STEP:
        # Changes of state are dated, however many there are.
        moved = {c.id for c in changes if c.table == "task" and c.before and c.after and c.before["state"] != c.after["state"]}
        touched = [t for t in touched if t in moved]
    if not touched:
        return
    at = datetime.now().isoformat(timespec="seconds")
    for task_id in touched:
        before = _image(conn, task_id, changes)
        if before is not None:
            conn.execute(
                "INSERT INTO task_log (plan_id, task_id, at, label, before) VALUES (?, ?, ?, ?, ?)",
                (before.pop("plan_id"), task_id, at, label, json.dumps(before, ensure_ascii=False)),
            )


def _before(changes: Sequence[Change]) -> list[int]:
    """The tasks that were there before and whose cells changed."""
    new = {c.id for c in changes if c.table == "task" and c.before is None}
    gone = {c.id for c in changes if c.table == "task" and c.after is None}
    found: dict[int, None] = {}
    for c in changes:
        if c.table == "task" and c.before and c.after and any(c.before[k] != c.after[k] for k in _KEPT):
            found[c.id] = None
        elif c.table in _OF_TASK:
            found[int((c.before or c.after or {})["task_id"] or 0)] = None
    return [t for t in found if t not in new and t not in gone]


def _image(conn: sqlite3.Connection, task_id: int, changes: Sequence[Change]) -> dict[str, Any] | None:
    """The task with its units as it was before ``changes``."""
    first = next((c.before for c in changes if c.table == "task" and c.id == task_id), None)
    row = first or _row(conn, task_id)
    if row is None:
        return None
    units = {"lead": _units(conn, task_id, "lead", changes), "coord": _units(conn, task_id, "coord", changes)}
    evidence = _evidence(task_id, changes)
    return {"plan_id": row["plan_id"], **{k: row[k] for k in _KEPT}, **units, **({"evidence": evidence} if evidence else {})}


def _evidence(task_id: int, changes: Sequence[Change]) -> list[dict[str, Any]]:
    """The pieces of evidence of a task that were added, changed (as they are now) or taken away."""
    found: dict[int, Image] = {}
    for c in changes:
        image = c.after or c.before
        if c.table == "evidence" and image and image["task_id"] == task_id:
            found[c.id] = image
    return [{k: image[k] for k in ("number", "issued", "title")} for image in found.values()]


def _row(conn: sqlite3.Connection, task_id: int) -> Image | None:
    values = conn.execute(f"SELECT {', '.join(TABLES['task'])} FROM task WHERE id = ?", (task_id,)).fetchone()
    return None if values is None else dict(zip(TABLES["task"], values, strict=True))


def _units(conn: sqlite3.Connection, task_id: int, role: str, changes: Sequence[Change]) -> list[str]:
    now = conn.execute("SELECT id, position, label FROM assignment WHERE task_id = ? AND role = ?", (task_id, role))
    rows: dict[int, tuple[Any, Any]] = {id: (position, label) for id, position, label in now}
    for c in reversed(changes):
        if c.table == "assignment":
            rows.pop(c.id, None)
            if c.before and c.before["task_id"] == task_id and c.before["role"] == role:
                rows[c.id] = (c.before["position"], c.before["label"])
    return [label for _, label in sorted(rows.values())]


def read(conn: sqlite3.Connection, task_id: int) -> list[tuple[int, str, str, dict[str, Any]]]:
    """(id, time, label, what the task was before) of one task, newest first."""
    rows = conn.execute("SELECT id, at, label, before FROM task_log WHERE task_id = ? ORDER BY id DESC", (task_id,))
    return [(id, at, label, json.loads(before)) for id, at, label, before in rows]
