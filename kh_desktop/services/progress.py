"""Following the work: state, note and evidence of tasks, also of issued plans; and each row's own history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.json_reader import check_day
from kh_desktop.domain.model import Evidence, Task, TaskState, UnitRef
from kh_desktop.domain.progress import Counts, count_states
from kh_desktop.domain.unit_lines import split_units
from kh_desktop.domain.vitext import clean, clean_line
from kh_desktop.files import sha256_of
from kh_desktop.services.messages import MESSAGES
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.tasks import get_tasks, task_number, update_task
from kh_desktop.store import following, task_log
from kh_desktop.store.known_errors import os_error
from kh_desktop.store.places import make_room, siblings
from kh_desktop.store.plans import rows_where
from kh_desktop.store.rows import evidence_of, evidence_values
from kh_desktop.store.unit_of_work import Value

MAX_FILE = 50_000_000
PROGRESS_FIELDS = frozenset({"state", "note"})


@dataclass(frozen=True, slots=True)
class Moment:
    """What a row was until ``at`` (ISO time), when the step ``label`` changed it. ``values`` by field: texts, units joined by "; ".
    ``evidence``: the pieces the step was about (steps of older programs do not tell)."""

    id: int
    at: str
    label: str
    values: dict[str, str]
    evidence: tuple[Evidence, ...] = ()


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
    name, params = (label, {"no": task_number(s, ids[0])}) if len(ids) == 1 else ("progress.states", {"count": len(ids)})
    with s.step(name, **params) as doing:
        for task_id in ids:
            doing.uow.update("task", task_id, values)
    return doing.changes


def add_evidence(s: Session, task_id: int, evidence: Evidence) -> int:
    """A document (number and day) or a description that shows what a task yielded; returns its id. UsageError when it says nothing."""
    evidence = _cleaned(evidence)
    plan_id = plan_of(s, task_id)
    with s.step("evidence.add", no=task_number(s, task_id)) as doing:
        (position,) = make_room(doing.uow, "evidence", siblings(doing.uow, "evidence", "task_id", task_id), None, 1)
        return doing.uow.insert("evidence", {"plan_id": plan_id, "task_id": task_id, "position": position, **evidence_values(evidence)})


def attach_evidence(s: Session, task_id: int, path: Path, evidence: Evidence | None = None) -> int:
    """Keeps a file (any kind, up to 50 MB) with its checksum in the workspace as evidence of a task; returns the evidence's id.

    KhError file.missing, file.unreadable, evidence.too_big, evidence.empty_file; UsageError evidence.twice for a file it has already.
    """
    content = _read(path)
    plan_id, sum_of_file = plan_of(s, task_id), sha256_of(content)
    # A name may hold bytes that are no letters at all; they cannot be stored.
    name = clean_line(path.name.encode("utf-8", "replace").decode("utf-8"))
    file: dict[str, Value] = {
        "plan_id": plan_id, "kind": "evidence", "name": name, "sha256": sum_of_file,
        "size": len(content), "added": datetime.now().isoformat(timespec="seconds"), "content": content,
    }  # fmt: skip
    with s.step("evidence.add", no=task_number(s, task_id)) as doing:
        if following.same_file(doing.uow.conn, task_id, sum_of_file):
            raise UsageError("evidence.twice", name=name)
        file_id = doing.uow.insert("attachment", file)
        described = evidence or Evidence()
        return add_evidence(s, task_id, replace(described, title=described.title or name, attachment_id=file_id))


def attach_files(s: Session, task_id: int, paths: Sequence[Path]) -> list[int]:
    """``attach_evidence`` for several files as one step: all of them or none."""
    with s.step("evidence.add", no=task_number(s, task_id)):
        return [attach_evidence(s, task_id, path) for path in paths]


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if not path.is_file():  # a folder, or a device that never ends
            raise KhError("file.unreadable", path=path)
        if size > MAX_FILE:
            raise KhError("evidence.too_big", path=path)
        with path.open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except OSError as error:
        known = os_error(error, path)
        raise KhError("file.unreadable", path=path) if known.code == "file.no_access" else known from error
    if not content:
        raise KhError("evidence.empty_file", path=path)
    if len(content) > MAX_FILE:
        raise KhError("evidence.too_big", path=path)
    return content


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
        following.remove_evidence(doing.uow, evidence_id)
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


def plan_of(s: Session, task_id: int) -> int:
    """The plan a task belongs to. UsageError row.gone."""
    rows = rows_where(s.workspace.conn, "task", "id = ?", (task_id,))
    if not rows:
        raise UsageError("row.gone")
    return int(rows[0]["plan_id"])


def row_history(s: Session, task_id: int) -> list[Moment]:
    """What a task was before each change, newest first; kept across sessions."""
    return [
        Moment(id, at, label, _texts(before), tuple(Evidence(**piece) for piece in before.get("evidence", ())))
        for id, at, label, before in task_log.read(s.workspace.conn, task_id)
    ]


def _texts(before: dict[str, Any]) -> dict[str, str]:
    fields = ("content", "detail", "product", "deadline", "state", "note", "merged")
    numbers = {"level": str(before["depth"]), "continues": "1" if before["continues"] else ""}
    return {**{f: str(before[f]) for f in fields}, **numbers, "lead": "; ".join(before["lead"]), "coord": "; ".join(before["coord"])}


def values_now(task: Task) -> dict[str, str]:
    """A task in the form of ``Moment.values``, for comparing."""
    units = {"lead": task.lead, "coord": task.coord}
    return {
        **{f: getattr(task, f) for f in ("content", "detail", "product", "deadline", "note")},
        **{f: "; ".join(unit.label for unit in found) for f, found in units.items()},
        "state": task.state.value, "merged": " ".join(task.merged), "level": str(task.level), "continues": "1" if task.continues else "",
    }  # fmt: skip


def moment_words(moment: Moment) -> str:
    """The source sentence that names what the step of a moment did to the row: "Sửa ô"."""
    return MESSAGES.get(f"moment.{moment.label}", MESSAGES["moment.other"])


def put_back(s: Session, task_id: int, moment_id: int) -> ChangeSet:
    """Makes a task what it was at a moment of its history: one step. Cells of an issued plan cannot be put back (UsageError)."""
    moment = next((m for m in row_history(s, task_id) if m.id == moment_id), None)
    if moment is None:
        raise UsageError("row.gone")
    now = values_now(get_tasks(s, [task_id])[0])
    differ = {f: v for f, v in moment.values.items() if v != now[f]}
    forms: dict[str, Callable[[str], object]] = {"level": int, "continues": bool, "merged": str.split, "lead": _labels, "coord": _labels}
    cells = {f: forms.get(f, str)(v) for f, v in differ.items() if f not in PROGRESS_FIELDS}
    with s.step("task.put_back", no=task_number(s, task_id)) as doing:
        if differ.keys() & PROGRESS_FIELDS:
            set_progress(s, [task_id], state=TaskState(moment.values["state"]), note=moment.values["note"])
        if cells:
            update_task(s, task_id, **cells)
    return doing.changes


def _labels(text: str) -> tuple[UnitRef, ...]:
    """Units as they were printed: put back letter for letter, short names too."""
    return tuple(UnitRef(part) for part in split_units(text))


def counts(s: Session, plan_id: int) -> Counts:
    """How far the work of a plan is, without reading the plan."""
    return count_states((TaskState(state), continues) for _, state, continues in following.states(s.workspace.conn, plan_id))


def state_days(s: Session, plan_id: int) -> dict[int, str]:
    """When the state of each task was changed last (ISO time), by task id."""
    return following.state_days(s.workspace.conn, plan_id)


def state_since(s: Session, task: Task) -> str:
    """When a task got the state it has (ISO time); "" when it always had it."""
    after = task.state.value
    for moment in row_history(s, task.id):
        if moment.values["state"] != after:
            return moment.at
    return ""


def with_continuing(s: Session, task_ids: Iterable[int]) -> list[int]:
    """These tasks (of one plan) and the rows that continue them, in print order: to people a task with its continuing rows is one."""
    wanted = set(task_ids)
    if not wanted:
        return []
    found: list[int] = []
    taken = False
    for task_id, _, continues in following.states(s.workspace.conn, plan_of(s, next(iter(wanted)))):
        taken = task_id in wanted or (continues and taken)
        if taken:
            found.append(task_id)
    return found
