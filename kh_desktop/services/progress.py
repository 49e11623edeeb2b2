"""Following the work: state, note and evidence of tasks, also of issued plans; and each row's own history."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.json_reader import check_day
from kh_desktop.domain.model import Evidence, TaskState
from kh_desktop.domain.vitext import clean, clean_line
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.tasks import task_number, update_task
from kh_desktop.store import task_log
from kh_desktop.store.known_errors import os_error
from kh_desktop.store.places import make_room, siblings
from kh_desktop.store.plans import rows_where
from kh_desktop.store.rows import evidence_of, evidence_values
from kh_desktop.store.unit_of_work import Value

MAX_FILE = 50_000_000


@dataclass(frozen=True, slots=True)
class Moment:
    """What a row was until ``at`` (ISO time), when the step ``label`` changed it. ``values`` by field: texts, units joined by "; "."""

    id: int
    at: str
    label: str
    values: dict[str, str]


def set_progress(s: Session, task_ids: Iterable[int], *, state: TaskState | None = None, note: str | None = None) -> ChangeSet:
    """State and/or note of tasks, one step; works on issued plans too, because following the work changes nothing that was signed."""
    ids = list(task_ids)
    values: dict[str, Value] = {}
    if state is not None:
        values["state"] = TaskState(state).value
    if note is not None:
        values["note"] = clean(note)
    if not ids or not values:
        return ChangeSet()
    label = "progress.state" if state is not None else "progress.note"
    with s.step(label, no=task_number(s, ids[0]) if len(ids) == 1 else f"({len(ids)})") as doing:
        for task_id in ids:
            doing.uow.update("task", task_id, values)
    return doing.changes


def add_evidence(s: Session, task_id: int, evidence: Evidence) -> int:
    """A document (number and day) or a description that shows what a task yielded; returns its id. UsageError when it says nothing."""
    evidence = _cleaned(evidence)
    plan_id = _plan_of(s, task_id)
    with s.step("evidence.add", no=task_number(s, task_id)) as doing:
        (position,) = make_room(doing.uow, "evidence", siblings(doing.uow, "evidence", "task_id", task_id), None, 1)
        return doing.uow.insert("evidence", {"plan_id": plan_id, "task_id": task_id, "position": position, **evidence_values(evidence)})


def attach_evidence(s: Session, task_id: int, path: Path, evidence: Evidence | None = None) -> int:
    """Keeps a file (any kind, up to 50 MB) with its checksum in the workspace as evidence of a task; returns the evidence's id."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise KhError("scan.too_big", path=path)
        content = path.read_bytes()
    except OSError as error:
        raise os_error(error, path) from error
    plan_id = _plan_of(s, task_id)
    file: dict[str, Value] = {
        "plan_id": plan_id, "kind": "evidence", "name": clean_line(path.name), "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content), "added": datetime.now().isoformat(timespec="seconds"), "content": content,
    }  # fmt: skip
    with s.step("evidence.add", no=task_number(s, task_id)) as doing:
        file_id = doing.uow.insert("attachment", file)
        described = evidence or Evidence()
        return add_evidence(s, task_id, replace(described, title=described.title or path.name, attachment_id=file_id))


def update_evidence(s: Session, evidence_id: int, **fields: object) -> ChangeSet:
    """Changes number, issued (ISO day) or title of a piece of evidence."""
    row = _evidence(s, evidence_id)
    if unknown := fields.keys() - {"number", "issued", "title"}:
        raise UsageError("field.unknown", field=", ".join(sorted(unknown)))
    changed = _cleaned(replace(evidence_of(row), **fields))  # type: ignore[arg-type]
    with s.step("evidence.edit", no=task_number(s, row["task_id"])) as doing:
        doing.uow.update("evidence", evidence_id, evidence_values(changed))
    return doing.changes


def remove_evidence(s: Session, evidence_id: int) -> ChangeSet:
    """Takes a piece of evidence and its kept file away (undo brings both back)."""
    row = _evidence(s, evidence_id)
    with s.step("evidence.remove", no=task_number(s, row["task_id"])) as doing:
        doing.uow.remove("evidence", evidence_id)
        if row["attachment_id"] and doing.uow.find("attachment", row["attachment_id"]):
            doing.uow.remove("attachment", row["attachment_id"])
    return doing.changes


def _cleaned(e: Evidence) -> Evidence:
    made = replace(e, number=clean_line(e.number), issued=check_day(clean_line(e.issued), "ngày văn bản"), title=clean_line(e.title))
    if not (made.number or made.title or made.attachment_id):
        raise UsageError("evidence.empty")
    return made


def _evidence(s: Session, evidence_id: int) -> dict[str, Any]:
    rows = rows_where(s.workspace.conn, "evidence", "id = ?", (evidence_id,))
    if not rows:
        raise UsageError("row.gone")
    return rows[0]


def _plan_of(s: Session, task_id: int) -> int:
    rows = rows_where(s.workspace.conn, "task", "id = ?", (task_id,))
    if not rows:
        raise UsageError("row.gone")
    return int(rows[0]["plan_id"])


def row_history(s: Session, task_id: int) -> list[Moment]:
    """What a task was before each change, newest first; kept across sessions."""
    return [Moment(id, at, label, _texts(before)) for id, at, label, before in task_log.read(s.workspace.conn, task_id)]


def _texts(before: dict[str, Any]) -> dict[str, str]:
    fields = ("content", "detail", "product", "deadline", "state", "note")
    return {**{f: str(before[f]) for f in fields}, "lead": "; ".join(before["lead"]), "coord": "; ".join(before["coord"])}


def put_back(s: Session, task_id: int, moment_id: int) -> ChangeSet:
    """Makes a task what it was at a moment of its history: one step. Cells of an issued plan cannot be put back (UsageError)."""
    moment = next((m for m in row_history(s, task_id) if m.id == moment_id), None)
    if moment is None:
        raise UsageError("row.gone")
    cells = {f: moment.values[f] for f in ("content", "detail", "product", "deadline", "lead", "coord")}
    with s.step("task.put_back", no=task_number(s, task_id)) as doing:
        set_progress(s, [task_id], state=TaskState(moment.values["state"]), note=moment.values["note"])
        update_task(s, task_id, **cells)
    return doing.changes
